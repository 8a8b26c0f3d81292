package org.portolan.calendar;

import java.time.ZoneOffset;

/**
 * What a copy of a session came out as.
 *
 * @param from offset from UTC of the first session, or null where it is the same or has no days
 * @param to offset from UTC of the copy, else null
 * @param closingLeftOut whether the first session had a last day for applications and the copy does
 *     not
 */
public record Copied(SessionFacts of, ZoneOffset from, ZoneOffset to, boolean closingLeftOut) {
  static Copied of(SessionFacts first, SessionFacts copy) {
    boolean closingLeftOut = first.applyBy() != null && copy.applyBy() == null;
    return Shift.changesOffset(first, copy)
        ? new Copied(first, Shift.offset(first), Shift.offset(copy), closingLeftOut)
        : new Copied(first, null, null, closingLeftOut);
  }

  public boolean clocksChange() {
    return to != null;
  }
}
