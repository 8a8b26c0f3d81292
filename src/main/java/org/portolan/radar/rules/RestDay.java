package org.portolan.radar.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A session that begins or ends on a day of rest of its host, or a short one that lies across one.
 */
final class RestDay implements Rule {
  /** A session of a working week can do without the days of rest; a longer one lies across them. */
  static final int SHORT_DAYS = 5;

  @Override
  public List<Finding> look(RegionYear year) {
    return year.ahead().stream().flatMap(session -> look(session, year)).toList();
  }

  private static Stream<Finding> look(Planned session, RegionYear year) {
    String host = session.centre().member();
    Stream<LocalDate> looked =
        session.length() <= SHORT_DAYS
            ? session.days()
            : Stream.of(session.first(), session.last());
    List<LocalDate> days = looked.filter(day -> year.restDay(host, day)).toList();
    return days.isEmpty()
        ? Stream.empty()
        : Stream.of(
            Finding.about(FindingKind.REST_DAY, "session:" + session.id())
                .sessions(List.of(session))
                .days(days)
                .done());
  }
}
