package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CourseDetailTest {
  private static final LanguageText FIRST = new LanguageText("en", "Valuation", true, false);
  private static final LanguageText BEHIND = new LanguageText("fr", "Évaluation", false, true);
  private static final LanguageText UP = new LanguageText("es", "Valoración", false, false);

  @Test
  void aTextThatIsBehindIsSaidToBeWhereItIsTheOneThatIsRead() {
    assertThat(read("fr", FIRST, BEHIND, UP).stale()).isTrue();
    assertThat(read("es", FIRST, BEHIND, UP).stale()).isFalse();
    assertThat(read("en", FIRST, BEHIND, UP).stale()).isFalse();
  }

  @Test
  void theTextThatTheOthersFollowIsNamed() {
    assertThat(read("fr", BEHIND, FIRST).masterLanguage()).isEqualTo("en");
    assertThat(read("fr", BEHIND).masterLanguage()).isEqualTo("fr");
    assertThat(read("fr", BEHIND, FIRST).languages()).containsExactly("fr", "en");
  }

  @Test
  void onlyARetiredOneIsRetired() {
    assertThat(course(CourseState.RETIRED, "en", FIRST).retired()).isTrue();
    assertThat(course(CourseState.PUBLISHED, "en", FIRST).retired()).isFalse();
  }

  @Test
  void aPageEndsWhereTheCoursesDo() {
    assertThat(page(1, 0).pages()).isEqualTo(1);
    assertThat(page(1, 25).pages()).isEqualTo(1);
    assertThat(page(1, 26).pages()).isEqualTo(2);
    assertThat(page(1, 26).hasNext()).isTrue();
    assertThat(page(2, 26).hasNext()).isFalse();
  }

  @Test
  void theDeskSeesThatAnyTextIsBehind() {
    assertThat(row(FIRST, UP).stale()).isFalse();
    assertThat(row(FIRST, BEHIND).stale()).isTrue();
  }

  @Test
  void whoSeesNothingHasNoRightAtAll() {
    Set<String> none = Set.of();
    Set<String> one = Set.of("X");
    assertThat(new CourseSight(false, none, none, none, false).nothing()).isTrue();
    assertThat(new CourseSight(true, none, none, none, false).nothing()).isFalse();
    assertThat(new CourseSight(false, one, none, none, false).nothing()).isFalse();
    assertThat(new CourseSight(false, none, one, none, false).nothing()).isFalse();
    assertThat(new CourseSight(false, none, none, one, false).nothing()).isFalse();
    assertThat(new CourseSight(false, none, none, none, true).nothing()).isFalse();
  }

  @Test
  void eitherWordsOrAStateNarrowTheDesk() {
    assertThat(CourseDeskFilter.everything().restricts()).isFalse();
    assertThat(new CourseDeskFilter("a", null).restricts()).isTrue();
    assertThat(new CourseDeskFilter(null, "draft").restricts()).isTrue();
  }

  @Test
  void aTextThatIsNotThereYetIsNew() {
    TextEdit edit = new TextEdit("fr", "", "", "");
    assertThat(new OpenText("A", OpenText.NONE, edit, null, false, true).isNew()).isTrue();
    assertThat(new OpenText("A", 0, edit, null, false, true).isNew()).isFalse();
  }

  @Test
  void whatACourseGivesIsReadAsItIsWritten() {
    assertThat(GivenCompetency.of("valuation:4")).contains(new GivenCompetency("valuation", 4));
    assertThat(new GivenCompetency("valuation", 4)).hasToString("valuation:4");
    assertThat(GivenCompetency.of(":2")).isEmpty();
    assertThat(GivenCompetency.of("valuation")).isEmpty();
    assertThat(GivenCompetency.of("valuation:5")).isEmpty();
    // a competency with another level is another thing that is kept
    CourseCompetency two = new CourseCompetency(new GivenCompetency("valuation", 2));
    assertThat(two)
        .isEqualTo(new CourseCompetency(new GivenCompetency("valuation", 2)))
        .hasSameHashCodeAs(new CourseCompetency(new GivenCompetency("valuation", 2)))
        .isNotEqualTo(new CourseCompetency(new GivenCompetency("valuation", 3)))
        .isNotEqualTo(new CourseCompetency(new GivenCompetency("origin", 2)))
        .isNotEqualTo(null);
    assertThat(two.hashCode()).isNotZero();
  }

  @Test
  void aFacetThatNobodyCountedShowsNothing() {
    CourseFacets facets = new CourseFacets(Map.of(Facet.MODE, Map.of("workshop", 3)));
    assertThat(facets.of(Facet.MODE)).containsEntry("workshop", 3);
    assertThat(facets.of(Facet.LEVEL)).isEmpty();
    assertThat(Facet.of("mode")).contains(Facet.MODE);
    assertThat(Facet.of("MODE")).isEmpty();
  }

  @Test
  void whatIsWrongIsToldByField() {
    InvalidCourse invalid = new InvalidCourse("title", new CourseProblem("title.missing"));
    assertThat(invalid.problems()).containsOnlyKeys("title");
    assertThat(invalid).hasMessageContaining("title.missing");
  }

  private static CoursePage page(int number, long total) {
    return new CoursePage(List.of(), total, number, 25, Map.of());
  }

  private static CourseDetail read(String language, LanguageText... texts) {
    return course(CourseState.PUBLISHED, language, texts);
  }

  private static CourseDetail course(CourseState state, String language, LanguageText... texts) {
    return new CourseDetail(
        new CourseFacts(
            1, "A", "C", "WCA", "HS", "basic", "workshop", 5, "manager", null, Validity.ALWAYS),
        state,
        CatalogueKind.REGION,
        null,
        List.of("HS"),
        List.of(Audience.MANAGER),
        null,
        List.of(),
        List.of(),
        null,
        new CourseWords(language, "Title", "Summary", "Body"),
        List.of(texts),
        Instant.EPOCH);
  }

  private static DeskCourse row(LanguageText... texts) {
    return new DeskCourse(
        1,
        "A",
        "C",
        CatalogueKind.REGION,
        CourseState.PUBLISHED,
        new CourseTitle(1, "A", "Title", "en"),
        List.of(texts),
        Instant.EPOCH);
  }
}
