package org.portolan.enrolment;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.approval.Approver;
import org.portolan.selection.Placed;

/**
 * An application that somebody decides on.
 *
 * @param step of the chain as they saw it, so that nobody answers for a step that they never saw;
 *     null for whichever it stands at
 * @param seen number of the last change that was shown, or of a later one; 0 where none was
 */
public record Pick(long application, Approver step, long seen) {
  public Pick(long application, Approver step) {
    this(application, step, 0);
  }

  /**
   * Those that nobody ranked, then the others as they were: whoever stands first gets the seat that
   * is left.
   */
  static List<Pick> inOrder(List<Pick> picks, Map<Long, Placed> ranked) {
    return picks.stream().sorted(Comparator.comparingInt(pick -> pick.place(ranked))).toList();
  }

  private int place(Map<Long, Placed> ranked) {
    return Optional.ofNullable(ranked.get(application)).map(Placed::place).orElse(0);
  }
}
