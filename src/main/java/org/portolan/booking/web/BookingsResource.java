package org.portolan.booking.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.portolan.booking.BookingSummary;
import org.portolan.booking.BookingWish;
import org.portolan.booking.Bookings;
import org.portolan.booking.Check;
import org.portolan.booking.Conflict;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.ListAnswer;

/** Over REST, for the centre of a session: what it has booked, and what stands in the way. */
@OpenTo("centre")
@Path("sessions/{id}/bookings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BookingsResource {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  @Inject private Bookings bookings;
  @Inject private CurrentLanguage language;

  @GET
  public JsonObject list(@PathParam("id") long session) {
    List<BookingSummary> booked = bookings.ofSession(session, language.get());
    JsonArrayBuilder items = JSON.createArrayBuilder();
    booked.forEach(each -> items.add(booking(each)));
    return new ListAnswer(items, booked.size(), null, Map.of()).json();
  }

  /** Whether one of a resource could be booked for all days of the session; nothing is held. */
  @GET
  @Path("check/{resource}")
  public JsonObject check(@PathParam("id") long session, @PathParam("resource") long resource) {
    Check check = bookings.check(BookingWish.of(session, resource), language.get());
    JsonArrayBuilder conflicts = JSON.createArrayBuilder();
    check.conflicts().forEach(each -> conflicts.add(conflict(each)));
    return JSON.createObjectBuilder()
        .add("level", check.level().code())
        .add("tooSmall", check.tooSmall())
        .add("conflicts", conflicts)
        .build();
  }

  private static JsonObjectBuilder conflict(Conflict conflict) {
    JsonArrayBuilder spans = JSON.createArrayBuilder();
    conflict
        .spans()
        .forEach(
            span ->
                spans.add(
                    JSON.createObjectBuilder()
                        .add("from", span.from().toString())
                        .add("until", span.until().toString())));
    return JSON.createObjectBuilder()
        .add("level", conflict.level().code())
        .add("resource", conflict.resource())
        .add("spans", spans)
        .add("booking", booking(conflict.other()));
  }

  private static JsonObjectBuilder booking(BookingSummary booking) {
    return JSON.createObjectBuilder()
        .add("id", booking.id())
        .add("resource", booking.resourceId())
        .add("session", text(booking.sessionCode()))
        .add("title", text(booking.course() == null ? null : booking.course().title()))
        .add("words", booking.words())
        .add("centre", booking.centreCode())
        .add("amount", booking.amount())
        .add("held", booking.held())
        .add("bookedBy", text(booking.bookedBy()))
        .add("email", text(booking.email()))
        .add("from", text(booking.firstAt()))
        .add("until", text(booking.lastAt()));
  }

  private static JsonValue text(Object value) {
    return value == null ? JsonValue.NULL : Json.createValue(value.toString());
  }
}
