package org.portolan.enrolment;

import java.time.Instant;
import java.util.List;
import org.portolan.approval.Approver;
import org.portolan.approval.Difference;
import org.portolan.selection.Placed;

/**
 * A step on the way of an application: done, under way, or still to come.
 *
 * @param what sent, again, approved, seat, listed, approved-listed, offered, accepted, moved-up,
 *     refused, withdrawn, declined, lapsed, agreed, nominated, silent, reminded, escalated,
 *     asked-again, unasked, changed, session-changed; the approver, again- and the approver,
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
    List<Difference> changes) {}
