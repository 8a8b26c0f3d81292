package org.portolan.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order the catalogue is listed. */
public enum CourseOrder {
  TITLE,
  /** Those whose next session begins first; without one they come last, by title. */
  NEXT,
  NEWEST,
  /** The shortest first. */
  HOURS;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CourseOrder> of(String code) {
    return Arrays.stream(values()).filter(order -> order.code().equals(code)).findFirst();
  }
}
