package org.portolan.roster;

import java.time.Instant;

/** A message that was sent to participants. */
public record SentMessage(
    long id, String sender, String subject, String body, int receivers, Instant sentAt) {}
