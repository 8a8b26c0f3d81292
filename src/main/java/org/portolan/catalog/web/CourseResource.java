package org.portolan.catalog.web;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portolan.catalog.Audience;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseDetail;
import org.portolan.catalog.CourseFacts;
import org.portolan.catalog.CourseFilter;
import org.portolan.catalog.CoursePage;
import org.portolan.catalog.CourseTitle;
import org.portolan.catalog.CourseWords;
import org.portolan.catalog.LanguageText;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.ListAnswer;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.QueryParameters;

/** Courses over REST. */
@OpenTo("everyone")
@Path("courses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CourseResource {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
  private static final int MOST = 100;

  @Inject private Catalog catalog;
  @Inject private CurrentLanguage language;

  /** The cursor is the number of the next page. */
  @GET
  public JsonObject list(
      @QueryParam("theme") String theme,
      @QueryParam("language") String contentLanguage,
      @QueryParam("region") String region,
      @QueryParam("member") String member,
      @QueryParam("centre") String centre,
      @QueryParam("mode") String mode,
      @QueryParam("level") String level,
      @QueryParam("package") String family,
      @QueryParam("catalogue") String catalogue,
      @QueryParam("audience") String audience,
      @QueryParam("competency") String competency,
      @QueryParam("instrument") String instrument,
      @QueryParam("sponsor") String sponsor,
      @QueryParam("q") String words,
      @QueryParam("sort") String sort,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("25") String limit) {
    int page = cursor != null && cursor.matches("\\d{1,5}") ? Integer.parseInt(cursor) : 1;
    Map<String, String> asked = new HashMap<>();
    asked.put("theme", QueryParameters.text(theme));
    asked.put("language", QueryParameters.text(contentLanguage));
    asked.put("region", QueryParameters.text(region));
    asked.put("member", QueryParameters.text(member));
    asked.put("centre", QueryParameters.text(centre));
    asked.put("mode", QueryParameters.text(mode));
    asked.put("level", QueryParameters.text(level));
    asked.put("package", QueryParameters.text(family));
    asked.put("catalogue", QueryParameters.text(catalogue));
    asked.put("audience", QueryParameters.text(audience));
    asked.put("competency", QueryParameters.text(competency));
    asked.put("instrument", QueryParameters.text(instrument));
    asked.put("sponsor", QueryParameters.text(sponsor));
    asked.put(CourseFilter.WORDS, QueryParameters.text(words));
    asked.put("sort", QueryParameters.text(sort));
    CoursePage found =
        catalog.list(
            CourseFilter.of(asked::get, page), language.get(), QueryParameters.limit(limit, MOST));
    JsonArrayBuilder items = JSON.createArrayBuilder();
    found
        .items()
        .forEach(course -> items.add(course(course.facts(), course.words(), course.languages())));
    String next = found.hasNext() ? String.valueOf(found.page() + 1) : null;
    return new ListAnswer(items, found.total(), next, found.unknown()).json();
  }

  @GET
  @Path("{code}")
  public JsonObject get(@PathParam("code") String code) {
    CourseDetail found =
        catalog
            .find(code, language.get())
            .orElseThrow(() -> new NotFound("There is no course " + code));
    JsonArrayBuilder gives = JSON.createArrayBuilder();
    found
        .gives()
        .forEach(
            each ->
                gives.add(
                    JSON.createObjectBuilder()
                        .add("competency", each.code())
                        .add("level", each.level())));
    JsonObjectBuilder course =
        course(found.facts(), found.words(), found.languages())
            .add("body", found.words().body())
            .add("state", found.state().code())
            .add("catalogue", found.catalogue().code())
            .add("themes", JSON.createArrayBuilder(found.themes()))
            .add(
                "audiences",
                JSON.createArrayBuilder(found.audiences().stream().map(Audience::code).toList()))
            .add("gives", gives)
            .add(
                "requires",
                JSON.createArrayBuilder(found.requires().stream().map(CourseTitle::code).toList()))
            .add(
                "behind",
                JSON.createArrayBuilder(
                    found.texts().stream()
                        .filter(LanguageText::stale)
                        .map(LanguageText::language)
                        .toList()));
    orNull(course, "sponsor", found.sponsorCode());
    orNull(course, "successor", found.successor() == null ? null : found.successor().code());
    return course.build();
  }

  private static JsonObjectBuilder orNull(JsonObjectBuilder json, String name, Object value) {
    return value == null ? json.addNull(name) : json.add(name, value.toString());
  }

  private static JsonObjectBuilder course(
      CourseFacts facts, CourseWords words, List<String> languages) {
    JsonObjectBuilder course =
        JSON.createObjectBuilder()
            .add("code", facts.code())
            .add("title", words.title())
            .add("summary", words.summary())
            .add("language", words.language())
            .add("languages", JSON.createArrayBuilder(languages))
            .add("theme", facts.themeCode())
            .add("region", facts.regionCode())
            .add("centre", facts.centreCode())
            .add("level", facts.level())
            .add("mode", facts.mode())
            .add("hours", facts.hours())
            .add("audience", facts.audience());
    orNull(course, "validFrom", facts.validity().from());
    orNull(course, "validUntil", facts.validity().until());
    return orNull(course, "instrument", facts.instrument());
  }
}
