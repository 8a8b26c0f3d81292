package org.portolan.calendar.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.portolan.calendar.DaysOnClocks;
import org.portolan.calendar.SessionFacts;

/**
 * On whose clocks a reader sees sessions: on those of one zone, or each on the clocks of its venue.
 *
 * @param zone null for those of each venue
 */
public record ReaderClocks(ZoneId zone) {

  /** The zone in which a session is shown. */
  public ZoneId of(SessionFacts session) {
    return zone == null ? ZoneId.of(session.zone()) : zone;
  }

  /** Whether a session is shown on other clocks than those of its venue, at least on some day. */
  public boolean elsewhere(SessionFacts session) {
    if (zone == null || !session.dated()) {
      return false;
    }
    ZoneId venue = ZoneId.of(session.zone());
    return !venue.equals(zone)
        && session.days().stream()
            .anyMatch(
                day ->
                    !venue
                        .getRules()
                        .getOffset(day.startsAt())
                        .equals(zone.getRules().getOffset(day.startsAt())));
  }

  public LocalDate firstDay(SessionFacts session) {
    return elsewhere(session) ? LocalDate.ofInstant(session.startsAt(), zone) : session.firstDay();
  }

  /** One that ends at midnight does not reach into the day that begins then. */
  public LocalDate lastDay(SessionFacts session) {
    return elsewhere(session)
        ? LocalDate.ofInstant(session.endsAt().minusNanos(1), zone)
        : session.lastDay();
  }

  /** Its days and hours; several stretches where clocks change meanwhile. */
  public List<DaysOnClocks> hours(SessionFacts session) {
    return DaysOnClocks.byHours(session.days(), of(session));
  }
}
