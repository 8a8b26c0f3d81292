package org.portolan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PracticeCursorTest {
  @Test
  void aPlaceIsReadAsItWasWritten() {
    PracticeCursor place =
        new PracticeCursor(Instant.parse("2026-11-27T10:15:30.123456Z"), "DEMO-PR-1.5");
    assertThat(PracticeCursor.read(place.written())).contains(place);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", ".", ".code", "none", "?.code", "99999999999999999999.code"})
  void whateverIsNoPlaceIsTheBeginning(String written) {
    assertThat(PracticeCursor.read(written)).isEmpty();
  }

  @Test
  void aFarAwayMomentIsAPlaceToo() {
    assertThat(PracticeCursor.read("1y2p0ij32e8e7.code")).isPresent();
  }
}
