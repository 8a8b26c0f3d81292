package org.portolan.people;

import java.time.Instant;

/**
 * An invitation as the coordinator sees it.
 *
 * @param letterId of the letter that was sent last, or null
 */
public record InvitationSummary(
    long id,
    String memberCode,
    String name,
    String email,
    String post,
    InvitationState state,
    Instant createdAt,
    Instant expiresAt,
    Long letterId) {}
