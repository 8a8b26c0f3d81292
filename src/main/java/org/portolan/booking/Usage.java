package org.portolan.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** On how many days a resource is taken, and for how many minutes in all. */
public record Usage(int days, long minutes) {
  static final Usage NONE = new Usage(0, 0);

  /**
   * What of these times lies between two moments. Times of several days count for each of them.
   *
   * @param zone on whose clocks days are counted
   */
  static Usage of(Collection<Span> taken, Span within, ZoneId zone) {
    Set<LocalDate> days = new HashSet<>();
    long minutes = 0;
    for (Span each : taken) {
      if (each.meets(within)) {
        Span part = each.within(within);
        minutes += Duration.between(part.from(), part.until()).toMinutes();
        part.days(zone).forEach(days::add);
      }
    }
    return new Usage(days.size(), minutes);
  }

  public long hours() {
    return Math.round(minutes / 60.0);
  }
}
