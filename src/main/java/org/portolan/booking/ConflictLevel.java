package org.portolan.booking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happens where two bookings of a resource meet, the mildest first. */
public enum ConflictLevel {
  /** Nobody is told. */
  IGNORE,
  /** Whoever books is told of the other. */
  NOTE,
  /** Whoever books is told, and says why it is booked all the same. */
  WARN,
  /** There can be only one of them. */
  BLOCK;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of this code, if there is one. */
  public static Optional<ConflictLevel> of(String code) {
    return Arrays.stream(values()).filter(level -> level.code().equals(code)).findFirst();
  }

  ConflictLevel or(ConflictLevel other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
