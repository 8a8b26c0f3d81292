package org.portolan.calendar;

import java.time.Duration;
import java.time.Instant;

/** From when until when a session is held on one of its days, once where it has several slots. */
public record HeldDay(Instant startsAt, Instant endsAt) {
  public Duration length() {
    return Duration.between(startsAt, endsAt);
  }
}
