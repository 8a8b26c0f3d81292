package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.platform.i18n.Language;

class ShelfTest {
  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

  private final ShelvedCourse value =
      course(1, "A", "AP", "HS", 8, NOW, words("en", "Zebra crossings"), words("fr", "Évaluation"));
  private final ShelvedCourse origin =
      course(2, "B", "AP", "ORIGIN", 2, NOW.plusSeconds(9), words("en", "apples"));
  private final ShelvedCourse transit =
      course(3, "C", "EUR", "HS", 5, null, words("fr", "Écluses"));
  private final Shelf shelf =
      new Shelf(List.of(value, origin, transit), theme -> theme.equals("HS") ? "REVENUE" : null);

  @Test
  void titlesStandAsInADictionaryAndThoseWithoutOneComeAfterByCode() {
    assertThat(page(Map.of(), Language.EN, 10)).containsExactly(origin, value, transit);
    assertThat(page(Map.of(), Language.FR, 10)).containsExactly(transit, value, origin);
    assertThat(page(Map.of(), Language.RU, 10)).containsExactly(value, origin, transit);
  }

  @Test
  void aPageBeginsWhereTheOneBeforeEnds() {
    CourseFilter second = CourseFilter.everything().at(2);

    assertThat(shelf.page(CourseFilter.everything(), Language.EN, 2, Map.of()))
        .containsExactly(origin, value);
    assertThat(shelf.page(second, Language.EN, 2, Map.of())).containsExactly(transit);
    assertThat(shelf.page(second.at(3), Language.EN, 2, Map.of())).isEmpty();
  }

  @Test
  void theOrderIsTheOneThatWasAskedFor() {
    assertThat(page(Map.of("sort", "hours"), Language.EN, 10))
        .containsExactly(origin, transit, value);
    assertThat(page(Map.of("sort", "newest"), Language.EN, 10))
        .containsExactly(origin, value, transit);
    assertThat(
            shelf.page(
                filter(Map.of("sort", "next")),
                Language.EN,
                10,
                Map.of(3L, NOW, 1L, NOW.plusSeconds(1))))
        .containsExactly(transit, value, origin);
  }

  @Test
  void allThatIsChosenHolds() {
    assertThat(page(Map.of("region", "AP", "theme", "HS"), Language.EN, 10)).containsExactly(value);
    assertThat(shelf.count(filter(Map.of("region", "AP")))).isEqualTo(2);
    assertThat(shelf.count(filter(Map.of("package", "REVENUE")))).isEqualTo(2);
    assertThat(shelf.count(filter(Map.of("region", "MENA")))).isZero();
    assertThat(shelf.count(filter(Map.of("language", "fr", "region", "EUR")))).isEqualTo(1);
    assertThat(shelf.size()).isEqualTo(3);
  }

  @Test
  void aFacetIsCountedWithAllElseThatIsChosen() {
    CourseFilter filter = filter(Map.of("region", "AP"));

    assertThat(shelf.counts(Facet.THEME, filter)).isEqualTo(Map.of("HS", 1, "ORIGIN", 1));
    assertThat(shelf.counts(Facet.REGION, filter)).isEqualTo(Map.of("AP", 2, "EUR", 1));
    assertThat(shelf.counts(Facet.LANGUAGE, filter)).isEqualTo(Map.of("en", 2, "fr", 1));
    assertThat(shelf.counts(Facet.SPONSOR, filter)).isEmpty();
    assertThat(shelf.counts(Facet.INSTRUMENT, filter)).isEqualTo(Map.of("HS 2022", 2));
    assertThat(shelf.counts(Facet.COMPETENCY, filter)).isEqualTo(Map.of("valuation", 2));
    assertThat(shelf.counts(Facet.AUDIENCE, filter)).isEqualTo(Map.of("manager", 2));
    assertThat(shelf.counts(Facet.CATALOGUE, filter)).isEqualTo(Map.of("region", 2));
    assertThat(shelf.counts(Facet.MODE, filter)).isEqualTo(Map.of("workshop", 2));
    assertThat(shelf.counts(Facet.LEVEL, filter)).isEqualTo(Map.of("basic", 2));
  }

  @Test
  void wordsStandInTitleOrCodeWithoutCapitalsOrAccents() {
    assertThat(page(Map.of("q", "EVALUATION"), Language.EN, 10)).containsExactly(value);
    assertThat(page(Map.of("q", "crossings zebra"), Language.EN, 10)).containsExactly(value);
    assertThat(page(Map.of("q", "zebra apples"), Language.EN, 10)).isEmpty();
    assertThat(page(Map.of("q", "e", "region", "EUR"), Language.EN, 10)).containsExactly(transit);
    assertThat(shelf.counts(Facet.REGION, filter(Map.of("q", "zebra")))).isEqualTo(Map.of("AP", 1));
  }

  @Test
  void whatIsCalledNearlySoIsNear() {
    assertThat(shelf.nearest("zebra crosing", 2)).containsExactly(value);
    assertThat(shelf.nearest("qqqq", 2)).isEmpty();
  }

  @Test
  void aCourseIsFoundByItsCode() {
    assertThat(shelf.find("C")).contains(transit);
    assertThat(shelf.find("c")).isEmpty();
    assertThat(shelf.all()).containsExactly(value, origin, transit);
  }

  private List<ShelvedCourse> page(Map<String, String> chosen, Language reader, int size) {
    return shelf.page(filter(chosen), reader, size, Map.of());
  }

  private static CourseFilter filter(Map<String, String> chosen) {
    return CourseFilter.of(chosen::get, 1);
  }

  private static CourseWords words(String language, String title) {
    return new CourseWords(language, title, "", null);
  }

  private static ShelvedCourse course(
      long id,
      String code,
      String region,
      String theme,
      int hours,
      Instant published,
      CourseWords... words) {
    return new ShelvedCourse(
        new CourseFacts(
            id,
            code,
            "C",
            region,
            theme,
            "basic",
            "workshop",
            hours,
            "manager",
            "HS 2022",
            Validity.ALWAYS),
        CatalogueKind.REGION,
        "XS",
        List.of(theme),
        List.of(Audience.MANAGER),
        null,
        List.of(new GivenCompetency("valuation", 2)),
        List.of(words),
        published);
  }
}
