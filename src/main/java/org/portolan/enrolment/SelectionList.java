package org.portolan.enrolment;

import java.util.List;
import org.portolan.selection.Criteria;
import org.portolan.selection.Ranked;

/**
 * Those who wait for the selection of a centre.
 *
 * @param version of the criteria
 * @param total how many wait
 * @param first of them; by the ranking where there are criteria, else as they applied
 */
public record SelectionList(
    OfferedSession session,
    boolean open,
    Criteria criteria,
    int version,
    int total,
    List<Waits> first) {

  /**
   * One of them.
   *
   * @param homeRank which place their administration gave them; 0 where they applied themselves
   */
  public record Waits(ApplicationSummary application, Ranked ranked, int homeRank) {

    /** Whether the centre is asked about it once more: what is another since is at its desk. */
    public boolean again() {
      return application.again() != null;
    }
  }
}
