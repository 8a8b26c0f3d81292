package org.portolan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedLineTest {
  @Test
  void whatCannotBeSeenIsNothing() {
    assertThat(TypedLine.of(null)).isEmpty();
    assertThat(TypedLine.of("\u0000")).isEmpty();
    assertThat(TypedLine.of(" \u200B\u200D \t")).isEmpty();
    assertThat(TypedLine.of("\u202E")).isEmpty();
  }

  @Test
  void aLineIsOneLineAndTurnsNothing() {
    assertThat(TypedLine.of(" Port\r\nof\tDakar ")).isEqualTo("Port of Dakar");
    assertThat(TypedLine.of("Ada \u202Ereversed")).isEqualTo("Ada reversed");
    assertThat(TypedLine.of("می\u200Cخواهم"))
        .as("a joiner inside a word")
        .isEqualTo("می\u200Cخواهم");
    assertThat(TypedLine.of("x".repeat(500))).hasSize(500);
  }
}
