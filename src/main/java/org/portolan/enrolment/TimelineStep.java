package org.portolan.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.portolan.approval.Approver;
import org.portolan.approval.Difference;
import org.portolan.seat.ApplicationState;
import org.portolan.selection.Placed;

/**
 * A step on the way of an application: done, under way, or still to come.
 *
 * @param what sent, again, approved, seat, listed, approved-listed, offered, accepted, moved-up,
 *     refused, withdrawn, declined, lapsed, agreed, nominated, silent, reminded, escalated,
 *     asked-again, unasked, moved, changed, session-changed; the approver, again- and the approver,
 *     fallback, vacant, escalated, answer, free, offer, seat and begins ahead
 * @param phase done, now, next or stop
 * @param at when it happened, or until when it should; null where nobody knows
 * @param who who did it or has to do it; may be empty
 * @param selection where it stood in the ranking when its centre decided, else null
 * @param approver as which approver of the chain, where one did it, else null
 * @param changes what was changed then, each from what it was to what it was since
 */
public record TimelineStep(
    String what,
    String phase,
    Instant at,
    String who,
    Approver approver,
    String reason,
    Placed selection,
    List<Difference> changes) {

  /** Whether the application ended with it. */
  boolean ended() {
    return phase.equals("stop") || what.equals(ApplicationState.WITHDRAWN.code());
  }

  static boolean ended(ApplicationState state) {
    return state == ApplicationState.REFUSED || state == ApplicationState.WITHDRAWN;
  }

  /**
   * The same for somebody outside: no other people than these, and no words about the applicant.
   */
  TimelineStep naming(Set<String> known) {
    return new TimelineStep(
        what,
        phase,
        at,
        known.contains(who) ? who : "",
        approver,
        null,
        null,
        changes.stream().filter(each -> each.what().ofSession()).toList());
  }
}
