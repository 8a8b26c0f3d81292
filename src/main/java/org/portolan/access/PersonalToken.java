package org.portolan.access;

import java.time.Instant;

/**
 * A personal token as its owner sees it in the list, without the secret.
 *
 * @param revokedAt null while it works
 */
public record PersonalToken(long id, String name, Instant createdAt, Instant revokedAt) {}
