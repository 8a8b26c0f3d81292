package org.portolan.enrolment;

import java.util.Collection;
import java.util.Map;
import org.portolan.calendar.SessionFacts;

/** What is known of who was there at a session; answered by what keeps its roll. */
public interface KnownAttendance {
  /** By application; nothing where no roll was called, or it is not closed yet. */
  Map<Long, Attended> of(SessionFacts session, Collection<Long> applications);

  /**
   * How much of a session somebody was there for.
   *
   * @param halves on how many half-days
   * @param all how many there were
   * @param enough whether a certificate is given for that
   */
  record Attended(long halves, int all, boolean enough) {}
}
