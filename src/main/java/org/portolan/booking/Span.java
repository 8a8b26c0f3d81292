package org.portolan.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

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

  /** The days on which it lies, on the clocks of a place. */
  Stream<LocalDate> days(ZoneId zone) {
    return LocalDate.ofInstant(from, zone)
        .datesUntil(LocalDate.ofInstant(until.minusNanos(1), zone).plusDays(1));
  }

  /** The same with what is needed before and after. */
  Span with(int minutesBefore, int minutesAfter) {
    return new Span(
        from.minus(Duration.ofMinutes(minutesBefore)),
        until.plus(Duration.ofMinutes(minutesAfter)));
  }
}
