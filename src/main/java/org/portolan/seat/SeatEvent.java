package org.portolan.seat;

import java.util.Locale;

/** What a line of the ledger tells. */
public enum SeatEvent {
  /** The rules of the session are these from now on. */
  RULES,
  /** Seats that were held for a group are there for all. */
  HOLD_ENDED,
  APPLIED,
  QUEUED,
  /** A place on the waiting list was changed by somebody. */
  MOVED,
  OFFERED,
  /** Somebody chose this one for a free seat, whoever else stood before. */
  CHOSEN,
  SEATED,
  REFUSED,
  WITHDRAWN,
  /** Gave its seat or place to another of the same administration. */
  REPLACED,
  DECLINED,
  LAPSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static SeatEvent of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
