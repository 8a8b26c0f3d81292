package org.portolan.finding.asked;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedWordsTest {
  @Test
  void oneQuestionIsCountedAsOneHoweverItIsTyped() {
    assertThat(AskedWords.of("  Used\u00a0 CARS\u200b ")).contains("used cars");
    assertThat(AskedWords.of("\uff35sed cars")).contains("used cars");
    assertThat(AskedWords.of("تخليص")).contains("تخليص");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "somebody@customs.example",
        "+44 20 7946 0958",
        "020 7946 0958",
        "(020) 7946-0958 call",
        "passport AB1234567",
        "MSKU1234565",
        "https://example.org/x",
        "www.example.org",
        "one two three four five six seven eight nine",
        " ",
        "?!",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void whatMayBeAboutSomebodyIsNotCounted(String typed) {
    assertThat(AskedWords.of(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8471.30", "847130", "hs2022", "rkc 3.4", "art. 8", "wto 2013-2017"})
  void numbersOfTheTradeAreCounted(String typed) {
    assertThat(AskedWords.of(typed)).contains(typed);
  }

  @Test
  void nothingTypedIsNothing() {
    assertThat(AskedWords.of(null)).isEmpty();
  }
}
