package org.portolan.enrolment;

import java.time.Duration;
import java.time.Instant;

/** On which terms a session takes people in. */
record SessionTerms(long sessionId, boolean published, boolean needsApproval, Instant startsAt) {
  private static final Duration TIME_TO_DECIDE = Duration.ofDays(10);

  /** Published and not begun. */
  boolean open(Instant now) {
    return published && now.isBefore(startsAt);
  }

  void requireOpen(Instant now) {
    if (!open(now)) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.CLOSED);
    }
  }

  /** Until when an application of now is to be decided: ten days, but never after the start. */
  Instant due(Instant now) {
    Instant usual = now.plus(TIME_TO_DECIDE);
    return usual.isBefore(startsAt) ? usual : startsAt;
  }
}
