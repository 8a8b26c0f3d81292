package org.portolan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackedBodyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "gzip, deflate, br",
        "br;q=1.0, gzip;q=0.8",
        "deflate,GZIP",
        "gzip;q=0.05"
      })
  void whoeverReadsItPackedGetsItPacked(String accepted) {
    assertThat(PackedBody.unpacks(accepted)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "identity", "gzip;q=0", "br, gzip; q=0.000", "x-gzipped", "gzip;q=0, br"})
  void whoeverDoesNotGetsItPlain(String accepted) {
    assertThat(PackedBody.unpacks(accepted)).isFalse();
  }
}
