package org.portolan.radar.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A centre at which nothing is held for a long stretch of the year that is still to come. */
final class IdleCentre implements Rule {
  static final int WEEKS = 13;

  @Override
  public List<Finding> look(RegionYear year) {
    Optional<LocalDate> horizon =
        year.dated().stream().map(Planned::last).max(LocalDate::compareTo);
    if (!year.hasPlan() || horizon.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (CentreFact centre : year.centres()) {
      if (!plansHere(centre, year)) {
        continue;
      }
      stretch(centre, year, horizon.get())
          .ifPresent(
              gap ->
                  findings.add(
                      Finding.about(FindingKind.IDLE_CENTRE, "centre:" + centre.code())
                          .centres(List.of(centre.code()))
                          .days(List.of(gap.from(), gap.to()))
                          .figure(ChronoUnit.WEEKS.between(gap.from(), gap.to().plusDays(1)))
                          .done()));
    }
    return findings;
  }

  /** Of a centre that keeps its plans elsewhere nobody knows whether it is idle. */
  private static boolean plansHere(CentreFact centre, RegionYear year) {
    return centre.plans()
        || year.sessions().stream().anyMatch(each -> each.centre().equals(centre));
  }

  private record Gap(LocalDate from, LocalDate to) {}

  /** The first stretch that is long enough in what is still to come and planned elsewhere. */
  private static Optional<Gap> stretch(CentreFact centre, RegionYear year, LocalDate horizon) {
    LocalDate from = year.year().from();
    for (Planned session : year.dated()) {
      if (session.centre().equals(centre)) {
        Gap gap = new Gap(from, session.first().minusDays(1));
        if (counts(gap, year, horizon)) {
          return Optional.of(gap);
        }
        LocalDate after = session.last().plusDays(1);
        from = after.isAfter(from) ? after : from;
      }
    }
    Gap rest = new Gap(from, year.year().to());
    return counts(rest, year, horizon) ? Optional.of(rest) : Optional.empty();
  }

  private static boolean counts(Gap gap, RegionYear year, LocalDate horizon) {
    LocalDate from = gap.from().isBefore(year.today()) ? year.today() : gap.from();
    LocalDate to = gap.to().isAfter(horizon) ? horizon : gap.to();
    return ChronoUnit.WEEKS.between(from, to.plusDays(1)) >= WEEKS;
  }
}
