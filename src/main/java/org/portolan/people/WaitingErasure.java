package org.portolan.people;

import java.time.Instant;

/**
 * An erasure that was asked for and waits.
 *
 * @param hindrance what stands against it, as the last part of a key of texts, or null
 */
public record WaitingErasure(
    long id, PersonSummary person, Instant askedAt, Instant dueAt, String hindrance) {}
