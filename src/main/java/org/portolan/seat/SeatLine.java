package org.portolan.seat;

import java.time.Instant;

/**
 * A line of the ledger of one session. Written once, never changed; all lines in their order tell
 * how every application stands.
 *
 * @param number 1 for the first of the session, then one more each
 * @param application 0 where the line speaks of the session itself
 * @param at to the microsecond, as the database keeps it
 * @param detail what the event needs: groups, rules, an end, a place; else empty
 */
public record SeatLine(long number, SeatEvent event, long application, Instant at, String detail) {
  /** The line in one, as its mark is made of it. */
  String text() {
    return number + "|" + event.code() + "|" + application + "|" + at + "|" + detail;
  }
}
