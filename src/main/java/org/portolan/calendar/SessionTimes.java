package org.portolan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * The time slots of a session, on the clocks of one zone. As in RFC 5545, an hour that clocks skip
 * is counted on from before they jump, so that 02:30 is half an hour after 02:00, when they show
 * 03:30; one that comes twice is the first. A slot whose end would so come before its beginning
 * lasts as long as on other days.
 */
record SessionTimes(List<TimeSlot> slots, ZoneId zone) {

  /** The same hours on all days from the first to the last. */
  static SessionTimes daily(
      LocalDate firstDay, LocalDate lastDay, LocalTime start, LocalTime end, ZoneId zone) {
    return new SessionTimes(Slots.daily(firstDay, lastDay, start, end), zone);
  }

  /** When the first of them begins. */
  Instant startsAt() {
    return days().get(0).startsAt();
  }

  /** When the last of them ends. */
  Instant endsAt() {
    return days().stream().map(HeldDay::endsAt).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** All in their order; one on a day that the calendar of the zone left out is not among them. */
  List<HeldDay> days() {
    return slots.stream()
        .map(slot -> held(slot, zone))
        .distinct()
        .sorted(Comparator.comparing(HeldDay::startsAt))
        .toList();
  }

  static HeldDay held(TimeSlot slot, ZoneId zone) {
    Instant starts = slot.day().atTime(slot.start()).atZone(zone).toInstant();
    Instant ends = slot.day().atTime(slot.end()).atZone(zone).toInstant();
    return new HeldDay(starts, ends.isAfter(starts) ? ends : starts.plus(slot.length()));
  }
}
