package org.portolan.platform.mail;

import java.time.Instant;

/**
 * A letter that one node has taken to send; no other touches it until the claim ends.
 *
 * @param attempts this one included
 */
record ClaimedLetter(
    long id,
    String claim,
    Instant claimedUntil,
    int attempts,
    String messageId,
    String address,
    String language,
    String subject,
    String text,
    String html,
    String calendar,
    String calendarMethod,
    String unsubscribe,
    Instant createdAt) {}
