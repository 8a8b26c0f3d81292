package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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
            Set.of(12L)),
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
        Set.of(11L));
  }

  private static TextEdit text(String language, String title) {
    return new TextEdit(language, title, "Summary", "Body");
  }
}
