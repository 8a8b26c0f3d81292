package org.portolan.radar.rules;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.portolan.calendar.Timing;

/** A session without days to which many would come, and which lets them wait. */
final class WaitingInterest implements Rule {
  static final int LEAST_INTERESTED = 5;
  static final int WAITS_DAYS = 60;

  @Override
  public List<Finding> look(RegionYear year) {
    return year.sessions().stream()
        .filter(each -> each.timing() == Timing.UNDATED && each.published())
        .filter(each -> each.interested() >= LEAST_INTERESTED && each.interestedSince() != null)
        .filter(each -> ChronoUnit.DAYS.between(each.interestedSince(), year.today()) >= WAITS_DAYS)
        .map(
            each ->
                Finding.about(FindingKind.WAITING_INTEREST, "session:" + each.id())
                    .sessions(List.of(each))
                    .figure(each.interested())
                    .done())
        .toList();
  }
}
