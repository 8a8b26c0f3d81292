package org.portolan.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far along its readers a course expects to find them. */
public enum Level {
  BASIC,
  INTERMEDIATE,
  ADVANCED,
  SPECIALIST,
  MANAGER,
  TRAINER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Level> of(String code) {
    return Arrays.stream(values()).filter(level -> level.code().equals(code)).findFirst();
  }
}
