package org.portolan.calendar;

import java.time.LocalDate;

/**
 * What a session of one year would be in the next.
 *
 * @param courseId of the copy: another one where its course was retired and has a successor
 * @param leaps whether it began on 29 February and the copy begins on the 28th
 * @param problem key of the text that says why there cannot be such a copy, or null
 */
public record PlannedCopy(
    SessionFacts of,
    LocalDate firstDay,
    LocalDate lastDay,
    long courseId,
    boolean leaps,
    String problem) {

  public boolean possible() {
    return problem == null;
  }

  public boolean bySuccessor() {
    return courseId != of.courseId();
  }
}
