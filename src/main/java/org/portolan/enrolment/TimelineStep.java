package org.portolan.enrolment;

import java.time.Instant;

/**
 * A step on the way of an application: done, under way, or still to come.
 *
 * @param what sent, again, approved, seat, listed, approved-listed, offered, accepted, moved-up,
 *     refused, withdrawn, declined, lapsed; deciding, fallback, answer, free, offer, seat and
 *     begins ahead
 * @param phase done, now, next or stop
 * @param at when it happened, or until when it should; null where nobody knows
 * @param who who did it or has to do it; may be empty
 */
public record TimelineStep(String what, String phase, Instant at, String who, String reason) {}
