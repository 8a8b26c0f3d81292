package org.portolan.calendar;

/** A published session was changed: its days, place, seats or languages. */
public record SessionChanged(SessionFacts before, SessionFacts after) {
  public long sessionId() {
    return after.id();
  }
}
