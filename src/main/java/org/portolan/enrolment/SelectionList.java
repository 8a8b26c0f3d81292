package org.portolan.enrolment;

import java.util.List;
import org.portolan.selection.Criteria;
import org.portolan.selection.Ranked;

/**
 * Those who wait for the selection of a centre.
 *
 * @param version of the criteria
 * @param waiting by the ranking where there are criteria, else as they applied
 */
public record SelectionList(
    OfferedSession session, boolean open, Criteria criteria, int version, List<Waits> waiting) {

  /**
   * One of them.
   *
   * @param ranked null where nobody is compared
   * @param homeRank which place their administration gave them; 0 where they applied themselves
   */
  public record Waits(ApplicationSummary application, Ranked ranked, int homeRank) {}
}
