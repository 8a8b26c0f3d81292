package org.portolan.platform.mail;

import java.time.Instant;

/**
 * A letter of the outbox as administrators see it.
 *
 * @param text its plain text; null where it is not to be read, or not any more
 * @param kept whether there still is a text that could be sent
 * @param secret whether it opens something to whoever reads it
 * @param expiresAt until when, or null
 * @param lastError what the mail server said last, or null
 */
public record PostedLetter(
    long id,
    String messageId,
    String kind,
    String address,
    String language,
    String subject,
    String text,
    boolean kept,
    boolean secret,
    Instant expiresAt,
    LetterState state,
    int attempts,
    Instant createdAt,
    Instant nextAttemptAt,
    Instant sentAt,
    String lastError) {

  /**
   * A secret letter is for its reader alone, unless nothing takes it there: then somebody has to
   * hand it over.
   */
  PostedLetter readable() {
    return secret && state != LetterState.WITHHELD
        ? new PostedLetter(
            id,
            messageId,
            kind,
            address,
            language,
            subject,
            null,
            kept,
            true,
            expiresAt,
            state,
            attempts,
            createdAt,
            nextAttemptAt,
            sentAt,
            lastError)
        : this;
  }
}
