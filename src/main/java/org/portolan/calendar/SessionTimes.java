package org.portolan.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The days of a session and the hours of each day, on the clocks of one zone. As in RFC 5545, an
 * hour that clocks skip is counted on from before they jump, so that 02:30 is half an hour after
 * 02:00, when they show 03:30; one that comes twice is the first. A day whose end would so come
 * before its beginning lasts as long as on other days.
 */
record SessionTimes(
    LocalDate firstDay, LocalDate lastDay, LocalTime start, LocalTime end, ZoneId zone) {

  /** When the first day begins. */
  Instant startsAt() {
    return on(firstDay).startsAt();
  }

  /** When the last day ends. */
  Instant endsAt() {
    return on(lastDay).endsAt();
  }

  /** All days in their order; one that the calendar of the zone left out is not among them. */
  List<HeldDay> days() {
    return firstDay.datesUntil(lastDay.plusDays(1)).map(this::on).distinct().toList();
  }

  private HeldDay on(LocalDate day) {
    Instant starts = day.atTime(start).atZone(zone).toInstant();
    Instant ends = day.atTime(end).atZone(zone).toInstant();
    return new HeldDay(
        starts, ends.isAfter(starts) ? ends : starts.plus(Duration.between(start, end)));
  }
}
