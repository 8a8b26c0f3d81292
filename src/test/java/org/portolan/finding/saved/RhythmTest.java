package org.portolan.finding.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {
  @ParameterizedTest
  @CsvSource({
    "DAILY, 2026-11-25T03:59:59Z, 2026-11-25T04:00:00Z",
    "DAILY, 2026-11-25T04:00:00Z, 2026-11-26T04:00:00Z",
    "DAILY, 2026-12-31T23:00:00Z, 2027-01-01T04:00:00Z",
    "WEEKLY, 2026-11-25T12:00:00Z, 2026-11-30T04:00:00Z",
    "WEEKLY, 2026-11-30T03:00:00Z, 2026-11-30T04:00:00Z",
    "WEEKLY, 2026-11-30T04:00:00Z, 2026-12-07T04:00:00Z"
  })
  void theNextLetterIsAheadAndOfAllSearchesAtTheSameHour(Rhythm rhythm, Instant now, Instant due) {
    assertThat(rhythm.next(now)).isEqualTo(due);
  }

  @Test
  void noLettersAreNeverDue() {
    assertThat(Rhythm.NONE.next(Instant.EPOCH)).isNull();
    assertThat(Rhythm.of("hourly")).isEmpty();
    assertThat(Rhythm.of("weekly")).contains(Rhythm.WEEKLY);
  }
}
