package org.portolan.calendar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.HeldDay;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionFilter;
import org.portolan.calendar.SessionPage;
import org.portolan.calendar.SessionSummary;
import org.portolan.catalog.Entry;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.ListAnswer;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.QueryParameters;

/** Sessions over REST. */
@OpenTo("everyone")
@Path("sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
  private static final int MOST = 500;

  @Inject private CalendarService calendar;
  @Inject private CurrentLanguage language;
  @Inject private Clock clock;

  /**
   * Days are those of the session's own zone; both ends of the span count. With {@code open=1} only
   * those for which somebody could apply now and get a seat.
   */
  @GET
  public JsonObject list(
      @QueryParam("centre") String centre,
      @QueryParam("region") String region,
      @QueryParam("theme") String theme,
      @QueryParam("language") String sessionLanguage,
      @QueryParam("audience") String audience,
      @QueryParam("donor") String donor,
      @QueryParam("state") String state,
      @QueryParam("open") String open,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("100") String limit) {
    SessionPage found =
        calendar.list(
            new SessionFilter(
                QueryParameters.text(centre),
                QueryParameters.text(region),
                QueryParameters.text(theme),
                QueryParameters.text(sessionLanguage),
                QueryParameters.text(audience),
                QueryParameters.text(donor),
                QueryParameters.text(state),
                "1".equals(open),
                QueryParameters.day("from", from),
                QueryParameters.day("to", to),
                null),
            cursor,
            QueryParameters.limit(limit, MOST),
            language.get());
    JsonArrayBuilder items = JSON.createArrayBuilder();
    found.items().forEach(session -> items.add(session(session)));
    return new ListAnswer(items, found.total(), found.next(), found.unknown()).json();
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") String id) {
    // no pattern in the path: it would stand in the description of the interface
    return Optional.of(id)
        .filter(number -> number.matches("[0-9]{1,18}"))
        .flatMap(number -> calendar.find(Long.parseLong(number), language.get()))
        .map(session -> session(session).build())
        .orElseThrow(() -> new NotFound("There is no session " + id));
  }

  private JsonObjectBuilder session(SessionSummary session) {
    SessionFacts facts = session.facts();
    return JSON.createObjectBuilder()
        .add("id", facts.id())
        .add("code", facts.code())
        .add(
            "course",
            JSON.createObjectBuilder()
                .add("code", session.course().code())
                .add("title", session.course().title())
                .add("language", session.course().language()))
        .add("centre", facts.centreCode())
        .add("region", facts.regionCode())
        .add("theme", facts.themeCode())
        .add("timing", facts.timing().code())
        .add("start", moment(facts.startsAt(), facts.zone()))
        .add("end", moment(facts.endsAt(), facts.zone()))
        .add("slots", slots(facts))
        .add(
            "applyBy",
            facts.applyBy() == null ? JsonValue.NULL : Json.createValue(facts.applyBy().toString()))
        .add("zone", facts.zone())
        .add("venue", facts.place().venue())
        .add("room", facts.place().room())
        .add("online", facts.online())
        .add("languages", JSON.createArrayBuilder(List.of(facts.languages().split(" "))))
        .add("seats", facts.standing() ? JsonValue.NULL : seats(session))
        .add("approval", facts.approval().text())
        .add("state", facts.state().code());
  }

  /** Each time at which it is held; empty for a session without days. */
  private static JsonArrayBuilder slots(SessionFacts facts) {
    JsonArrayBuilder slots = JSON.createArrayBuilder();
    for (HeldDay day : facts.days()) {
      slots.add(
          JSON.createObjectBuilder()
              .add("start", moment(day.startsAt(), facts.zone()))
              .add("end", moment(day.endsAt(), facts.zone())));
    }
    return slots;
  }

  /** What is left for one more is nothing where nobody can apply. */
  private JsonValue seats(SessionSummary session) {
    return JSON.createObjectBuilder()
        .add("total", session.facts().seats())
        .add("taken", session.taken())
        .add("left", session.left())
        .add("waiting", session.queued())
        .add("entry", (session.openAt(clock.instant()) ? session.entry() : Entry.NONE).code())
        .build();
  }

  /** Null for a session without days. */
  private static JsonValue moment(Instant instant, String zone) {
    return instant == null
        ? JsonValue.NULL
        : Json.createValue(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(ZoneId.of(zone))));
  }
}
