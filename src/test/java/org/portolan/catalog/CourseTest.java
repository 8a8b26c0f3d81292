package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.region.CentreSummary;

class CourseTest {
  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final CentreSummary CENTRE =
      new CentreSummary(
          "DEMO-C", "RTC", "WCA", "XS", "Town", 1, 2, "Africa/Dakar", "fr", 2001, null, true);

  private final Course course = new Course("DEMO-1", "en", 7);

  @BeforeEach
  void describeAndWrite() {
    course.describe(description(Set.of("RISK")), CENTRE, NOW);
    course.write(text("en", "Valuation"), false, NOW);
    course.write(text("fr", "Évaluation"), false, NOW);
  }

  @Test
  void whereItsCentreIsThereItBelongs() {
    assertThat(course.centreCode()).isEqualTo("DEMO-C");
    assertThat(course.regionCode()).isEqualTo("WCA");
    assertThat(course.memberCode()).isEqualTo("XS");
    assertThat(course.updatedAt()).isEqualTo(NOW);
  }

  @Test
  void whatWasDescribedIsReadBack() {
    assertThat(course.description()).isEqualTo(description(Set.of("RISK")));
    assertThat(course.themes()).containsExactly("VALUATION", "RISK");
    assertThat(course.description().audienceCodes()).isEqualTo("operational trader");
  }

