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

  boolean holds(Instant moment) {
    return !from.isAfter(moment) && until.isAfter(moment);
  }

  /** What of it lies within another that it meets. */
  public Span within(Span other) {
    return new Span(
        from.isBefore(other.from) ? other.from : from,
        until.isAfter(other.until) ? other.until : until);
  }

  /** The days on which it lies, on the clocks of a place. */
  public Stream<LocalDate> days(ZoneId zone) {
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
