package org.portolan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.platform.web.ChangedMeanwhile;

class PracticeTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
  private static final long AUTHOR = 7;
  private static final long COLLEAGUE = 8;
  private static final long OTHER = 9;
  private static final Instant TUESDAY = Instant.parse("2026-11-24T08:00:00Z");

  @Test
  void theFirstTextIsTheOriginalAndFallsInForOthers() {
    Practice practice = draft();
    practice.redraft(practice.shown().with(edit("en", "One counter"), true), AUTHOR, MONDAY);

    assertThat(practice.textFor("en").title()).isEqualTo("One counter");
    assertThat(practice.textFor("ru").title()).isEqualTo("Un guichet");
    assertThat(practice.textFor("ru").original()).isTrue();
    assertThat(practice.languages()).containsExactly("en", "fr");
  }

  @Test
  void aTextReplacesTheOneInItsLanguage() {
    Practice practice = draft();
    practice.redraft(practice.shown().with(edit("fr", "Un seul guichet"), true), AUTHOR, TUESDAY);

    assertThat(practice.texts()).hasSize(1);
    assertThat(practice.textFor("fr").title()).isEqualTo("Un seul guichet");
    assertThat(practice.updatedAt()).isEqualTo(TUESDAY);
  }

  @Test
  void aTextThatWasNotOpenedWouldBeWrittenOverUnseen() {
    PracticeContent content =
        PracticeContent.begun(edit("en", "One counter")).with(edit("fr", "Un guichet"), true);

    assertThat(content.hides(edit("fr", "x"), new PracticeBase(1, "en"))).isTrue();
    assertThat(content.hides(edit("fr", "x"), new PracticeBase(1, "fr"))).isFalse();
    assertThat(content.hides(edit("es", "x"), new PracticeBase(1, "en"))).isFalse();
  }

  @Test
  void publishedAgainItKeepsItsFirstDayAndWhatWasSeenBefore() {
    Practice practice = published();
    PracticeContent first = practice.shown();
    assertThat(practice.edition()).isOne();

    PracticeContent second = first.with(edit("fr", "Un seul guichet"), true);
    practice.write(AUTHOR, TUESDAY);
    assertThat(practice.shown()).isEqualTo(first);
    practice.handIn(AUTHOR, "One less", TUESDAY);
    PracticeVersion before = practice.publish(second, COLLEAGUE, TUESDAY).orElseThrow();

    assertThat(practice.publishedAt()).isEqualTo(MONDAY);
    assertThat(practice.edition()).isEqualTo(2);
    assertThat(practice.editionNote()).isEqualTo("One less");
    assertThat(practice.shown()).isEqualTo(second);
    assertThat(before.edition()).isOne();
    assertThat(before.content()).isEqualTo(first);
    assertThat(before.publishedBy()).isEqualTo(COLLEAGUE);
    assertThat(practice.stage()).isEqualTo(PracticeStage.NONE);
  }

  @Test
  void nobodyDecidesOnTheirOwnWords() {
    Practice practice = draft();
    assertThat(practice.decidable(COLLEAGUE)).isFalse();
    practice.handIn(OTHER, "", MONDAY);

    assertThat(practice.decidable(AUTHOR)).isFalse();
    assertThat(practice.decidable(OTHER)).isFalse();
    assertThat(practice.decidable(COLLEAGUE)).isTrue();
  }

  @Test
  void whatWasHandedInIsNotWrittenOn() {
    Practice practice = draft();
    practice.handIn(AUTHOR, "", MONDAY);

    assertThatThrownBy(() -> practice.redraft(practice.shown(), AUTHOR, MONDAY))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(() -> practice.handIn(AUTHOR, "", MONDAY))
        .isInstanceOf(ChangedMeanwhile.class);
    practice.takeBack(MONDAY);
    practice.redraft(practice.shown(), AUTHOR, MONDAY);
    assertThat(practice.stage()).isEqualTo(PracticeStage.WRITING);
  }

  @Test
  void whatWasSentBackIsWrittenOnAndHandedInAgain() {
    Practice practice = draft();
    assertThatThrownBy(() -> practice.sendBack("No", MONDAY)).isInstanceOf(ChangedMeanwhile.class);
    practice.handIn(AUTHOR, "", MONDAY);
    practice.sendBack("Say what it cost.", MONDAY);
    assertThat(practice.stage()).isEqualTo(PracticeStage.SENT_BACK);
    assertThat(practice.answer()).isEqualTo("Say what it cost.");
    practice.redraft(practice.shown(), AUTHOR, TUESDAY);
    assertThat(practice.answer()).isEqualTo("Say what it cost.");

    practice.handIn(AUTHOR, "", TUESDAY);
    assertThat(practice.stage()).isEqualTo(PracticeStage.REVIEW);
    assertThat(practice.answer()).isEmpty();
  }

  @Test
  void onlyWhatWasHandedInIsPublished() {
    Practice practice = draft();
    assertThatThrownBy(() -> practice.publish(practice.shown(), COLLEAGUE, MONDAY))
        .isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void aDraftIsNotGivenUpAndChangesAre() {
    assertThatThrownBy(() -> draft().discard()).isInstanceOf(ChangedMeanwhile.class);
    Practice practice = published();
    assertThatThrownBy(practice::discard).isInstanceOf(ChangedMeanwhile.class);
    practice.write(AUTHOR, TUESDAY);
    practice.discard();
    assertThat(practice.stage()).isEqualTo(PracticeStage.NONE);
    assertThat(practice.writtenBy()).isNull();
  }

  @Test
  void afterTwoYearsItIsToBeLookedAtAgain() {
    Practice practice = published();
    LocalDate due = LocalDate.of(2028, 11, 23);
    assertThat(practice.reviewOn()).isEqualTo(due);
    assertThat(practice.dueSince(due.atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1)))
        .isNull();
    Instant then = due.atStartOfDay(ZoneOffset.UTC).toInstant();
    assertThat(practice.dueSince(then)).isEqualTo(due);

    practice.holdGood(12, then);
    assertThat(practice.dueSince(then)).isNull();
    assertThat(practice.reviewOn()).isEqualTo(LocalDate.of(2029, 11, 23));
    assertThatThrownBy(() -> draft().holdGood(12, then)).isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void onlyWhatNobodyWritesOnIsPutAwayAndComesBack() {
    Practice practice = published();
    practice.write(AUTHOR, TUESDAY);
    assertThatThrownBy(() -> practice.archive(null, TUESDAY)).isInstanceOf(ChangedMeanwhile.class);
    practice.discard();
    practice.archive(9L, TUESDAY);

    assertThat(practice.archived()).isTrue();
    assertThat(practice.published()).isFalse();
    assertThat(practice.successorId()).isEqualTo(9L);
    assertThatThrownBy(() -> practice.write(AUTHOR, TUESDAY)).isInstanceOf(ChangedMeanwhile.class);
    practice.reopen();
    assertThat(practice.published()).isTrue();
    assertThat(practice.successorId()).isNull();
    assertThatThrownBy(practice::reopen).isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void aTranslationFallsBehindWhenTheOriginalIsWritten() {
    PracticeContent content =
        PracticeContent.begun(edit("fr", "Un guichet")).with(edit("en", "One counter"), true);
    assertThat(content.stale(content.text("en").orElseThrow())).isFalse();

    PracticeContent later = content.with(edit("fr", "Un seul guichet"), true);
    assertThat(later.stale(later.text("en").orElseThrow())).isTrue();
    assertThat(later.stale(later.text("fr").orElseThrow())).isFalse();

    PracticeContent comma = later.with(edit("en", "One, counter"), false);
    assertThat(comma.stale(comma.text("en").orElseThrow())).isTrue();
    PracticeContent same = comma.with(edit("en", "One, counter"), true);
    assertThat(same.stale(same.text("en").orElseThrow())).isFalse();
    assertThat(same.text("en").orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  void aVersionIsReadAsItWasWritten() {
    PracticeBody told =
        new PracticeBody(Map.of(Section.COST, "\"9\"\n\\", Section.CONTACT, "قسم"), "Рест");
    PracticeContent content =
        PracticeContent.begun(edit("fr", "Un guichet"))
            .with(
                new PracticeEdit(
                    "WCA",
                    "XS",
                    "PCA",
                    "2023",
                    "ar",
                    "نافذة",
                    "خلاصة",
                    told,
                    new Source("cc0-1.0", "أ", "2026-02-03", "all")),
                true);

    assertThat(ContentJson.read(ContentJson.write(content))).isEqualTo(content);
  }

  private static Practice draft() {
    Practice practice = new Practice("PR-1", AUTHOR);
    practice.redraft(PracticeContent.begun(edit("fr", "Un guichet")), AUTHOR, MONDAY);
    return practice;
  }

  private static Practice published() {
    Practice practice = draft();
    practice.handIn(AUTHOR, "", MONDAY);
    assertThat(practice.publish(practice.shown(), COLLEAGUE, MONDAY)).isEmpty();
    return practice;
  }

  @Test
  void whatIsTypedLosesControlCharactersButNoWords() {
    PracticeEdit edit =
        new PracticeEdit(
            " WCA ",
            " ",
            "PCA",
            "2024",
            "fr",
            "a\u0000b\nc",
            null,
            PracticeBody.of("one\r\ntwo\u0007\tthree "),
            Source.UNKNOWN);

    assertThat(edit.region()).isEqualTo("WCA");
    assertThat(edit.member()).isNull();
    assertThat(edit.title()).isEqualTo("a b c");
    assertThat(edit.summary()).isEmpty();
    assertThat(edit.body().more()).isEqualTo("one\ntwo \tthree");
  }

  static PracticeEdit edit(String language, String title) {
    return new PracticeEdit(
        "WCA",
        null,
        "PCA",
        "2024",
        language,
        title,
        "In short",
        PracticeBody.of("## Text"),
        Source.UNKNOWN);
  }
}
