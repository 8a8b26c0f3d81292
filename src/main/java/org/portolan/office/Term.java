package org.portolan.office;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * From when to when an office is held, in whole days of the body's own zone.
 *
 * @param to the last day, or null when nobody said yet
 */
record Term(LocalDate from, LocalDate to) {
  private static final int FIRST_YEAR = 1950;

  /** MariaDB takes a moment that it is sent for nothing when it lies after January 2038. */
  private static final int LAST_YEAR = 2037;

  /** The first moment. */
  Instant startsAt(ZoneId zone) {
    return from.atStartOfDay(zone).toInstant();
  }

  /** The first moment after it, or null. */
  Instant endsAt(ZoneId zone) {
    return to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
  }

  boolean reversed() {
    return to != null && to.isBefore(from);
  }

  /** Whether a day lies so far off that it can only be a slip. */
  boolean outOfRange() {
    return outOfRange(from) || to != null && outOfRange(to);
  }

  private static boolean outOfRange(LocalDate day) {
    return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR;
  }

  /** Whether every day of this one lies in the other. */
  boolean within(Term other) {
    return !from.isBefore(other.from) && (other.to == null || to != null && !to.isAfter(other.to));
  }
}
