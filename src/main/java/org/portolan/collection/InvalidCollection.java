package org.portolan.collection;

import java.util.Map;

/** A collection cannot be kept or published so. */
public final class InvalidCollection extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> problems;

  InvalidCollection(Map<String, String> problems) {
    super(problems.toString(), null, false, false);
    this.problems = Map.copyOf(problems);
  }

  /** What is wrong, as the last part of a key of texts, by field. */
  public Map<String, String> problems() {
    return problems;
  }
}
