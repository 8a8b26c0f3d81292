package org.portolan.enrolment;

import java.util.Locale;

/** What happened to a seat. */
enum SeatChange {
  TAKEN,
  RELEASED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SeatChange of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
