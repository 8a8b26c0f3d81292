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

  /** How far somebody should have come in what a course of this level is about. */
  int expects() {
    return switch (this) {
      case BASIC, MANAGER -> 0;
      case INTERMEDIATE -> 1;
      case ADVANCED, SPECIALIST -> 2;
      case TRAINER -> 3;
    };
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Level> of(String code) {
    return Arrays.stream(values()).filter(level -> level.code().equals(code)).findFirst();
  }
}
