package org.portolan.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.portolan.calendar.HeldDay;
import org.portolan.calendar.SessionFacts;

/**
 * The morning or the afternoon of a day on which a session is held, on the clocks of its centre.
 *
 * @param startsAt when it begins
 */
public record HalfDay(LocalDate day, boolean morning, Instant startsAt) {
  private static final LocalTime NOON = LocalTime.of(12, 0);
  private static final LocalTime AFTER_NOON = LocalTime.of(13, 0);

  /** As it stands in marks: {@code 2027-03-08-am}. */
  public String code() {
    return day + (morning ? "-am" : "-pm");
  }

  /**
   * All of a session in their order. A day that begins before noon has a morning, one that goes on
   * after one o'clock an afternoon; each has at least one of them.
   */
  public static List<HalfDay> of(SessionFacts session) {
    ZoneId zone = ZoneId.of(session.zone());
    List<HalfDay> halves = new ArrayList<>();
    for (HeldDay held : session.days()) {
      ZonedDateTime starts = held.startsAt().atZone(zone);
      ZonedDateTime ends = held.endsAt().atZone(zone);
      LocalDate day = starts.toLocalDate();
      boolean morning = starts.toLocalTime().isBefore(NOON);
      if (morning) {
        halves.add(new HalfDay(day, true, held.startsAt()));
      }
      if (!morning || ends.isAfter(day.atTime(AFTER_NOON).atZone(zone))) {
        Instant one = day.atTime(AFTER_NOON).atZone(zone).toInstant();
        halves.add(new HalfDay(day, false, morning ? one : held.startsAt()));
      }
    }
    return halves;
  }
}
