package org.portolan.radar.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A week in which far more is held across the region than in others. */
final class FullWeek implements Rule {
  static final int LEAST_SESSIONS = 5;
  static final int LEAST_CENTRES = 3;

  /** In tenths: two and a half times what the other weeks have. */
  static final int TIMES_TENTHS = 25;

  @Override
  public List<Finding> look(RegionYear year) {
    Map<LocalDate, List<Planned>> weeks = new TreeMap<>();
    List<Planned> all = year.dated().stream().filter(each -> !each.isLong()).toList();
    if (all.isEmpty()) {
      return List.of();
    }
    LocalDate first = SameAudience.monday(all.get(0).first());
    LocalDate last = all.stream().map(Planned::last).max(LocalDate::compareTo).orElseThrow();
    for (LocalDate week = first; !week.isAfter(last); week = week.plusWeeks(1)) {
      weeks.put(week, new ArrayList<>());
    }
    for (Planned session : all) {
      for (LocalDate week = SameAudience.monday(session.first());
          !week.isAfter(session.last());
          week = week.plusWeeks(1)) {
        weeks.get(week).add(session);
      }
    }
    long total = weeks.values().stream().mapToLong(List::size).sum();
    List<Finding> findings = new ArrayList<>();
    weeks.forEach(
        (week, held) -> {
          if (week.isAfter(year.today())
              && held.size() >= LEAST_SESSIONS
              && held.stream().map(Planned::centreCode).distinct().count() >= LEAST_CENTRES
              && held.size() * 10L * (weeks.size() - 1)
                  >= (total - held.size()) * (long) TIMES_TENTHS) {
            findings.add(
                Finding.about(FindingKind.FULL_WEEK, "week:" + week)
                    .sessions(held)
                    .days(List.of(week))
                    .figure(held.size())
                    .done());
          }
        });
    return findings;
  }
}
