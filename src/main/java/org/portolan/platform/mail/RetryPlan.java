package org.portolan.platform.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a letter that the mail server put off is tried again: soon at first, then less and less
 * often, for some five days in all.
 */
final class RetryPlan {
  private static final List<Duration> FIRST =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(3),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4));

  private static final Duration LATER = Duration.ofHours(8);
  static final int MOST_ATTEMPTS = 22;

  private RetryPlan() {}

  /** How long to wait after this many attempts; empty when it was the last. */
  static Optional<Duration> after(int attempts) {
    if (attempts >= MOST_ATTEMPTS) {
      return Optional.empty();
    }
    return Optional.of(attempts <= FIRST.size() ? FIRST.get(Math.max(1, attempts) - 1) : LATER);
  }
}
