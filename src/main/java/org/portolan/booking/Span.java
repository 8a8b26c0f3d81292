package org.portolan.booking;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time, without its end: what ends when another begins does not meet it.
 *
 * @param until after its beginning
 */
public record Span(Instant from, Instant until) {
  public Span {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException(from + " to " + until);
    }
  }

  boolean meets(Span other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }

  /** The same with what is needed before and after. */
  Span with(int minutesBefore, int minutesAfter) {
    return new Span(
        from.minus(Duration.ofMinutes(minutesBefore)),
        until.plus(Duration.ofMinutes(minutesAfter)));
  }
}
