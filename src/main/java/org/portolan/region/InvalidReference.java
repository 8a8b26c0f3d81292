package org.portolan.region;

import java.util.Map;

/** What was typed cannot be kept as it is; says for each field why. */
public class InvalidReference extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> problems;

  InvalidReference(Map<String, String> problems) {
    super(String.join(", ", problems.values()));
    this.problems = problems;
  }

  /** Keys of messages below {@code region.problem}, by field, in the order of the form. */
  public Map<String, String> problems() {
    return problems;
  }
}
