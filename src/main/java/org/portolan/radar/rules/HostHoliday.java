package org.portolan.radar.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A session on public holidays of the Member that hosts its centre. */
final class HostHoliday implements Rule {
  @Override
  public List<Finding> look(RegionYear year) {
    return year.ahead().stream().flatMap(session -> look(session, year)).toList();
  }

  private static Stream<Finding> look(Planned session, RegionYear year) {
    String host = session.centre().member();
    List<LocalDate> days = session.daysThatMatter().filter(day -> year.holiday(host, day)).toList();
    return days.isEmpty()
        ? Stream.empty()
        : Stream.of(
            Finding.about(FindingKind.HOST_HOLIDAY, "session:" + session.id())
                .sessions(List.of(session))
                .members(List.of(host))
                .days(days)
                .done());
  }
}
