package org.portolan.nomination;

import java.time.Instant;
import org.portolan.enrolment.OfferedSession;

/**
 * A nomination in a list.
 *
 * @param handedIn how many of its nominees are
 * @param ready how many are not yet
 * @param handedInAt when the first were, or null
 */
public record NominationSummary(
    OfferedSession session, String member, int handedIn, int ready, Instant handedInAt) {}
