package org.portolan.calendar;

import java.util.Map;

/** A plan cannot be carried out; says by field why, as keys of texts. */
public class InvalidPlan extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> problems;

  public InvalidPlan(Map<String, String> problems) {
    super(problems.toString());
    this.problems = Map.copyOf(problems);
  }

  public Map<String, String> problems() {
    return problems;
  }
}
