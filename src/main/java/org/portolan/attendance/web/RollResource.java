package org.portolan.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.portolan.attendance.Roll;
import org.portolan.attendance.RollCall;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.OpenTo;

/** The roll of a session for the tablet on which it is called. */
@RequestScoped
@OpenTo("centre")
@Path("sessions/{id}/roll")
@Produces(MediaType.APPLICATION_JSON)
public class RollResource {
  private static final JsonBuilderFactory WRITING = Json.createBuilderFactory(Map.of());

  @Inject private RollCall roll;
  @Inject private RollOrder order;
  @Inject private CurrentPerson me;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;

  /**
   * Who is on the roll and what holds, by person and half-day; who checked in at the door, when;
   * and what the order of the marks of each device proves, in words.
   */
  @GET
  public JsonObject roll(@PathParam("id") String id) {
    me.require();
    Roll found = roll.find(MarksResource.number(id), language.get());
    JsonArrayBuilder people = WRITING.createArrayBuilder();
    found
        .people()
        .forEach(
            each ->
                people.add(
                    WRITING
                        .createObjectBuilder()
                        .add("id", each.attendee().code())
                        .add("name", each.name())
                        .add("post", each.post())
                        .add("administration", each.administration())
                        .add("guest", each.attendee().isGuest())
                        .add("badge", each.badge())));
    JsonObjectBuilder marks = WRITING.createObjectBuilder();
    JsonObjectBuilder door = WRITING.createObjectBuilder();
    found
        .held()
        .forEach(
            (who, halves) -> {
              JsonObjectBuilder states = WRITING.createObjectBuilder();
              halves.forEach((half, mark) -> states.add(half, mark.sent().presence().code()));
              marks.add(who.code(), states);
              JsonObjectBuilder times = WRITING.createObjectBuilder();
              halves.forEach(
                  (half, mark) -> {
                    if (mark.atTheDoor()) {
                      times.add(half, formats.time(found.time(mark)));
                    }
                  });
              door.add(who.code(), times);
            });
    return WRITING
        .createObjectBuilder()
        .add("session", found.session().id())
        .add("closed", found.closed())
        .add("digest", found.digest())
        .add("order", WRITING.createArrayBuilder(order.lines(found.devices())))
        .add("people", people)
        .add("marks", marks)
        .add("door", door)
        .build();
  }
}
