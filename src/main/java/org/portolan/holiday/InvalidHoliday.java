package org.portolan.holiday;

import java.util.Map;

/** A holiday cannot be kept; says by field why. */
public class InvalidHoliday extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> problems;

  InvalidHoliday(Map<String, String> problems) {
    super(problems.toString());
    this.problems = Map.copyOf(problems);
  }

  public Map<String, String> problems() {
    return problems;
  }
}
