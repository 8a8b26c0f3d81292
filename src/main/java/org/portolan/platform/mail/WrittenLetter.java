package org.portolan.platform.mail;

import java.time.Instant;

/** A letter as it is laid into the outbox. */
record WrittenLetter(
    String messageId,
    String kind,
    String address,
    Long personId,
    String language,
    String subject,
    String text,
    String html,
    String calendar,
    String calendarMethod,
    String unsubscribe,
    Instant secretUntil,
    LetterState state,
    Instant createdAt) {}
