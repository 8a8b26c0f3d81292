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
import java.util.List;
import java.util.Map;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.ListAnswer;
import org.portolan.platform.web.QueryParameters;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/** Regions and training centres over REST; each list is short and comes whole. */
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
    directory
        .regions()
        .forEach(
            region ->
                items.add(
                    JSON.createObjectBuilder()
                        .add("code", region.code())
                        .add("label", region.label())
                        .add("name", region.name().in(language.get()))
                        .add("languages", codes(region.languages()))));
    return new ListAnswer(items, directory.regions().size(), null, Map.of()).json();
  }

  @GET
  @Path("centres")
  public JsonObject centres(@QueryParam("region") String asked) {
    String region = QueryParameters.text(asked);
    boolean known = region == null || directory.findRegion(region).isPresent();
    List<CentreSummary> centres =
        directory.trainingCentres().stream()
            .filter(centre -> region == null || centre.regionCode().equals(region))
            .toList();
    JsonArrayBuilder items = JSON.createArrayBuilder();
    centres.forEach(centre -> items.add(centre(centre)));
    Map<String, String> unknown = known ? Map.of() : Map.of("region", region);
    return new ListAnswer(items, centres.size(), null, unknown).json();
  }

  private JsonObjectBuilder centre(CentreSummary centre) {
    JsonObjectBuilder answer =
        JSON.createObjectBuilder()
            .add("code", centre.code())
            .add("name", centre.name().in(language.get()))
            .add("region", centre.regionCode())
            .add("city", centre.city())
            .add("latitude", centre.latitude())
            .add("longitude", centre.longitude())
            .add("zone", centre.zone())
            .add("languages", codes(centre.languages()));
    return centre.memberCode() == null
        ? answer.addNull("member")
        : answer.add("member", centre.memberCode());
  }

  private static JsonArrayBuilder codes(String codes) {
    return JSON.createArrayBuilder(List.of(codes.split(" ")));
  }
}
