package org.portolan.access;

import java.time.Instant;

/**
 * A place in which a person is signed in, as they are shown it.
 *
 * @param current the one they are looking from
 */
public record SignedInPlace(
    long id, Agent agent, Instant since, Instant lastSeen, boolean current) {}
