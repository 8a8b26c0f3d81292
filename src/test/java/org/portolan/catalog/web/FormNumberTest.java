package org.portolan.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormNumberTest {
  @Test
  void whatIsNoNumberOfAVersionStandsForNone() {
    assertThat(FormNumber.of("12")).isEqualTo(12);
    assertThat(FormNumber.of("-1")).isEqualTo(-1);
    assertThat(FormNumber.of("-3")).isEqualTo(-2);
    assertThat(FormNumber.of("x")).isEqualTo(-2);
    assertThat(FormNumber.of(null)).isEqualTo(-2);
  }
}
