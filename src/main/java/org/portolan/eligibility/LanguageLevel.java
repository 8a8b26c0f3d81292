package org.portolan.eligibility;

import java.util.Arrays;
import java.util.Optional;

/** How well somebody knows a language, in the words of the Common European Framework. */
public enum LanguageLevel {
  A1,
  A2,
  B1,
  B2,
  C1,
  C2;

  public static Optional<LanguageLevel> of(String code) {
    return Arrays.stream(values()).filter(level -> level.name().equals(code)).findFirst();
  }
}
