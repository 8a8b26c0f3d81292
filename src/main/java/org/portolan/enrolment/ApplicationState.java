package org.portolan.enrolment;

import java.util.Arrays;
import java.util.Locale;

/** Where an application stands. */
public enum ApplicationState {
  /** Somebody has to decide. */
  WAITING,
  /** It holds a seat. */
  APPROVED,
  REFUSED,
  WITHDRAWN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Waiting or holding a seat: what can be withdrawn, and what applying again leads back to. */
  public boolean alive() {
    return this == WAITING || this == APPROVED;
  }

  static ApplicationState of(String code) {
    return Arrays.stream(values())
        .filter(state -> state.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no state " + code));
  }
}
