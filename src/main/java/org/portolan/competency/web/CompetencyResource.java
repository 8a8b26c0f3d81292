package org.portolan.competency.web;

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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.portolan.competency.Competencies;
import org.portolan.competency.CompetencySummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.ListAnswer;

/** Competencies over REST; the list is short and comes whole. */
@OpenTo("everyone")
@Path("competencies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CompetencyResource {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  @Inject private Competencies competencies;
  @Inject private CurrentLanguage language;

  @GET
  public JsonObject list() {
    List<CompetencySummary> all = competencies.all();
    JsonArrayBuilder items = JSON.createArrayBuilder();
    all.forEach(each -> items.add(competency(each)));
    return new ListAnswer(items, all.size(), null, Map.of()).json();
  }

  /** Where no theme teaches it, that is null. */
  private JsonObjectBuilder competency(CompetencySummary each) {
    JsonObjectBuilder answer =
        JSON.createObjectBuilder()
            .add("code", each.code())
            .add("group", each.group().code())
            .add("name", each.name().in(language.get()))
            .add("description", each.description().in(language.get()));
    return each.themeCode() == null
        ? answer.addNull("theme")
        : answer.add("theme", each.themeCode());
  }
}
