package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.portolan.people.EmailAddress;

class SignInThrottleTest {
  private static final EmailAddress A = new EmailAddress("a@x.example");
  private static final EmailAddress B = new EmailAddress("b@x.example");
  private static final String OFFICE = "10.0.0.1";

  private final AtomicLong nanos = new AtomicLong();
  private final SignInThrottle throttle = new SignInThrottle(nanos::get);

  @Test
  void aHandfulOfTriesThenAPause() {
    for (int i = 0; i < 8; i++) {
      assertThat(throttle.admits(A, OFFICE, false)).isTrue();
    }
    assertThat(throttle.admits(A, OFFICE, false)).isFalse();
    assertThat(throttle.admits(A, "10.0.0.2", false)).isTrue();
    assertThat(throttle.admits(B, OFFICE, false)).isTrue();
    pass(Duration.ofMinutes(6));
    assertThat(throttle.admits(A, OFFICE, false)).isTrue();
  }

  @Test
  void signingInForgetsTheTries() {
    for (int i = 0; i < 9; i++) {
      throttle.admits(A, OFFICE, false);
    }
    throttle.forget(A, OFFICE);
    assertThat(throttle.admits(A, OFFICE, false)).isTrue();
  }

  @Test
  void anOfficeOfTwoHundredComesInWhileSomebodyGuessesBesideThem() {
    int guesses = 0;
    for (int person = 0; person < 200; person++) {
      for (int guess = 0; guess < 10; guess++) {
        EmailAddress victim = person(person);
        if (throttle.admits(victim, OFFICE, false)) {
          throttle.failed(victim, OFFICE);
          guesses++;
        }
      }
      pass(Duration.ofMillis(300));
      // the colleague at the next desk, whom nobody has guessed at yet, errs once
      EmailAddress colleague = person(1000 + person);
      assertThat(throttle.admits(colleague, OFFICE, false)).as("try of %s", person).isTrue();
      throttle.failed(colleague, OFFICE);
      assertThat(throttle.admits(colleague, OFFICE, false)).as("second of %s", person).isTrue();
      throttle.forget(colleague, OFFICE);
    }
    // thirty accounts at eight tries each, at most, and then three for each
    assertThat(guesses).isBetween(200 * 3, 30 * 8 + 200 * 3);
  }

  @Test
  void guessingFromManyAddressesIsSlowedDownButNotInTheOwnersBrowser() {
    int guesses = 0;
    for (int second = 0; second < 3600; second++) {
      String address = "10.1." + second / 250 + "." + second % 250;
      if (throttle.admits(A, address, false)) {
        throttle.failed(A, address);
        guesses++;
      }
      pass(Duration.ofSeconds(1));
    }
    assertThat(guesses).isBetween(60, 120);
    assertThat(throttle.admits(A, "10.9.9.9", true)).isTrue();
    pass(Duration.ofMinutes(1));
    assertThat(throttle.admits(A, "10.9.9.8", false)).as("no more than a minute").isTrue();
  }

  private static EmailAddress person(int number) {
    return new EmailAddress("person" + number + "@x.example");
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
