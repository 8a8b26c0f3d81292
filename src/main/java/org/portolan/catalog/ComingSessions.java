package org.portolan.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the catalogue asks of whoever owns sessions. */
public interface ComingSessions {

  /**
   * The published sessions of these courses that have not begun, soonest first, then those without
   * days; by course.
   */
  Map<Long, List<ComingSession>> coming(Collection<Long> courseIds);

  /** The published sessions of a course that have not ended, in the same order. */
  List<ComingSession> ahead(long courseId);

  /**
   * Of these the first of each course that has days or needs none, whether or not it takes
   * applications still.
   */
  Map<Long, ComingSession> next(Collection<Long> courseIds);

  /** When the next session of each course that has one begins, in two statements. */
  Map<Long, Instant> starts();
}
