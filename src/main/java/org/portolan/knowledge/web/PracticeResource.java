package org.portolan.knowledge.web;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.Licence;
import org.portolan.knowledge.PracticeEcho;
import org.portolan.knowledge.PracticeFilter;
import org.portolan.knowledge.PracticeInFull;
import org.portolan.knowledge.PracticeLink;
import org.portolan.knowledge.PracticeLinks;
import org.portolan.knowledge.PracticeSlice;
import org.portolan.knowledge.PracticeSummary;
import org.portolan.knowledge.ShownLink;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.ListAnswer;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.QueryParameters;

/** Published practices over REST, for whoever asks. */
@OpenTo("everyone")
@Path("practices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PracticeResource {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
  private static final int MOST = 100;

  @Inject private KnowledgeService knowledge;
  @Inject private CurrentLanguage language;
  @Inject private Installation installation;
  @Inject private PracticeEcho echo;
  @Inject private PracticeLinks links;

  /** Newest first. The list goes on behind the last one of a page, whatever came meanwhile. */
  @GET
  public JsonObject list(
      @QueryParam("region") String region,
      @QueryParam("member") String member,
      @QueryParam("theme") String theme,
      @QueryParam("year") String year,
      @QueryParam("language") String contentLanguage,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("25") String limit) {
    PracticeSlice found =
        knowledge.after(
            new PracticeFilter(
                QueryParameters.text(region),
                QueryParameters.text(theme),
                QueryParameters.text(year),
                QueryParameters.text(contentLanguage)),
            QueryParameters.text(member),
            QueryParameters.text(cursor),
            QueryParameters.limit(limit, MOST),
            language.get());
    Map<String, PracticeEcho.Counts> counts =
        echo.counts(found.items().stream().map(PracticeSummary::code).toList());
    JsonArrayBuilder items = JSON.createArrayBuilder();
    found
        .items()
        .forEach(
            each ->
                items.add(
                    counted(facts(each), counts.get(each.code()))
                        .add("title", each.title())
                        .add("summary", each.summary())
                        .add("language", each.language())));
    return new ListAnswer(items, found.total(), found.next(), found.unknown()).json();
  }

  /** In all its languages; its texts are Markdown. */
  @GET
  @Path("{code}")
  public Response get(@PathParam("code") String code, @Context Request request) {
    PracticeInFull found =
        knowledge.inFull(code).orElseThrow(() -> new NotFound("There is no practice " + code));
    JsonArrayBuilder texts = JSON.createArrayBuilder();
    found.texts().forEach(text -> texts.add(text(text)));
    JsonArrayBuilder uses = JSON.createArrayBuilder();
    echo.uses(code).forEach(use -> uses.add(use(use)));
    JsonObjectBuilder facts = facts(found.summary());
    orNull(facts, "kind", found.kind().isEmpty() ? null : found.kind());
    String body =
        counted(facts, echo.counts(List.of(code)).get(code))
            .add("edition", found.edition())
            .add("licence", licence(found))
            .add("source", found.source().consentFrom())
            .add("links", links(found))
            .add("texts", texts)
            .add("useReports", uses)
            .build()
            .toString();
    EntityTag tag =
        new EntityTag(UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.UTF_8)).toString());
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    return (known == null ? Response.ok(body) : known).tag(tag).build();
  }

  /** Those that lead to what whoever asks may read. */
  private JsonArrayBuilder links(PracticeInFull practice) {
    JsonArrayBuilder all = JSON.createArrayBuilder();
    for (ShownLink each : links.visible(practice.links(), language.get())) {
      PracticeLink link = each.link();
      JsonObjectBuilder json =
          JSON.createObjectBuilder()
              .add("relation", link.relation().code())
              .add("type", link.kind().code())
              .add("title", link.instrument() ? link.name() : each.title());
      orNull(json, "language", each.language().isEmpty() ? null : each.language());
      orNull(json, "reference", link.reference().isEmpty() ? null : link.reference());
      String address = each.address();
      orNull(
          json,
          "address",
          address.isEmpty()
              ? null
              : address.startsWith("/") ? installation.baseUrl() + address : address);
      all.add(json);
    }
    return all;
  }

  private JsonObjectBuilder facts(PracticeSummary practice) {
    JsonObjectBuilder facts =
        JSON.createObjectBuilder()
            .add("code", practice.code())
            .add("address", installation.baseUrl() + "/knowledge/" + practice.code())
            .add("region", practice.regionCode());
    orNull(facts, "member", practice.memberCode());
    return facts
        .add("theme", practice.themeCode())
        .add("year", practice.year())
        .add("languages", JSON.createArrayBuilder(practice.languages()))
        .add("publishedAt", practice.publishedAt().toString())
        .add("updatedAt", practice.updatedAt().toString());
  }

  /** What is not for this person to know is null. */
  private static JsonObjectBuilder counted(JsonObjectBuilder facts, PracticeEcho.Counts counts) {
    facts.add("administrations", counts.administrations()).add("uses", counts.uses());
    return counts.comments() == null
        ? facts.addNull("comments")
        : facts.add("comments", counts.comments());
  }

  private static JsonObjectBuilder use(PracticeEcho.Use use) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder().add("member", use.member()).add("year", use.year());
    if (use.month() == null) {
      json.addNull("month");
    } else {
      json.add("month", use.month());
    }
    return json.add("language", use.language()).add("report", use.report());
  }

  private static JsonObjectBuilder text(PracticeInFull.Text text) {
    JsonObjectBuilder sections = JSON.createObjectBuilder();
    text.body().sections().forEach((section, words) -> sections.add(section.code(), words));
    return JSON.createObjectBuilder()
        .add("language", text.language())
        .add("original", text.original())
        .add("stale", text.stale())
        .add("title", text.title())
        .add("summary", text.summary())
        .add("sections", sections)
        .add("more", text.body().more());
  }

  /** Both null where nobody was asked for it. */
  private static JsonObjectBuilder licence(PracticeInFull practice) {
    JsonObjectBuilder licence = JSON.createObjectBuilder();
    Licence chosen = Licence.of(practice.source().licence()).orElse(null);
    orNull(licence, "code", chosen == null ? null : chosen.code());
    return orNull(licence, "address", chosen == null ? null : chosen.address());
  }

  private static JsonObjectBuilder orNull(JsonObjectBuilder json, String name, String value) {
    return value == null ? json.addNull(name) : json.add(name, value);
  }
}
