package org.portolan.radar.web;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.Map;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.ListAnswer;
import org.portolan.platform.web.QueryParameters;
import org.portolan.radar.NamedSession;
import org.portolan.radar.Radar;
import org.portolan.radar.RadarFilter;
import org.portolan.radar.RadarReport;
import org.portolan.radar.ShownFinding;
import org.portolan.radar.rules.Finding;

/** The radar of a region over REST: what is open, the most urgent kinds first. */
@OpenTo("rocb|secretariat|centre")
@Path("regions/{code}/radar")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RadarResource {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  @Inject private Radar radar;
  @Inject private RadarWords words;
  @Inject private CurrentLanguage language;

  /**
   * @param year in which the training year begins, which runs from July to June
   */
  @GET
  public JsonObject list(
      @PathParam("code") String code,
      @QueryParam("year") String year,
      @QueryParam("kind") String kind,
      @QueryParam("centre") String centre) {
    RadarReport report =
        radar.report(
            code,
            new RadarFilter(
                QueryParameters.text(year),
                QueryParameters.text(kind),
                QueryParameters.text(centre)),
            language.get());
    JsonArrayBuilder items = JSON.createArrayBuilder();
    report.open().forEach(each -> items.add(finding(each)));
    return new ListAnswer(items, report.total(), null, report.unknown()).json();
  }

  private JsonObjectBuilder finding(ShownFinding shown) {
    Finding finding = shown.finding();
    JsonArrayBuilder sessions = JSON.createArrayBuilder();
    shown.sessions().forEach(each -> sessions.add(session(each)));
    JsonArrayBuilder days = JSON.createArrayBuilder();
    finding.days().forEach(day -> days.add(day.toString()));
    return JSON.createObjectBuilder()
        .add("id", finding.fingerprint())
        .add("kind", finding.kind().code())
        .add("text", words.said(finding))
        .add("sessions", sessions)
        .add("centres", codes(finding.centres()))
        .add("members", codes(finding.members()))
        .add("themes", codes(finding.themes()))
        .add("languages", codes(finding.languages()))
        .add("days", days)
        .add("resources", resources(finding))
        .add("figure", finding.figure())
        .add("changed", shown.changed());
  }

  private static JsonArrayBuilder resources(Finding finding) {
    JsonArrayBuilder resources = JSON.createArrayBuilder();
    finding
        .resources()
        .forEach(
            each ->
                resources.add(
                    JSON.createObjectBuilder()
                        .add("id", each.id())
                        .add("name", each.name())
                        .add("centre", each.centre())));
    return resources;
  }

  private static JsonObjectBuilder session(NamedSession session) {
    return JSON.createObjectBuilder()
        .add("id", session.facts().id())
        .add("code", session.facts().code())
        .add("course", session.course().code())
        .add("title", session.course().title())
        .add("centre", session.facts().centreCode())
        .add("state", session.facts().state().code())
        .add("firstDay", text(session.facts().firstDay()))
        .add("lastDay", text(session.facts().lastDay()));
  }

  private static JsonValue text(Object value) {
    return value == null ? JsonValue.NULL : Json.createValue(value.toString());
  }

  private static JsonArrayBuilder codes(Collection<String> codes) {
    return JSON.createArrayBuilder(codes);
  }
}
