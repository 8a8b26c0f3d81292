package org.portolan.finding.asked.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenedFilterTest {
  @Test
  void theWordsAreThoseOfThePageOfHits() {
    assertThat(OpenedFilter.asked("http://x.example/search?lang=fr&q=valeur+en%20douane"))
        .contains("valeur en douane");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "http://x.example/knowledge?q=value",
        "http://x.example/search",
        "http://x.example/search?lang=fr",
        "http://x.example/search?q=%zz",
        "not an address",
        ""
      })
  void whatIsNoPageOfHitsSaysNothing(String address) {
    assertThat(OpenedFilter.asked(address)).isEmpty();
  }
}
