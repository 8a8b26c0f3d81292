package org.portolan.enrolment;

import java.time.Instant;
import java.util.List;

/**
 * An application with its whole way, for those whom it concerns.
 *
 * @param used whether something came already of an own seat in a standing edition
 */
public record ApplicationDetail(
    ApplicationSummary summary, List<TimelineStep> timeline, boolean own, boolean used) {

  /** Whether the one who asks may take it back. */
  public boolean withdrawable(Instant now) {
    return own && !used && summary.withdrawable(now);
  }
}
