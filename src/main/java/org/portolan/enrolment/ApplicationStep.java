package org.portolan.enrolment;

import org.portolan.seat.ApplicationState;

/**
 * A state that an application came to, by whom, and with which words. Kept once, never changed.
 *
 * @param actorId who did it; null where a rule did
 */
record ApplicationStep(ApplicationState state, Long actorId, String reason) {}
