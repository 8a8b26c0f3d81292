package org.portolan.catalog.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.portolan.catalog.ComingSession;
import org.portolan.catalog.CourseDetail;
import org.portolan.catalog.CourseTitle;

/**
 * A course and its coming sessions in the words of schema.org, for search engines and other
 * catalogues that gather courses.
 */
record CourseMarkup(String site) {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  /** A block of data for the head of a page; it is never run. */
  String script(
      CourseDetail course,
      List<String> teaches,
      UnaryOperator<String> centreName,
      UnaryOperator<String> centreCity,
      List<ComingSession> sessions) {
    return "<script type=\"application/ld+json\">"
        + safe(json(course, teaches, centreName, centreCity, sessions).toString())
        + "</script>";
  }

  /** Whatever a text says, it cannot end the element that it stands in. */
  private static String safe(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  JsonObject json(
      CourseDetail course,
      List<String> teaches,
      UnaryOperator<String> centreName,
      UnaryOperator<String> centreCity,
      List<ComingSession> sessions) {
    String centre = course.facts().centreCode();
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("@context", "https://schema.org")
            .add("@type", "Course")
            .add("@id", address(course.facts().code()))
            .add("url", address(course.facts().code()))
            .add("courseCode", course.facts().code())
            .add("name", course.words().title())
            .add("description", course.words().summary())
            .add("inLanguage", course.words().language())
            .add("availableLanguage", JSON.createArrayBuilder(course.languages()))
            .add("educationalLevel", course.facts().level())
            .add("timeRequired", hours(course))
            .add(
                "provider",
                JSON.createObjectBuilder()
                    .add("@type", "Organization")
                    .add("name", centreName.apply(centre))
                    .add("url", site + "/calendar/centre/" + centre));
    if (!teaches.isEmpty()) {
      json.add("teaches", JSON.createArrayBuilder(teaches));
    }
    if (!course.requires().isEmpty()) {
      JsonArrayBuilder required = JSON.createArrayBuilder();
      course.requires().forEach(each -> required.add(required(each)));
      json.add("coursePrerequisites", required);
    }
    if (course.facts().instrument() != null) {
      json.add("about", course.facts().instrument());
    }
    if (course.facts().validity().until() != null) {
      json.add("expires", course.facts().validity().until().toString());
    }
    // nobody can take part yet in one that waits for its days
    List<ComingSession> offered = sessions.stream().filter(each -> !each.undated()).toList();
    if (!offered.isEmpty()) {
      JsonArrayBuilder instances = JSON.createArrayBuilder();
      offered.forEach(each -> instances.add(instance(course, each, centreName, centreCity)));
      json.add("hasCourseInstance", instances);
    }
    return json.build();
  }

  private JsonObjectBuilder required(CourseTitle course) {
    return JSON.createObjectBuilder()
        .add("@type", "Course")
        .add("name", course.title())
        .add("url", address(course.code()));
  }

  private JsonObjectBuilder instance(
      CourseDetail course,
      ComingSession session,
      UnaryOperator<String> centreName,
      UnaryOperator<String> centreCity) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("@type", "CourseInstance")
            .add("url", site + "/calendar/session/" + session.id())
            .add("courseMode", session.online() ? "online" : "onsite")
            .add("courseWorkload", hours(course))
            .add("inLanguage", JSON.createArrayBuilder(List.of(session.languages().split(" "))));
    if (session.dated()) {
      json.add("startDate", session.firstDay().toString())
          .add("endDate", session.lastDay().toString())
          .add("maximumAttendeeCapacity", session.seats())
          .add("remainingAttendeeCapacity", session.left());
    }
    if (session.applyBy() != null) {
      json.add(
          "offers",
          JSON.createObjectBuilder()
              .add("@type", "Offer")
              .add("url", site + "/apply/" + session.id())
              .add("validThrough", session.applyBy().toString()));
    }
    if (session.online()) {
      return json;
    }
    JsonObjectBuilder place =
        JSON.createObjectBuilder()
            .add("@type", "Place")
            .add("name", centreName.apply(session.centreCode()));
    String city = centreCity.apply(session.centreCode());
    if (city != null) {
      place.add("address", city);
    }
    return json.add("location", place);
  }

  private String address(String code) {
    return site + "/catalog/" + code;
  }

  private static String hours(CourseDetail course) {
    return "PT" + course.facts().hours() + "H";
  }
}
