package org.portolan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTextTest {
  @Test
  void linesStayAndWhatCannotBeSeenGoes() {
    assertThat(TypedText.of(" one\r\ntwo\rthree\u0000\u202E\uFEFF\t. \n"))
        .isEqualTo("one\ntwo\nthree \t.");
  }

  @Test
  void whatShowsNothingIsEmpty() {
    assertThat(TypedText.of(null)).isEmpty();
    assertThat(TypedText.of(" \n\u200B\u00A0\u2060 ")).isEmpty();
  }
}
