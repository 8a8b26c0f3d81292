package org.portolan.enrolment;

import org.portolan.approval.Approver;

/**
 * Which of the applications that wait are to be shown; null and false restrict nothing.
 *
 * @param overdue only those whose answer is late
 */
public record WaitingFilter(Long session, String member, Approver approver, boolean overdue) {
  public static final WaitingFilter EVERYTHING = new WaitingFilter(null, null, null, false);

  /** The same, of which the answer is late. */
  WaitingFilter late() {
    return new WaitingFilter(session, member, approver, true);
  }

  public boolean restricts() {
    return session != null || member != null || approver != null || overdue;
  }
}
