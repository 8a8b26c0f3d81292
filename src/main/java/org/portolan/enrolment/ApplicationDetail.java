package org.portolan.enrolment;

import java.time.Instant;
import java.util.List;

/**
 * An application with its whole way, for those whom it concerns.
 *
 * @param again what is another than somebody agreed to, who is asked again; else null
 * @param used whether something came already of an own seat in a standing edition
 */
public record ApplicationDetail(
    ApplicationSummary summary,
    List<TimelineStep> timeline,
    AskedAgain again,
    boolean own,
    boolean used) {

  /** Whether the one who asks may say something else in it. */
  public boolean changeable(Instant now) {
    return withdrawable(now) && summary.session().open(now);
  }

  /** Whether the one who asks may take it back. */
  public boolean withdrawable(Instant now) {
    return own && !used && summary.withdrawable(now);
  }
}
