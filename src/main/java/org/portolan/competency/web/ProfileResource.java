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
import org.portolan.competency.ProfileSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.ListAnswer;

/** Job profiles over REST, with the level from 1 to 4 that each needs; the list comes whole. */
@OpenTo("everyone")
@Path("job-profiles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  @Inject private Competencies competencies;
  @Inject private CurrentLanguage language;

  @GET
  public JsonObject list() {
    List<ProfileSummary> all = competencies.profiles();
    JsonArrayBuilder items = JSON.createArrayBuilder();
    all.forEach(each -> items.add(profile(each)));
    return new ListAnswer(items, all.size(), null, Map.of()).json();
  }

  private JsonObjectBuilder profile(ProfileSummary each) {
    JsonArrayBuilder needs = JSON.createArrayBuilder();
    each.needs()
        .forEach(
            need ->
                needs.add(
                    JSON.createObjectBuilder()
                        .add("competency", need.competency().code())
                        .add("level", need.level().number())));
    return JSON.createObjectBuilder()
        .add("code", each.code())
        .add("family", each.family().code())
        .add("name", each.name().in(language.get()))
        .add("needs", needs);
  }
}
