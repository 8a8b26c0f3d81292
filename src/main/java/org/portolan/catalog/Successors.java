package org.portolan.catalog;

import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What takes the place of a retired course: what came after it may be retired by now as well.
 *
 * @param courses by their numbers
 */
record Successors(LongFunction<Optional<Course>> courses) {
  /** A way that is longer goes in a circle. */
  private static final int LONGEST_WAY = 20;

  /** The published course at the end of the way, if it leads to one. */
  Optional<Course> of(Course retired) {
    Optional<Course> next = Optional.of(retired);
    for (int way = 0; way < LONGEST_WAY; way++) {
      Long following = next.map(Course::successorId).orElse(null);
      if (following == null) {
        break;
      }
      next = courses.apply(following);
    }
    return next.filter(course -> course != retired && course.state() == CourseState.PUBLISHED);
  }

  /** Whether a course can be the next on the way of another. */
  static boolean possible(Course retired, Course next) {
    return next != retired && next.state() == CourseState.PUBLISHED;
  }
}
