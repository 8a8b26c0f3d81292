package org.portolan.radar;

import java.util.Map;

/** Terms on which nothing can be held together; says by field why, as keys of texts. */
public class InvalidTerms extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> problems;

  InvalidTerms(Map<String, String> problems) {
    super(problems.toString());
    this.problems = Map.copyOf(problems);
  }

  public Map<String, String> problems() {
    return problems;
  }
}
