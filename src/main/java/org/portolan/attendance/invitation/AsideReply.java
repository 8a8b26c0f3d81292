package org.portolan.attendance.invitation;

import java.time.Instant;

/**
 * A reply by mail from which nothing followed.
 *
 * @param reason why, as the last part of a key of texts
 */
public record AsideReply(String from, String subject, String reason, Instant receivedAt) {}
