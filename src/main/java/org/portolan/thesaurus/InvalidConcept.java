package org.portolan.thesaurus;

import java.util.Map;

/** A concept cannot be as somebody wants it to be. */
public class InvalidConcept extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> problems;

  InvalidConcept(Map<String, String> problems) {
    super(problems.toString());
    this.problems = problems;
  }

  /** What is wrong, by the field of the form. */
  public Map<String, String> problems() {
    return problems;
  }
}
