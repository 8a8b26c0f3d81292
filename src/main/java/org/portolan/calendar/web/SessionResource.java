package org.portolan.calendar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionFilter;
import org.portolan.calendar.SessionPage;
import org.portolan.calendar.SessionSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.Problem;

/** Sessions over REST. */
@Path("sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
  private static final int MOST = 500;

  @Inject private CalendarService calendar;
  @Inject private CurrentLanguage language;

  /** Days are those of the session's own zone; both ends of the span count. */
  @GET
  public JsonObject list(
      @QueryParam("centre") String centre,
      @QueryParam("region") String region,
      @QueryParam("theme") String theme,
      @QueryParam("language") String sessionLanguage,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    SessionPage found =
        calendar.list(
            new SessionFilter(
                centre, region, theme, sessionLanguage, day("from", from), day("to", to)),
            cursor,
            Math.max(1, Math.min(MOST, limit)),
            language.get());
    JsonArrayBuilder items = JSON.createArrayBuilder();
    found.items().forEach(session -> items.add(session(session)));
    JsonObjectBuilder answer =
        JSON.createObjectBuilder().add("items", items).add("total", found.total());
    if (found.next() == null) {
      answer.addNull("next");
    } else {
      answer.add("next", found.next());
    }
    if (!found.unknown().isEmpty()) {
      JsonObjectBuilder unknown = JSON.createObjectBuilder();
      found.unknown().forEach(unknown::add);
      answer.add("unknown", unknown);
    }
    return answer.build();
  }

  @GET
  @Path("{id: \\d{1,18}}")
  public JsonObject get(@PathParam("id") long id) {
    return calendar
        .find(id, language.get())
        .map(session -> session(session).build())
        .orElseThrow(() -> new NotFound("There is no session " + id));
  }

  private static JsonObjectBuilder session(SessionSummary session) {
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
        .add("start", moment(facts.startsAt(), facts.zone()))
        .add("end", moment(facts.endsAt(), facts.zone()))
        .add("zone", facts.zone())
        .add("venue", facts.venue())
        .add("room", facts.room())
        .add("online", facts.online())
        .add("languages", JSON.createArrayBuilder(List.of(facts.languages().split(" "))))
        .add(
            "seats",
            JSON.createObjectBuilder()
                .add("total", facts.seats())
                .add("taken", session.taken())
                .add("left", session.left()))
        .add("approval", facts.approval().code())
        .add("state", facts.state().code());
  }

  private static String moment(Instant instant, String zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(ZoneId.of(zone)));
  }

  private static LocalDate day(String name, String value) {
    try {
      return value == null || value.isBlank() ? null : LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new Problem(
          400, "invalid", "Some parameters need another look", name + " is no day like 2027-03-08");
    }
  }
}
