package org.portolan.calendar;

import java.time.Instant;

/**
 * A cancelled session takes place after all; it is what it was before it was cancelled.
 *
 * @param cancelledAt when that was
 */
public record SessionRestored(SessionFacts session, Instant cancelledAt) {
  public long sessionId() {
    return session.id();
  }
}
