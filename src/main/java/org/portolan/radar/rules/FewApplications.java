package org.portolan.radar.rules;

import java.util.List;

/** A published session that begins soon and for which hardly anybody applied. */
final class FewApplications implements Rule {
  static final int WITHIN_DAYS = 28;

  /** Per cent of the seats: fewer applications than that are hardly any. */
  static final int HARDLY_ANY_PERCENT = 20;

  @Override
  public List<Finding> look(RegionYear year) {
    return year.ahead().stream()
        .filter(each -> each.published() && each.startsWithin(WITHIN_DAYS, year.today()))
        .filter(
            each ->
                Math.max(each.applications(), each.taken()) * 100L
                    < each.seats() * (long) HARDLY_ANY_PERCENT)
        .map(
            each ->
                Finding.about(FindingKind.FEW_APPLICATIONS, "session:" + each.id())
                    .sessions(List.of(each))
                    .figure(Math.max(each.applications(), each.taken()))
                    .done())
        .toList();
  }
}
