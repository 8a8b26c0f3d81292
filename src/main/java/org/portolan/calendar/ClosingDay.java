package org.portolan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The last day on which a session takes applications, until its end on the clocks of the centre.
 * What was handed in by then is decided on until the session begins.
 *
 * @param day null where applying ends with the beginning and no sooner
 */
public record ClosingDay(LocalDate day, ZoneId zone) {
  public static final ClosingDay NONE = new ClosingDay(null, ZoneOffset.UTC);

  public static ClosingDay of(LocalDate day, String zone) {
    return day == null ? NONE : new ClosingDay(day, ZoneId.of(zone));
  }

  public boolean overAt(Instant now) {
    return day != null && !now.isBefore(day.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
