package org.portolan.selection;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;

/**
 * How many points somebody has by a criterion: from 0 to {@value #ALL}, {@value #HALF} where
 * nothing can be said for or against anybody.
 */
public final class Points {
  public static final int ALL = 1000;
  public static final int HALF = 500;

  /** More years in a post than these make no difference. */
  private static final int MONTHS = 60;

  /** Levels of a language, of which the last is the highest. */
  private static final int LEVELS = 6;

  private Points() {}

  /**
   * Share of what a course gives that somebody's job needs and they do not have at the level to
   * which the course leads.
   *
   * @param gives levels by competency; where it names none, nothing can be said
   * @param needs levels that the job asks for
   * @param has levels that were confirmed
   */
  public static int profile(
      Map<String, Integer> gives, Map<String, Integer> needs, Map<String, Integer> has) {
    if (gives.isEmpty()) {
      return HALF;
    }
    long helped =
        gives.entrySet().stream()
            .filter(given -> needs.containsKey(given.getKey()))
            .filter(
                given ->
                    has.getOrDefault(given.getKey(), 0)
                        < Math.min(given.getValue(), needs.get(given.getKey())))
            .count();
    return (int) (ALL * helped / gives.size());
  }

  /**
   * Years in a post on a day, up to five.
   *
   * @param since or null where nobody said
   */
  public static int years(LocalDate since, LocalDate day) {
    if (since == null || !since.isBefore(day)) {
      return 0;
    }
    long months = Period.between(since, day).toTotalMonths();
    return (int) (ALL * Math.min(MONTHS, months) / MONTHS);
  }

  /**
   * How well somebody knows a language.
   *
   * @param level from 1 to 6, or 0 for not at all
   */
  public static int language(int level) {
    return ALL * Math.min(LEVELS, Math.max(0, level)) / LEVELS;
  }

  /**
   * Where an administration put somebody among its nominees.
   *
   * @param rank from 1, or 0 for those who were not nominated
   */
  public static int home(int rank) {
    return rank < 1 ? 0 : ALL / rank;
  }

  /**
   * Whether those whom an administration sent before came; of one that sent nobody nothing can be
   * said, and a single absence does not yet say all.
   *
   * @param held seats that its officers had
   * @param missed of them those to whose session they did not come, or which they left late
   */
  public static int attendance(int held, int missed) {
    return ALL * (held - missed + 1) / (held + 2);
  }
}
