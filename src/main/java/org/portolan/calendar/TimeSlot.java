package org.portolan.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;

/** From when until when a session is held on one day, on the clocks of its centre. */
public record TimeSlot(LocalDate day, LocalTime start, LocalTime end)
    implements Comparable<TimeSlot> {
  private static final Comparator<TimeSlot> ORDER =
      Comparator.comparing(TimeSlot::day)
          .thenComparing(TimeSlot::start)
          .thenComparing(TimeSlot::end);

  @Override
  public int compareTo(TimeSlot other) {
    return ORDER.compare(this, other);
  }

  /** As clocks count it when they do not change meanwhile. */
  public Duration length() {
    return Duration.between(start, end);
  }

  public boolean sameHours(TimeSlot other) {
    return start.equals(other.start) && end.equals(other.end);
  }

  boolean overlaps(TimeSlot other) {
    return day.equals(other.day) && start.isBefore(other.end) && other.start.isBefore(end);
  }

  TimeSlot later(long days) {
    return new TimeSlot(day.plusDays(days), start, end);
  }
}
