package org.portolan.radar.rules;

import java.util.List;

/** A full session for which many wait, while nobody gives the course another time. */
final class NoSecondEdition implements Rule {
  static final int LEAST_WAITING = 5;

  /** Per cent of the seats that wait. */
  static final int WAITING_PERCENT = 25;

  @Override
  public List<Finding> look(RegionYear year) {
    return year.ahead().stream()
        .filter(each -> each.published() && each.taken() >= each.seats())
        .filter(
            each ->
                each.queued() >= LEAST_WAITING
                    && each.queued() * 100L >= each.seats() * (long) WAITING_PERCENT)
        .filter(each -> year.sessions().stream().noneMatch(other -> helps(other, each, year)))
        .map(
            each ->
                Finding.about(FindingKind.NO_SECOND_EDITION, "session:" + each.id())
                    .sessions(List.of(each))
                    .figure(each.queued())
                    .done())
        .toList();
  }

  /** Whether all who wait find a seat there, and it is still to come. */
  private static boolean helps(Planned other, Planned full, RegionYear year) {
    return other.id() != full.id()
        && other.course().id() == full.course().id()
        && other.sharesLanguageWith(full)
        && other.sharesMembersWith(full)
        && (!other.dated() || year.ahead(other))
        && other.seats() - other.taken() >= full.queued();
  }
}
