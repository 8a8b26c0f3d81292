package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Collator;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Statements;
import org.portolan.platform.i18n.Language;

/** The catalogue as a reader asks for it, and what that costs the database. */
@ArquillianTest
class CatalogIT {
  @Inject private Catalog catalog;
  @Inject private ShelfReading reading;
  @Inject private ComingSessions sessions;

  @Test
  void aPageOfTheListAsksNothingOfTheDatabase() throws Exception {
    CourseFilter everything = CourseFilter.everything();
    catalog.list(everything, Language.FR, 1);

    assertThat(Statements.of(() -> catalog.list(everything, Language.FR, 25))).isEmpty();
    assertThat(Statements.of(() -> catalog.facets(everything))).isEmpty();
    assertThat(catalog.list(everything, Language.FR).items()).hasSize(Catalog.PAGE_SIZE);
  }

  @Test
  void allIsReadAnewInFourStatements() throws Exception {
    assertThat(Statements.of(() -> reading.read())).hasSize(4);
  }

  @Test
  void everyCountIsWhatItsChoiceShows() {
    CourseFilter filter = CourseFilter.of(Map.of("region", "AP", "language", "en")::get, 1);
    CourseFacets facets = catalog.facets(filter);

    for (Facet facet : Facet.values()) {
      facets
          .of(facet)
          .forEach(
              (value, count) -> {
                Map<String, String> chosen = new HashMap<>(filter.chosen());
                chosen.put(facet.code(), value);
                assertThat(catalog.list(CourseFilter.of(chosen::get, 1), Language.EN).total())
                    .as(facet + " " + value)
                    .isEqualTo(count.longValue());
              });
    }
    assertThat(facets.of(Facet.COMPETENCY)).isNotEmpty();
    assertThat(facets.of(Facet.PACKAGE)).isNotEmpty();
  }

  @Test
  void theNextSessionComesFirstWhereThatIsWanted() {
    List<CourseSummary> first =
        catalog.list(CourseFilter.of(Map.of("sort", "next")::get, 1), Language.EN).items();
    Map<Long, Instant> starts = sessions.starts();

    assertThat(starts).isNotEmpty();
    assertThat(first.stream().map(course -> starts.get(course.facts().id())).limit(10))
        .doesNotContainNull()
        .isSorted();
  }

  @Test
  void wordsFindTitlesInAnyLanguageAndNothingNamesWhatIsNear() {
    assertThat(
            catalog.list(CourseFilter.of(Map.of("q", "EVALUATION")::get, 1), Language.EN).unknown())
        .isEmpty();
    assertThat(
            catalog
                .list(CourseFilter.of(Map.of("q", "valeur transactionnelle")::get, 1), Language.EN)
                .items())
        .extracting(course -> course.facts().code())
        .containsExactly("DEMO-VAL-120");
    assertThat(catalog.nearest("valeur transactionelle ajustement", Language.FR))
        .extracting(course -> course.facts().code())
        .contains("DEMO-VAL-120");
  }

  @Test
  void pagesDoNotOverlapAndTogetherAreAll() {
    CoursePage first = catalog.list(CourseFilter.everything(), Language.EN);
    CoursePage second = catalog.list(CourseFilter.everything().at(2), Language.EN);

    assertThat(first.items())
        .doesNotContainAnyElementsOf(second.items())
        .hasSize(Catalog.PAGE_SIZE);
    assertThat(first.total()).isEqualTo(second.total()).isGreaterThan(Catalog.PAGE_SIZE);
  }

  @Test
  void allCoursesStandAsInADictionary() {
    List<String> titles = catalog.all(Language.FR).stream().map(CourseTitle::title).toList();

    assertThat(titles).isSortedAccordingTo(Collator.getInstance(Locale.FRENCH));
    // else the order of code units would have done
    assertThat(titles).isNotEqualTo(titles.stream().sorted().toList());
  }

  @Test
  void anUnknownFilterValueFindsNothingAndIsNamed() {
    CoursePage page =
        catalog.list(CourseFilter.of(Map.of("theme", "no-such-theme")::get, 1), Language.EN);

    assertThat(page.items()).isEmpty();
    assertThat(page.unknown()).containsEntry("theme", "no-such-theme");
  }

  @Test
  void aCourseSaysWhatItGivesWhatItAsksForAndWhichTextsAreBehind() throws Exception {
    CourseDetail course = catalog.find("DEMO-HS-210", Language.EN).orElseThrow();

    assertThat(course.gives())
        .containsExactly(
            new GivenCompetency("classification", 3), new GivenCompetency("advance-rulings", 2));
    assertThat(course.requires()).extracting(CourseTitle::code).containsExactly("DEMO-HS-101");
    assertThat(course.themes()).containsExactly("HS", "RULINGS");
    assertThat(catalog.find("DEMO-HS-101", Language.ES).orElseThrow().stale()).isTrue();
    assertThat(catalog.find("DEMO-HS-101", Language.FR).orElseThrow().stale()).isFalse();
    assertThat(Statements.of(() -> catalog.find("DEMO-HS-210", Language.EN))).hasSize(5);
  }

  @Test
  void aRetiredCourseLeadsToWhatTookItsPlaceAndIsNotListed() {
    CourseDetail retired = catalog.find("DEMO-HS-090", Language.EN).orElseThrow();

    assertThat(retired.retired()).isTrue();
    assertThat(retired.successor().code()).isEqualTo("DEMO-HS-101");
    assertThat(catalog.all(Language.EN))
        .extracting(CourseTitle::code)
        .doesNotContain("DEMO-HS-090");
  }

  @Test
  void whatIsBeingWrittenIsNotThereForReaders() {
    assertThat(catalog.find("DEMO-VAL-121", Language.FR)).isEmpty();
    assertThat(catalog.find("DEMO-TRN-214", Language.FR)).isEmpty();
  }
}
