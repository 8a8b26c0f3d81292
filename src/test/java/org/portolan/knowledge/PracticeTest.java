package org.portolan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PracticeTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T08:00:00Z");

  @Test
  void theFirstTextIsTheOriginalAndFallsInForOthers() {
    Practice practice = new Practice("PR-1", 7L);
    practice.change(edit("fr", "Un guichet"), MONDAY);
    practice.change(edit("en", "One counter"), MONDAY);

    assertThat(practice.textFor("en").title()).isEqualTo("One counter");
    assertThat(practice.textFor("ru").title()).isEqualTo("Un guichet");
    assertThat(practice.textFor("ru").original()).isTrue();
    assertThat(practice.languages()).containsExactly("en", "fr");
  }

  @Test
  void aTextReplacesTheOneInItsLanguage() {
    Practice practice = new Practice("PR-1", 7L);
    practice.change(edit("fr", "Un guichet"), MONDAY);
    practice.change(edit("fr", "Un seul guichet"), TUESDAY);

    assertThat(practice.texts()).hasSize(1);
    assertThat(practice.textFor("fr").title()).isEqualTo("Un seul guichet");
    assertThat(practice.updatedAt()).isEqualTo(TUESDAY);
  }

  @Test
  void aTextThatWasNotOpenedWouldBeWrittenOverUnseen() {
    Practice practice = new Practice("PR-1", 7L);
    practice.change(edit("en", "One counter"), MONDAY);
    practice.change(edit("fr", "Un guichet"), MONDAY);

    assertThat(practice.hides(edit("fr", "x"), new PracticeBase(1, "en"))).isTrue();
    assertThat(practice.hides(edit("fr", "x"), new PracticeBase(1, "fr"))).isFalse();
    assertThat(practice.hides(edit("es", "x"), new PracticeBase(1, "en"))).isFalse();
  }

  @Test
  void publishedAgainItKeepsItsFirstDay() {
    Practice practice = new Practice("PR-1", 7L);
    assertThat(practice.published()).isFalse();
    practice.publish(MONDAY);
    practice.publish(TUESDAY);

    assertThat(practice.published()).isTrue();
    assertThat(practice.publishedAt()).isEqualTo(MONDAY);
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
            PracticeBody.of("one\r\ntwo\u0007\tthree "));

    assertThat(edit.region()).isEqualTo("WCA");
    assertThat(edit.member()).isNull();
    assertThat(edit.title()).isEqualTo("a b c");
    assertThat(edit.summary()).isEmpty();
    assertThat(edit.body().more()).isEqualTo("one\ntwo \tthree");
  }

  static PracticeEdit edit(String language, String title) {
    return new PracticeEdit(
        "WCA", null, "PCA", "2024", language, title, "In short", PracticeBody.of("## Text"));
  }
}
