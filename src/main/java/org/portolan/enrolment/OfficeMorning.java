package org.portolan.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When the day of an office begins, at which it is told what waits.
 *
 * @param zone where it is, or null where that is not known
 */
record OfficeMorning(String zone) {
  private static final LocalTime THERE = LocalTime.of(7, 0);
  private static final LocalTime ANYWHERE = LocalTime.of(6, 0);

  /** The day that has begun; none before the morning. */
  Optional<LocalDate> day(Instant now) {
    ZonedDateTime there = now.atZone(where());
    return there.toLocalTime().isBefore(zone == null ? ANYWHERE : THERE)
        ? Optional.empty()
        : Optional.of(there.toLocalDate());
  }

  ZoneId where() {
    return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
  }
}
