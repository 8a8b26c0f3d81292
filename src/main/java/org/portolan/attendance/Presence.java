package org.portolan.attendance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether somebody was there on a half-day. */
public enum Presence {
  PRESENT,
  LATE,
  EXCUSED,
  ABSENT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether they took part, be it from later on. */
  public boolean attended() {
    return this == PRESENT || this == LATE;
  }

  /** Empty for a code that is none. */
  public static Optional<Presence> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
