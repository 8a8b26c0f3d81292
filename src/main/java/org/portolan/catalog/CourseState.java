package org.portolan.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a course has come. */
public enum CourseState {
  /** Being written at its centre. */
  DRAFT,
  /** Submitted, waiting for whoever keeps the catalogue. */
  REVIEW,
  PUBLISHED,
  /** No longer given; its address leads on. */
  RETIRED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CourseState> of(String code) {
    return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
  }
}
