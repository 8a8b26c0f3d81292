package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CodeTriesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  private final CodeTries tries = new CodeTries(1);

  @Test
  void aFewMistakesCostNothing() {
    wrong(4);
    assertThat(tries.mustWait(NOW)).isFalse();
  }

  @Test
  void theWaitGrowsWithEachFurtherMistakeUpToAnHour() {
    wrong(5);
    assertThat(waits(Duration.ofSeconds(29))).isTrue();
    assertThat(waits(Duration.ofSeconds(30))).isFalse();
    wrong(1);
    assertThat(waits(Duration.ofSeconds(59))).isTrue();
    wrong(100);
    assertThat(waits(Duration.ofMinutes(59))).isTrue();
    assertThat(waits(Duration.ofMinutes(60))).isFalse();
  }

  @Test
  void aRightCodeEndsTheCount() {
    wrong(9);
    tries.forget();
    assertThat(tries.mustWait(NOW)).isFalse();
    wrong(4);
    assertThat(tries.mustWait(NOW)).isFalse();
  }

  private void wrong(int times) {
    for (int i = 0; i < times; i++) {
      tries.countWrong(NOW);
    }
  }

  private boolean waits(Duration later) {
    return tries.mustWait(NOW.plus(later));
  }
}
