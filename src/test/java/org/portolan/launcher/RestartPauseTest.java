package org.portolan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartPauseTest {
  private final RestartPause pause = new RestartPause();

  @Test
  void aServerThatKeepsStoppingIsWaitedForLongerEachTimeUpToALimit() {
    assertThat(pause.after(Duration.ZERO)).isEqualTo(Duration.ofMillis(200));
    assertThat(pause.after(Duration.ZERO)).isEqualTo(Duration.ofMillis(400));
    for (int i = 0; i < 100; i++) {
      pause.after(Duration.ofSeconds(3));
    }
    assertThat(pause.after(Duration.ZERO)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void minutesOfHealthAreABeginningAnew() {
    for (int i = 0; i < 10; i++) {
      pause.after(Duration.ZERO);
    }
    assertThat(pause.after(Duration.ofMinutes(6))).isEqualTo(Duration.ofMillis(200));
    assertThat(pause.after(Duration.ZERO)).isEqualTo(Duration.ofMillis(400));
  }
}
