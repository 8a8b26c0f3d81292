package org.portolan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The days of a session and the hours of each day, on the clocks of one zone. A time that clocks
 * skip when summer begins counts as the moment they jump to, one that comes twice as the first.
 */
record SessionTimes(
    LocalDate firstDay, LocalDate lastDay, LocalTime start, LocalTime end, ZoneId zone) {

  /** When the first day begins. */
  Instant startsAt() {
    return firstDay.atTime(start).atZone(zone).toInstant();
  }

  /** When the last day ends. */
  Instant endsAt() {
    return lastDay.atTime(end).atZone(zone).toInstant();
  }
}
