package org.portolan.region.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.ListAnswer;
import org.portolan.platform.web.QueryParameters;
import org.portolan.region.BodyKind;
import org.portolan.region.BodySummary;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;
import org.portolan.region.RegionSummary;
import org.portolan.region.ViceChair;

/**
 * Regions, Members, training centres and other bodies over REST; each list is short and comes
 * whole.
 */
@OpenTo("everyone")
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DirectoryResource {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  @Inject private Directory directory;
  @Inject private CurrentLanguage language;

  @GET
  @Path("regions")
  public JsonObject regions() {
    JsonArrayBuilder items = JSON.createArrayBuilder();
    directory.regions().forEach(region -> items.add(region(region)));
    return new ListAnswer(items, directory.regions().size(), null, Map.of()).json();
  }

  @GET
  @Path("centres")
  public JsonObject centres(@QueryParam("region") String asked) {
    return bodies(asked, BodyKind.RTC.code(), this::centre);
  }

  @GET
  @Path("members")
  public JsonObject members(@QueryParam("region") String asked) {
    String region = QueryParameters.text(asked);
    List<MemberSummary> members =
        directory.members().stream()
            .filter(member -> region == null || member.regionCode().equals(region))
            .toList();
    JsonArrayBuilder items = JSON.createArrayBuilder();
    members.forEach(member -> items.add(member(member)));
    return new ListAnswer(items, members.size(), null, unknown(region, null)).json();
  }

  @GET
  @Path("bodies")
  public JsonObject bodies(@QueryParam("region") String region, @QueryParam("kind") String kind) {
    return bodies(region, kind, this::body);
  }

  private JsonObject bodies(
      String askedRegion, String askedKind, Function<BodySummary, JsonObjectBuilder> written) {
    String region = QueryParameters.text(askedRegion);
    String kind = QueryParameters.text(askedKind);
    List<BodySummary> bodies =
        directory.bodies().stream()
            .filter(body -> region == null || region.equals(body.regionCode()))
            .filter(body -> kind == null || body.kind().code().equals(kind))
            .toList();
    JsonArrayBuilder items = JSON.createArrayBuilder();
    bodies.forEach(body -> items.add(written.apply(body)));
    return new ListAnswer(items, bodies.size(), null, unknown(region, kind)).json();
  }

  private Map<String, String> unknown(String region, String kind) {
    Map<String, String> unknown = new LinkedHashMap<>();
    if (region != null && directory.findRegion(region).isEmpty()) {
      unknown.put("region", region);
    }
    if (kind != null && BodyKind.of(kind).isEmpty()) {
      unknown.put("kind", kind);
    }
    return unknown;
  }

  private JsonObjectBuilder region(RegionSummary region) {
    JsonObjectBuilder answer =
        JSON.createObjectBuilder()
            .add("code", region.code())
            .add("label", region.label())
            .add("name", region.name().in(language.get()))
            .add("languages", codes(region.languages()))
            .add("members", directory.members(region.code(), language.get()).size());
    add(
        answer,
        "viceChair",
        directory.viceChair(region.code()).map(ViceChair::memberCode).orElse(null));
    return answer;
  }

  private JsonObjectBuilder member(MemberSummary member) {
    return JSON.createObjectBuilder()
        .add("code", member.code())
        .add("name", member.name().in(language.get()))
        .add("region", member.regionCode())
        .add("city", member.city())
        .add("latitude", member.capital().latitude())
        .add("longitude", member.capital().longitude())
        .add("zone", member.zone())
        .add("languages", codes(member.languages()));
  }

  private JsonObjectBuilder body(BodySummary body) {
    return centre(body).add("kind", body.kind().code());
  }

  /** What is not known is null. */
  private JsonObjectBuilder centre(BodySummary body) {
    JsonObjectBuilder answer =
        JSON.createObjectBuilder()
            .add("code", body.code())
            .add("name", body.name().in(language.get()))
            .add("languages", codes(body.languages()));
    add(answer, "region", body.regionCode());
    add(answer, "member", body.memberCode());
    add(answer, "city", body.city());
    add(answer, "zone", body.zone());
    add(answer, "website", body.website());
    if (body.place() == null) {
      answer.addNull("latitude").addNull("longitude");
    } else {
      answer.add("latitude", body.place().latitude()).add("longitude", body.place().longitude());
    }
    return body.sinceYear() == null
        ? answer.addNull("since")
        : answer.add("since", body.sinceYear());
  }

  private static void add(JsonObjectBuilder answer, String name, String value) {
    if (value == null) {
      answer.addNull(name);
    } else {
      answer.add(name, value);
    }
  }

  private static JsonArrayBuilder codes(String codes) {
    return JSON.createArrayBuilder(codes.isEmpty() ? List.of() : List.of(codes.split(" ")));
  }
}
