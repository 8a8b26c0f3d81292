package org.portolan.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private final AtomicLong nanos = new AtomicLong();
  private final SignInThrottle throttle = new SignInThrottle(nanos::get);

  @Test
  void aHandfulOfTriesThenAPause() {
    for (int i = 0; i < 8; i++) {
      assertThat(throttle.admits("a@x", "10.0.0.1")).isTrue();
    }
    assertThat(throttle.admits("a@x", "10.0.0.1")).isFalse();
    assertThat(throttle.admits("a@x", "10.0.0.2")).isTrue();
    assertThat(throttle.admits("b@x", "10.0.0.1")).isTrue();
    nanos.addAndGet(Duration.ofMinutes(6).toNanos());
    assertThat(throttle.admits("a@x", "10.0.0.1")).isTrue();
  }

  @Test
  void signingInForgetsTheTries() {
    for (int i = 0; i < 9; i++) {
      throttle.admits("a@x", "10.0.0.1");
    }
    throttle.forget("a@x", "10.0.0.1");
    assertThat(throttle.admits("a@x", "10.0.0.1")).isTrue();
  }
}
