package org.portolan.seat;

import java.util.Arrays;
import java.util.Locale;

/** Where an application stands. */
public enum ApplicationState {
  /** Somebody has to decide. */
  WAITING,
  /** On the waiting list: everybody agreed, and no seat is free for it. */
  QUEUED,
  /** A seat is kept for it until the person answers or the offer ends. */
  OFFERED,
  /** It holds a seat. */
  APPROVED,
  REFUSED,
  WITHDRAWN,
  /** The person did not want the seat that was offered. */
  DECLINED,
  /** The offer of a seat ended without an answer. */
  LAPSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Still on its way or holding a seat: what can be withdrawn, and what applying again finds. */
  public boolean alive() {
    return this == WAITING || this == QUEUED || occupies();
  }

  /** Whether a seat is gone for others. */
  public boolean occupies() {
    return this == OFFERED || this == APPROVED;
  }

  public static ApplicationState of(String code) {
    return Arrays.stream(values())
        .filter(state -> state.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no state " + code));
  }
}
