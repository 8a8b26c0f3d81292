package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.portolan.people.EmailAddress;

class SignInThrottleTest {
  private static final EmailAddress A = new EmailAddress("a@x");
  private static final EmailAddress B = new EmailAddress("b@x");

  private final AtomicLong nanos = new AtomicLong();
  private final SignInThrottle throttle = new SignInThrottle(nanos::get);

  @Test
  void aHandfulOfTriesThenAPause() {
    for (int i = 0; i < 8; i++) {
      assertThat(throttle.admits(A, "10.0.0.1")).isTrue();
    }
    assertThat(throttle.admits(A, "10.0.0.1")).isFalse();
    assertThat(throttle.admits(A, "10.0.0.2")).isTrue();
    assertThat(throttle.admits(B, "10.0.0.1")).isTrue();
    nanos.addAndGet(Duration.ofMinutes(6).toNanos());
    assertThat(throttle.admits(A, "10.0.0.1")).isTrue();
  }

  @Test
  void signingInForgetsTheTries() {
    for (int i = 0; i < 9; i++) {
      throttle.admits(A, "10.0.0.1");
    }
    throttle.forget(A, "10.0.0.1");
    assertThat(throttle.admits(A, "10.0.0.1")).isTrue();
  }
}