  @Test
  void describedAnewItLosesWhatIsNoLongerSaid() {
    course.describe(
        new CourseDescription(
            "DEMO-C",
            CatalogueKind.MEMBER,
            "ORIGIN",
            Set.of("HS", "ORIGIN"),
            Level.TRAINER,
            Mode.WORKSHOP,
            9,
            List.of(Audience.TRAINER),
            null,
            null,
            List.of(new GivenCompetency("origin", 3), new GivenCompetency("teaching", 4)),
            Set.of(12L),
            Validity.ALWAYS),
        CENTRE,
        LATER);

    assertThat(course.themes()).containsExactly("ORIGIN", "HS");
    assertThat(course.gives())
        .containsExactly(new GivenCompetency("teaching", 4), new GivenCompetency("origin", 3));
    assertThat(course.required()).containsExactly(12L);
    assertThat(course.catalogue()).isEqualTo(CatalogueKind.MEMBER);
    assertThat(course.sponsorCode()).isNull();
    assertThat(course.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void newWordsInTheFirstLanguageLeaveTheOthersBehind() {
    course.write(text("en", "Valuation anew"), false, LATER);

    assertThat(course.languageTexts())
        .containsExactly(
            new LanguageText("en", "Valuation anew", true, false),
            new LanguageText("fr", "Évaluation", false, true));
    assertThat(course.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void aSmallCorrectionLeavesNobodyBehind() {
    course.write(text("en", "Valuation."), true, LATER);

    assertThat(course.languageTexts()).noneMatch(LanguageText::stale);
  }

  @Test
  void theSameWordsAgainAreNoNewEdition() {
    course.write(text("en", "Valuation"), false, LATER);

    assertThat(course.languageTexts()).noneMatch(LanguageText::stale);
  }

  @Test
  void anyOfTheWordsMakesANewEdition() {
    course.write(new TextEdit("en", "Valuation", "Summary", "Other body"), false, LATER);
    course.bringUp("fr", LATER);
    course.write(new TextEdit("en", "Valuation", "Other summary", "Other body"), false, LATER);

    assertThat(course.languageTexts()).extracting(LanguageText::stale).containsExactly(false, true);
  }

  @Test
  void changingATranslationDoesNotBringItUpSayingSoDoes() {
    course.write(text("en", "Valuation anew"), false, NOW);
    course.write(text("fr", "Évaluation nouvelle"), false, NOW);
    assertThat(course.languageTexts()).extracting(LanguageText::stale).containsExactly(false, true);

    course.bringUp("fr", LATER);

    assertThat(course.languageTexts()).noneMatch(LanguageText::stale);
    assertThat(course.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void aTextThatIsBegunFollowsThePresentEdition() {
    course.write(text("en", "Valuation anew"), false, NOW);
    course.write(text("es", "Valoración"), false, NOW);

    assertThat(course.languageTexts())
        .extracting(LanguageText::language, LanguageText::stale)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("en", false),
            org.assertj.core.groups.Tuple.tuple("fr", true),
            org.assertj.core.groups.Tuple.tuple("es", false));
  }

  @Test
  void itGoesFromDraftOverReviewToPublishedAndRetired() {
    assertThat(course.state()).isEqualTo(CourseState.DRAFT);
    course.submit(8, LATER);
    assertThat(course.state()).isEqualTo(CourseState.REVIEW);
    assertThat(course.updatedAt()).isEqualTo(LATER);
    course.publish(NOW);
    assertThat(course.state()).isEqualTo(CourseState.PUBLISHED);
    assertThat(course.updatedAt()).isEqualTo(NOW);
    course.retire(null, LATER);
    assertThat(course.state()).isEqualTo(CourseState.RETIRED);
    assertThat(course.successorId()).isNull();
    assertThat(course.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void whatWasSentBackIsADraftThatSaysWhyUntilItIsSubmittedAgain() {
    course.submit(8, NOW);
    course.sendBack("The body is missing", LATER);

    assertThat(course.state()).isEqualTo(CourseState.DRAFT);
    assertThat(course.remark()).isEqualTo("The body is missing");
    assertThat(course.updatedAt()).isEqualTo(LATER);
    course.submit(8, NOW);
    assertThat(course.remark()).isNull();
  }

  @Test
  void whoDraftedOrSubmittedItMadeIt() {
    assertThat(course.madeBy(7)).isTrue();
    assertThat(course.madeBy(8)).isFalse();
    course.submit(8, NOW);
    assertThat(course.madeBy(7)).isTrue();
    assertThat(course.madeBy(8)).isTrue();
    assertThat(course.madeBy(9)).isFalse();
  }

  @Test
  void noStepIsLeftOut() {
    assertThatThrownBy(() -> course.publish(NOW)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> course.sendBack("no", NOW)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> course.retire(null, NOW)).isInstanceOf(IllegalStateException.class);
    course.submit(8, NOW);
    assertThatThrownBy(() -> course.submit(8, NOW)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsKeptOfItIsToldByField() {
    assertThat(CourseFields.of(course).values())
        .containsEntry("state", "draft")
        .containsEntry("centre", "DEMO-C")
        .containsEntry("theme", "VALUATION RISK")
        .containsEntry("hours", 8)
        .containsEntry("gives", "valuation:1")
        .containsEntry("requires", "11")
        .containsEntry("valid-from", LocalDate.of(2027, 1, 1))
        .containsEntry("valid-until", LocalDate.of(2028, 12, 31))
        .containsEntry("title.fr", "Évaluation")
        .containsEntry("summary.fr", "Summary")
        .containsEntry("body.en", "Body")
        .containsEntry("edition.en", 1);
    course.describe(
        new CourseDescription(
            "DEMO-C",
            CatalogueKind.REGION,
            "VALUATION",
            Set.of(),
            Level.BASIC,
            Mode.SELF_PACED,
            8,
            List.of(Audience.TRADER),
            null,
            null,
            List.of(),
            Set.of(),
            Validity.ALWAYS),
        CENTRE,
        NOW);
    assertThat(CourseFields.of(course).values())
        .containsEntry("gives", null)
        .containsEntry("requires", null)
        .containsEntry("valid-from", null);
    assertThat(CourseFields.NONE.values()).isEmpty();
  }

  @Test
  void itsLanguagesStandInTheUsualOrder() {
    course.write(text("ar", "التقييم"), false, NOW);
    assertThat(course.languageTexts())
        .extracting(LanguageText::language)
        .containsExactly("en", "fr", "ar");
  }

  @Test
  void whatIsHeldAgainstOthersIsWhatItSays() {
    CourseSketch sketch = CourseSketch.of(course);
    assertThat(sketch.themes()).containsExactlyInAnyOrder("VALUATION", "RISK");
    assertThat(sketch.competencies()).containsExactly("valuation");
    assertThat(sketch.titles()).containsOnlyKeys("en", "fr");
  }

  @Test
  void whatIsMissingIsSaidUntilItIsThere() {
    assertThat(course.missing()).isEmpty();
    course.write(new TextEdit("ru", "Оценка", "", ""), false, NOW);
    assertThat(course.missing()).containsExactly("translation");
    Course empty = new Course("DEMO-2", "en", 7);
    assertThat(empty.missing()).containsExactly("summary", "body", "gives");
  }

  @Test
  void onTheShelfItStandsUnderEachOfItsThemesOnce() throws Exception {
    Field id = Course.class.getDeclaredField("id");
    id.setAccessible(true);
    id.set(course, 41L);
    course.submit(7, NOW);
    course.publish(LATER);
    List<CourseWords> words = List.of(new CourseWords("en", "Valuation", "Summary", null));
    GivenCompetency low = new GivenCompetency("origin", 1);
    GivenCompetency high = new GivenCompetency("valuation", 3);

    ShelvedCourse shelved =
        ShelvedCourse.of(course, words, List.of("RISK", "VALUATION"), List.of(low, high));

    assertThat(shelved.facts().id()).isEqualTo(41);
    assertThat(shelved.facts().validity().from()).isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(shelved.themes()).containsExactly("VALUATION", "RISK");
    assertThat(shelved.gives()).containsExactly(high, low);
    assertThat(shelved.audiences()).containsExactly(Audience.OPERATIONAL, Audience.TRADER);
    assertThat(shelved.memberCode()).isEqualTo("XS");
    assertThat(shelved.publishedAt()).isEqualTo(LATER);
    assertThat(shelved.words()).isEqualTo(words);
  }

  @Test
  void itIsDraftedUntilItIsPublished() {
    assertThat(course.beingDrafted()).isTrue();
    course.submit(7, NOW);
    assertThat(course.beingDrafted()).isTrue();
    course.publish(NOW);
    assertThat(course.beingDrafted()).isFalse();
  }

  @Test
  void onlyADraftMovesToAnotherCatalogue() {
    CourseEdit edit = CourseEdit.of("OTHER", course.description(), Stream.of("B", "A"));
    assertThat(edit.requires()).isEqualTo("A B");
    assertThat(edit.gives()).containsExactly("valuation:1");
    CourseEdit moved =
        new CourseEdit(
            "OTHER",
            "DEMO-X",
            "global",
            edit.theme(),
            edit.furtherThemes(),
            edit.level(),
            edit.mode(),
            edit.hours(),
            edit.audiences(),
            edit.instrument(),
            edit.sponsor(),
            edit.requires(),
            edit.gives(),
            edit.validFrom(),
            edit.validUntil());
    assertThat(moved.of(course).catalogue()).isEqualTo("global");
    assertThat(moved.of(course).code()).isEqualTo("DEMO-1");
    assertThat(moved.of(course).centre()).isEqualTo("DEMO-C");
    course.submit(7, NOW);
    assertThat(moved.of(course).catalogue()).isEqualTo("region");
  }

  @Test
  void aTextIsFoundByCourseAndLanguage() throws Exception {
    assertThat(key("en"))
        .isEqualTo(key("en"))
        .hasSameHashCodeAs(key("en"))
        .isNotEqualTo(key("fr"))
        .isNotEqualTo("en");
    assertThat(key("en").hashCode()).isNotEqualTo(key("fr").hashCode());
  }

  private static CourseText.Key key(String language) throws ReflectiveOperationException {
    CourseText.Key key = new CourseText.Key();
    Field field = CourseText.Key.class.getDeclaredField("language");
    field.setAccessible(true);
    field.set(key, language);
    return key;
  }

  private static CourseDescription description(Set<String> further) {
    return new CourseDescription(
        "DEMO-C",
        CatalogueKind.REGION,
        "VALUATION",
        further,
        Level.BASIC,
        Mode.SELF_PACED,
        8,
        List.of(Audience.OPERATIONAL, Audience.TRADER),
        "HS 2022",
        "DEMO-DONOR",
        List.of(new GivenCompetency("valuation", 1)),
        Set.of(11L),
        new Validity(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 12, 31)));
  }

  private static TextEdit text(String language, String title) {
    return new TextEdit(language, title, "Summary", "Body");
  }
}
