package org.portolan.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody has behind them, as far as it decides which courses bring them something new.
 *
 * @param levels that were confirmed, by competency
 * @param completed codes of courses
 * @param years whole years in the service, or null where they are not known
 */
record Experience(Map<String, Integer> levels, Set<String> completed, Integer years) {
  static final Experience UNKNOWN = new Experience(Map.of(), Set.of(), null);

  /** Whoever serves so long is no recruit any more. */
  private static final int SEASONED = 2;

  /** Whether a course that is for recruits is for them. */
  boolean recruit() {
    return years != null && years < SEASONED;
  }

  /**
   * How far they are ahead of what a course expects of its readers in what it is about; below
   * nothing where it expects more. Unknown where nothing was ever confirmed of them, or where it
   * expects nothing.
   */
  Optional<Integer> ahead(ShelvedCourse course) {
    int expected = Level.of(course.facts().level()).map(Level::expects).orElse(0);
    return expected == 0 || levels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            course.gives().stream()
                    .mapToInt(given -> levels.getOrDefault(given.code(), 0))
                    .max()
                    .orElse(0)
                - expected);
  }

  /** Whether a course leads further in a competency than they are. */
  boolean learns(GivenCompetency given) {
    return given.level() > levels.getOrDefault(given.code(), 0);
  }

  /** Whether a course is behind them, or for others alone. */
  boolean needsNot(ShelvedCourse course) {
    return completed.contains(course.facts().code())
        || course.audiences().equals(List.of(Audience.TRADER))
        || years != null && !recruit() && course.audiences().equals(List.of(Audience.RECRUIT));
  }
}
