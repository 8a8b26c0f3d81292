package org.portolan.access;

import java.time.Instant;

/**
 * A passkey as its owner is shown it.
 *
 * @param lastUsed null when it has not been used yet
 */
public record OwnPasskey(long id, String name, Instant since, Instant lastUsed) {}
