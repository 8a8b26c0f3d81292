package org.portolan.calendar;

import java.time.ZoneOffset;

/**
 * What a copy of a session came out as.
 *
 * @param from offset from UTC of the first session, or null where it is the same or has no days
 * @param to offset from UTC of the copy, else null
 */
public record Copied(SessionFacts of, ZoneOffset from, ZoneOffset to) {
  static Copied of(SessionFacts first, SessionFacts copy) {
    return Shift.changesOffset(first, copy)
        ? new Copied(first, Shift.offset(first), Shift.offset(copy))
        : new Copied(first, null, null);
  }

  public boolean clocksChange() {
    return to != null;
  }
}
