package org.portolan.enrolment;

import org.portolan.approval.Approver;
import org.portolan.seat.ApplicationState;

/**
 * What happened to an application, by whom, and with which words. Kept once, never changed.
 *
 * @param state to which it came, or in which it stayed
 * @param actorId who did it; null where a rule did, or somebody without an account
 * @param approver whose step of the chain it was, or null
 * @param event what happened where it is not the new state that says it, else null
 * @param selection where it stood in the ranking when its centre decided, as its text; else null
 */
record ApplicationStep(
    ApplicationState state,
    Long actorId,
    String reason,
    Approver approver,
    Event event,
    String selection) {

  /** What can happen to an application that stays in its state. */
  enum Event {
    /** An approver agreed, and another is asked. */
    AGREED,
    /** Its administration sends the officer, and asks the others along the chain. */
    NOMINATED,
    /** The day was over for one whose silence is no objection. */
    SILENT,
    REMINDED,
    /** Others were asked too. */
    ESCALATED,
    /** Something changed that concerns an approver who had agreed. */
    ASKED_AGAIN,
    /** Its centre gave it another place on the waiting list. */
    MOVED,
    /** It is again as that approver had agreed. */
    UNASKED;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  static ApplicationStep to(ApplicationState state) {
    return new ApplicationStep(state, null, null, null, null, null);
  }

  ApplicationStep ranked(String place) {
    return new ApplicationStep(state, actorId, reason, approver, event, place);
  }

  ApplicationStep by(Long actor, String words, Approver step) {
    return new ApplicationStep(state, actor, words, step, event, selection);
  }
}
