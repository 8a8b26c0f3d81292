package org.portolan.access;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A personal token as its owner is shown it.
 *
 * @param revokedAt null while it was not revoked
 * @param lastUsed the day, or null
 * @param applies whether it is good for more than reading
 */
public record PersonalToken(
    long id,
    String name,
    Instant createdAt,
    Instant revokedAt,
    Instant expiresAt,
    LocalDate lastUsed,
    boolean applies,
    boolean works) {}
