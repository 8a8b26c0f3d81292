package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portolan.region.CentreSummary;

class ResemblanceTest {
  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
  private static final String TITLE = "Customs valuation in practice";
  private static final String TEXT = "The methods of valuation one after the other, with cases.";

  private final Course draft = draft();

  @Test
  void theMostAlikeComesFirstAndOthersAreLeftOut() {
    ShelvedCourse same = other(1, "B", "basic", "VALUATION", "valuation");
    ShelvedCourse likewise = other(2, "A", "basic", "VALUATION", "valuation");
    ShelvedCourse higher = other(3, "C", "advanced", "VALUATION", "valuation");
    ShelvedCourse another = other(4, "D", "trainer", "DOGS", "dogs");
    Map<Long, List<CourseWords>> texts =
        Map.of(
            1L, words(TITLE, TEXT),
            2L, words(TITLE, TEXT),
            3L, words(TITLE, TEXT),
            4L, words("Dogs at the pier", "Leash and whistle."));

    assertThat(nearest(List.of(another, higher, same, likewise), texts, 3))
        .extracting(each -> each.course().facts().code())
        .as("by likeness, then by code")
        .containsExactly("A", "B", "C");
    assertThat(nearest(List.of(same, likewise), texts, 1)).hasSize(1);
    assertThat(nearest(List.of(another), texts, 3)).isEmpty();
  }

  @Test
  void oneThatWasRetiredMeanwhileIsNotHeldAgainstIt() {
    ShelvedCourse gone = other(1, "B", "basic", "VALUATION", "valuation");
    assertThat(nearest(List.of(gone), Map.of(), 3)).isEmpty();
  }

  @Test
  void itIsToldWhatTheyHaveInCommon() {
    ShelvedCourse other = other(1, "B", "basic", "VALUATION", "valuation");
    Resemblance near = nearest(List.of(other), Map.of(1L, words(TITLE, TEXT)), 3).get(0);
    CourseTitle title = new CourseTitle(1, "B", TITLE, "en");

    SimilarCourse told = near.with(draft, title);

    assertThat(told.course()).isEqualTo(title);
    assertThat(told.centreCode()).isEqualTo("C-OTHER");
    assertThat(told.title()).isEqualTo(100);
    assertThat(told.text()).isEqualTo(100);
    assertThat(told.themes()).containsExactly("VALUATION");
    assertThat(told.competencies()).containsExactly("valuation");
    assertThat(told.sameLevel()).isTrue();
    assertThat(told.likeness()).isEqualTo((int) Math.round(near.likeness().score() * 100));
    assertThat(
            new Resemblance(other(1, "B", "advanced", "DOGS", "dogs"), near.likeness())
                .with(draft, title))
        .extracting(SimilarCourse::themes, SimilarCourse::competencies, SimilarCourse::sameLevel)
        .containsExactly(List.of("COMMON"), List.of(), false);
  }

  private List<Resemblance> nearest(
      List<ShelvedCourse> others, Map<Long, List<CourseWords>> texts, int most) {
    return Resemblance.nearest(draft, others, texts, most);
  }

  private static List<CourseWords> words(String title, String text) {
    return List.of(new CourseWords("en", title, text, text));
  }

  private static ShelvedCourse other(
      long id, String code, String level, String theme, String competency) {
    return new ShelvedCourse(
        new CourseFacts(
            id,
            code,
            "C-OTHER",
            "WCA",
            theme,
            level,
            "workshop",
            8,
            "manager",
            null,
            Validity.ALWAYS),
        CatalogueKind.REGION,
        "XS",
        theme.equals("DOGS") ? List.of(theme, "COMMON") : List.of(theme),
        List.of(Audience.MANAGER),
        null,
        List.of(new GivenCompetency(competency, 2)),
        List.of(),
        NOW);
  }

  private static Course draft() {
    Course course = new Course("DEMO-NEW", "en", 7);
    course.describe(
        new CourseDescription(
            "DEMO-C",
            CatalogueKind.REGION,
            "VALUATION",
            Set.of("COMMON"),
            Level.BASIC,
            Mode.WORKSHOP,
            8,
            List.of(Audience.MANAGER),
            null,
            null,
            List.of(new GivenCompetency("valuation", 1)),
            Set.of(),
            Validity.ALWAYS),
        new CentreSummary(
            "DEMO-C", "RTC", "WCA", "XS", "Town", 1, 2, "Africa/Dakar", "fr", 2001, null, true),
        NOW);
    course.write(new TextEdit("en", TITLE, TEXT, TEXT), false, NOW);
    return course;
  }
}
