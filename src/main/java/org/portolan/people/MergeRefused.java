package org.portolan.people;

import java.util.List;
import org.portolan.platform.web.Problem;

/** Two accounts cannot become one as they are. */
public class MergeRefused extends Problem {
  private static final long serialVersionUID = 1L;
  private static final int CONFLICT = 409;

  private final transient List<MergeConflict> conflicts;

  MergeRefused(List<MergeConflict> conflicts) {
    super(
        CONFLICT,
        "merge-" + conflicts.get(0).kind(),
        "These accounts cannot be merged as they are",
        null);
    this.conflicts = List.copyOf(conflicts);
  }

  public List<MergeConflict> conflicts() {
    return conflicts;
  }
}
