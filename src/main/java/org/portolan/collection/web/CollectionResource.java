package org.portolan.collection.web;

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
import java.util.Map;
import java.util.Objects;
import org.portolan.collection.CollectionSlice;
import org.portolan.collection.Collections;
import org.portolan.collection.ToldCollection;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.PracticeSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.ListAnswer;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.QueryParameters;

/** Published collections over REST, for whoever asks, with those practices that they may read. */
@OpenTo("everyone")
@Path("collections")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CollectionResource {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
  private static final int MOST = 100;

  @Inject private Collections collections;
  @Inject private KnowledgeService knowledge;
  @Inject private CurrentLanguage language;
  @Inject private Installation installation;

  /** The last published first. The list goes on behind the last one of a page. */
  @GET
  public JsonObject list(
      @QueryParam("region") String region,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("25") String limit) {
    CollectionSlice found =
        collections.after(
            QueryParameters.text(region),
            QueryParameters.text(cursor),
            QueryParameters.limit(limit, MOST));
    JsonArrayBuilder items = JSON.createArrayBuilder();
    found.items().forEach(each -> items.add(facts(each).add("practices", each.practices().size())));
    return new ListAnswer(items, found.total(), found.next(), found.unknown()).json();
  }

  /** One of them with its practices, in order; its words are Markdown. */
  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") long id) {
    ToldCollection found =
        collections.told(id).orElseThrow(() -> new NotFound("There is no collection " + id));
    Map<Long, PracticeSummary> read = knowledge.summaries(found.practices(), language.get());
    JsonArrayBuilder practices = JSON.createArrayBuilder();
    found.practices().stream()
        .map(read::get)
        .filter(Objects::nonNull)
        .forEach(each -> practices.add(practice(each)));
    return facts(found).add("practices", practices).build();
  }

  private JsonObjectBuilder facts(ToldCollection collection) {
    JsonArrayBuilder texts = JSON.createArrayBuilder();
    collection
        .texts()
        .forEach(
            (each, text) ->
                texts.add(
                    JSON.createObjectBuilder()
                        .add("language", each)
                        .add("title", text.title())
                        .add("words", text.words())));
    return JSON.createObjectBuilder()
        .add("id", collection.id())
        .add("address", installation.baseUrl() + "/collections/" + collection.id())
        .add("region", collection.region())
        .add("publishedAt", collection.publishedAt().toString())
        .add("updatedAt", collection.updatedAt().toString())
        .add("texts", texts);
  }

  private JsonObjectBuilder practice(PracticeSummary practice) {
    return JSON.createObjectBuilder()
        .add("code", practice.code())
        .add("address", installation.baseUrl() + "/knowledge/" + practice.code())
        .add("region", practice.regionCode())
        .add("theme", practice.themeCode())
        .add("year", practice.year())
        .add("languages", JSON.createArrayBuilder(practice.languages()))
        .add("title", practice.title())
        .add("language", practice.language());
  }
}
