package org.portolan.nomination;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When an administration hears of the seats that are held for it, before and after the last day for
 * names.
 *
 * @param zone of the session
 */
record NamingDays(LocalDate nameBy, ZoneId zone) {
  /** Days before the last one: in time for a choice at home, else at the last moment. */
  private static final int[] BEFORE = {3, 1};

  private static final LocalTime MORNING = LocalTime.of(7, 0);

  /** Whoever reads that seats are held needs no reminder within a day. */
  private static final Duration APART = Duration.ofDays(1);

  /** The last day of a hold on which names can still be given: before the session. */
  static LocalDate last(Instant until, LocalDate firstDay, ZoneId zone) {
    LocalDate held = LocalDate.ofInstant(until.minusNanos(1), zone);
    return held.isBefore(firstDay) ? held : firstDay.minusDays(1);
  }

  /** From when on seats without names are there for all. */
  Instant over() {
    return nameBy.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /**
   * When something is to be done first.
   *
   * @param held when the centre said that it holds the seats
   */
  Instant first(Instant held) {
    return reminder(held).orElse(over());
  }

  private Optional<Instant> reminder(Instant held) {
    return IntStream.of(BEFORE)
        .mapToObj(days -> nameBy.minusDays(days).atTime(MORNING).atZone(zone).toInstant())
        .filter(moment -> !moment.isBefore(held.plus(APART)))
        .findFirst();
  }
}
