package org.portolan.eligibility;

import java.time.LocalDate;
import java.util.Optional;

/**
 * They completed a course.
 *
 * @param months how long ago it may be when the session begins; 0 where that does not matter
 */
record CompletedCourse(String course, int months) implements Condition {
  @Override
  public Kind kind() {
    return Kind.COURSE;
  }

  @Override
  public String which() {
    return course;
  }

  @Override
  public String much() {
    return months == 0 ? "" : Integer.toString(months);
  }

  @Override
  public Optional<Remedy> lacks(Facts facts, Occasion occasion) {
    LocalDate done = facts.completed().get(course);
    if (done == null) {
      return Optional.of(Remedy.simple(Remedy.Kind.COMPLETE, this));
    }
    return months > 0 && done.plusMonths(months).isBefore(occasion.first())
        ? Optional.of(Remedy.day(Remedy.Kind.REPEAT, this, done))
        : Optional.empty();
  }
}
