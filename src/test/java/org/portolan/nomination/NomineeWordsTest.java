package org.portolan.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.portolan.nomination.NominationRefused.Kind;

class NomineeWordsTest {
  @Test
  void lineEndsCountOnceAndTheRestIsKept() {
    String longest = "x".repeat(1999);
    assertThat(NomineeWords.of(" a\r\n b ", Kind.WORDS_NEEDED).text()).isEqualTo("a\n b");
    assertThat(NomineeWords.of("a\r\n" + longest.substring(1), Kind.WORDS_NEEDED).text())
        .hasSize(2000);
  }

  @Test
  void nothingAndTooMuchAreRefused() {
    assertThat(refused(null)).isEqualTo(Kind.REASON_NEEDED);
    assertThat(refused(" \r\n ")).isEqualTo(Kind.REASON_NEEDED);
    assertThat(refused("x".repeat(2001))).isEqualTo(Kind.TOO_LONG);
    assertThat(NomineeWords.of("x".repeat(2000), Kind.REASON_NEEDED).text()).hasSize(2000);
  }

  private static Kind refused(String typed) {
    return catchThrowableOfType(
            NominationRefused.class, () -> NomineeWords.of(typed, Kind.REASON_NEEDED))
        .kind();
  }
}
