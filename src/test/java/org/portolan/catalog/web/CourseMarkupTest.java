package org.portolan.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.catalog.Audience;
import org.portolan.catalog.CatalogueKind;
import org.portolan.catalog.ComingSession;
import org.portolan.catalog.CourseDetail;
import org.portolan.catalog.CourseFacts;
import org.portolan.catalog.CourseState;
import org.portolan.catalog.CourseTitle;
import org.portolan.catalog.CourseWords;
import org.portolan.catalog.Entry;
import org.portolan.catalog.LanguageText;
import org.portolan.catalog.Validity;

class CourseMarkupTest {
  @Test
  void aCourseIsToldWithItsProviderAndWhatItTeaches() {
    JsonObject json = json("Risk", "HS 2022", List.of("Risk management"), List.of());

    assertThat(json.getString("@type")).isEqualTo("Course");
    assertThat(json.getString("url")).isEqualTo("https://learn.example/catalog/DEMO-1");
    assertThat(json.getString("name")).isEqualTo("Risk");
    assertThat(json.getString("timeRequired")).isEqualTo("PT6H");
    assertThat(json.getString("about")).isEqualTo("HS 2022");
    assertThat(json.getString("expires")).isEqualTo("2027-12-31");
    assertThat(json.getJsonArray("teaches")).hasToString("[\"Risk management\"]");
    assertThat(json.getJsonObject("provider").getString("name")).isEqualTo("Centre C");
    assertThat(json.getJsonArray("coursePrerequisites").getJsonObject(0).getString("url"))
        .isEqualTo("https://learn.example/catalog/DEMO-0");
    assertThat(json).doesNotContainKey("hasCourseInstance");
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    assertThat(json("Risk", null, List.of(), List.of())).doesNotContainKeys("about", "teaches");
  }

  @Test
  void aComingSessionIsAnInstanceWithItsPlace() {
    JsonObject instance =
        json("Risk", null, List.of(), List.of(session(false)))
            .getJsonArray("hasCourseInstance")
            .getJsonObject(0);

    assertThat(instance.getString("@type")).isEqualTo("CourseInstance");
    assertThat(instance.getString("startDate")).isEqualTo("2027-01-11");
    assertThat(instance.getString("endDate")).isEqualTo("2027-01-15");
    assertThat(instance.getJsonObject("offers").getString("validThrough")).isEqualTo("2027-01-01");
    assertThat(instance.getString("courseMode")).isEqualTo("onsite");
    assertThat(instance.getJsonArray("inLanguage")).hasToString("[\"en\",\"fr\"]");
    assertThat(instance.getJsonObject("location").getString("address")).isEqualTo("City C");
    assertThat(instance.getInt("maximumAttendeeCapacity")).isEqualTo(20);
    assertThat(instance.getInt("remainingAttendeeCapacity")).isEqualTo(4);
  }

  @Test
  void whatWaitsForItsDaysIsNotOfferedAndAStandingEditionHasNone() {
    ComingSession undated = session(false, false, null);
    ComingSession standing = session(true, true, null);
    assertThat(json("Risk", null, List.of(), List.of(undated)))
        .doesNotContainKey("hasCourseInstance");
    JsonObject instance =
        json("Risk", null, List.of(), List.of(undated, standing))
            .getJsonArray("hasCourseInstance")
            .getJsonObject(0);

    assertThat(instance.getString("url")).isEqualTo("https://learn.example/calendar/session/5");
    assertThat(instance.getString("courseWorkload")).isEqualTo("PT6H");
    assertThat(instance)
        .doesNotContainKeys(
            "offers",
            "startDate",
            "endDate",
            "maximumAttendeeCapacity",
            "remainingAttendeeCapacity");
  }

  @Test
  void aCityThatIsNotKnownIsLeftOut() {
    JsonObject told =
        markup()
            .json(
                course("Risk", null, null),
                List.of(),
                code -> code,
                code -> null,
                List.of(session(false)));
    assertThat(told.getJsonArray("hasCourseInstance").getJsonObject(0).getJsonObject("location"))
        .containsOnlyKeys("@type", "name");
    assertThat(told).doesNotContainKeys("expires", "about", "coursePrerequisites");
  }

  @Test
  void aSessionOnlineIsNowhere() {
    JsonObject instance =
        json("Risk", null, List.of(), List.of(session(true)))
            .getJsonArray("hasCourseInstance")
            .getJsonObject(0);

    assertThat(instance.getString("courseMode")).isEqualTo("online");
    assertThat(instance).doesNotContainKey("location");
  }

  @Test
  void noTitleEndsTheBlock() {
    String script =
        markup()
            .script(
                course("</script><b>&", null), List.of(), code -> code, code -> null, List.of());

    assertThat(script)
        .startsWith("<script type=\"application/ld+json\">{")
        .endsWith("}</script>")
        .contains("\\u003c/script\\u003e\\u003cb\\u003e\\u0026");
    assertThat(script.split("<", -1)).hasSize(3);
  }

  private static CourseMarkup markup() {
    return new CourseMarkup("https://learn.example");
  }

  private JsonObject json(
      String title, String instrument, List<String> teaches, List<ComingSession> sessions) {
    return markup()
        .json(
            course(title, instrument),
            teaches,
            code -> "Centre " + code,
            code -> "City " + code,
            sessions);
  }

  private static ComingSession session(boolean online) {
    return session(false, online, LocalDate.of(2027, 1, 11));
  }

  private static ComingSession session(boolean standing, boolean online, LocalDate firstDay) {
    return new ComingSession(
        5,
        1,
        "S-5",
        standing,
        "C",
        firstDay,
        firstDay == null ? null : firstDay.plusDays(4),
        firstDay == null ? null : firstDay.minusDays(10),
        false,
        "Hall",
        "",
        "en fr",
        online,
        20,
        4,
        Entry.SEAT);
  }

  private static CourseDetail course(String title, String instrument) {
    return course(title, instrument, LocalDate.of(2027, 12, 31));
  }

  private static CourseDetail course(String title, String instrument, LocalDate until) {
    return new CourseDetail(
        new CourseFacts(
            1,
            "DEMO-1",
            "C",
            "WCA",
            "RISK",
            "basic",
            "workshop",
            6,
            "operational",
            instrument,
            new Validity(LocalDate.of(2026, 1, 1), until)),
        CourseState.PUBLISHED,
        CatalogueKind.REGION,
        null,
        List.of("RISK"),
        List.of(Audience.OPERATIONAL),
        null,
        List.of(),
        until == null ? List.of() : List.of(new CourseTitle(9, "DEMO-0", "Before", "en")),
        null,
        new CourseWords("en", title, "In short", "Long"),
        List.of(new LanguageText("en", title, true, false)),
        Instant.EPOCH);
  }
}
