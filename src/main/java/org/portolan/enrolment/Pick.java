package org.portolan.enrolment;

import org.portolan.approval.Approver;

/**
 * An application that somebody decides on.
 *
 * @param step of the chain as they saw it, so that nobody answers for a step that they never saw;
 *     null for whichever it stands at
 * @param seen number of the last change that was shown to one who is asked again, else 0
 */
public record Pick(long application, Approver step, long seen) {
  public Pick(long application, Approver step) {
    this(application, step, 0);
  }
}
