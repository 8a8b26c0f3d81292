package org.portolan.radar.rules;

import java.time.temporal.ChronoUnit;
import java.util.List;

/** A draft so near to its days that administrations can hardly nominate any more. */
final class LateDraft implements Rule {
  static final int WITHIN_DAYS = 42;

  @Override
  public List<Finding> look(RegionYear year) {
    return year.ahead().stream()
        .filter(each -> each.draft() && each.startsWithin(WITHIN_DAYS, year.today()))
        .map(
            each ->
                Finding.about(FindingKind.LATE_DRAFT, "session:" + each.id())
                    .sessions(List.of(each))
                    .figure(ChronoUnit.DAYS.between(year.today(), each.first()))
                    .done())
        .toList();
  }
}
