package org.portolan.region;

import java.time.LocalDate;

/**
 * A term in which a Member has the Vice-Chair of its region.
 *
 * @param since null where the beginning is not known
 * @param until null where the end is not known, or the term goes on
 * @param seen when a report shows the Member in office; null where the beginning is known
 */
public record ViceChair(
    String code,
    String regionCode,
    String memberCode,
    PartialDate since,
    PartialDate until,
    PartialDate seen,
    boolean demo) {

  /** The earliest day of which it is known. */
  public PartialDate known() {
    return since == null ? seen : since;
  }

  /** A term of which only a report is known is never taken for one that goes on. */
  public boolean runsOn(LocalDate day) {
    return since != null
        && !day.isBefore(since.first())
        && (until == null || !day.isAfter(until.last()));
  }

  /**
   * Whether two terms cannot both be true. One may end in the month or year in which the next
   * begins; of a term without a known beginning nothing can be said.
   */
  boolean overlaps(ViceChair other) {
    return since != null && other.since != null && !over(other) && !other.over(this);
  }

  /** Whether this term had ended when the other began. */
  private boolean over(ViceChair other) {
    return until != null && !other.since.last().isBefore(until.first());
  }
}
