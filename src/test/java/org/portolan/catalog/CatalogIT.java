package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Collator;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Statements;
import org.portolan.platform.i18n.Language;

/** The catalogue as a reader asks for it, and what that costs the database. */
@ArquillianTest
class CatalogIT {
  @Inject private Catalog catalog;

  @Test
  void aPageOf25CoursesCostsAsManyStatementsAsAPageOfOne() throws Exception {
    CourseFilter everything = CourseFilter.everything();
    // sizes and languages that no other test asks for: pages are kept for moments
    int one = Statements.of(() -> catalog.list(everything, Language.FR, 1)).size();

    assertThat(Statements.of(() -> catalog.list(everything, Language.FR, 25)))
        .hasSize(one)
        .hasSizeBetween(1, 4);
    assertThat(Statements.of(() -> catalog.list(everything, Language.FR, 25))).isEmpty();
    assertThat(catalog.list(everything, Language.FR).items()).hasSize(Catalog.PAGE_SIZE);
  }

  @Test
  void pagesDoNotOverlapAndTogetherAreAll() {
    CoursePage first = catalog.list(CourseFilter.everything(), Language.EN);
    CoursePage second =
        catalog.list(new CourseFilter(null, null, null, null, null, 2), Language.EN);

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
        catalog.list(new CourseFilter("no-such-theme", null, null, null, null, 1), Language.EN);

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
    assertThat(Statements.of(() -> catalog.find("DEMO-HS-210", Language.EN))).hasSize(6);
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
