package org.portolan.booking;

import java.util.Map;

/** What was typed of a resource or booking cannot be kept; says by field why. */
public class InvalidBooking extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> problems;

  InvalidBooking(Map<String, String> problems) {
    super(problems.toString());
    this.problems = Map.copyOf(problems);
  }

  /** The key of a text by field. */
  public Map<String, String> problems() {
    return problems;
  }
}
