package org.portolan.competency;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How well somebody can do something, from the least to the most. */
public enum CompetencyLevel {
  AWARENESS(1),
  TRAINED(2),
  ADVANCED(3),
  EXPERT(4);

  private final int number;

  CompetencyLevel(int number) {
    this.number = number;
  }

  /** From 1 to 4, as content and programs write it. */
  public int number() {
    return number;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CompetencyLevel> of(int number) {
    return Arrays.stream(values()).filter(level -> level.number == number).findFirst();
  }
}
