package org.portolan.platform.exchange;

import java.time.Instant;
import java.util.List;

/**
 * An import and how far it is.
 *
 * @param form how its file is read; null while that is not known
 * @param overwrite whether rows are applied that somebody changed since the export
 * @param problems of the import as a whole
 * @param moved when something was last heard of the work on it
 * @param kept whether its file is there, so that it can be read again
 * @param days how days that are written as text are read
 */
public record ImportJob(
    long id,
    String kind,
    long personId,
    String fileName,
    FileForm form,
    ImportState state,
    boolean overwrite,
    List<CellProblem> problems,
    Counts counts,
    int done,
    Instant created,
    Instant moved,
    Instant applied,
    boolean kept,
    DayOrder days) {

  /**
   * Rows of the file by what they would do.
   *
   * @param all rows, those that do nothing included
   */
  public record Counts(int all, int made, int changed, int stale, int same, int error) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    Counts plus(Verdict verdict) {
      return new Counts(
          all + 1,
          made + (verdict == Verdict.NEW ? 1 : 0),
          changed + (verdict == Verdict.CHANGED ? 1 : 0),
          stale + (verdict == Verdict.STALE ? 1 : 0),
          same + (verdict == Verdict.SAME ? 1 : 0),
          error + (verdict == Verdict.ERROR ? 1 : 0));
    }

    /** How many rows applying writes. */
    public int writes(boolean overwrite) {
      return made + changed + (overwrite ? stale : 0);
    }
  }

  /** Whether it can be applied: nothing is wrong with it, and there is something to do. */
  public boolean applicable() {
    return state == ImportState.CHECKED && counts.error() == 0 && counts.writes(true) > 0;
  }

  /** Whether its good rows can be applied without the others. */
  public boolean applicableInPart() {
    return state == ImportState.CHECKED && counts.error() > 0 && counts.writes(true) > 0;
  }

  /** What the work under way has done, in hundredths. */
  public int percent() {
    int of = state == ImportState.CHECKING ? counts.all() : counts.writes(overwrite);
    return of == 0 ? 0 : Math.min(100, (int) (100L * done / of));
  }
}
