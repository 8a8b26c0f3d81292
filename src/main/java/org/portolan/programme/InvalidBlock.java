package org.portolan.programme;

import java.util.Map;

/** Days that cannot be blocked as they were given. */
public class InvalidBlock extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> problems;

  InvalidBlock(Map<String, String> problems) {
    super("invalid block");
    this.problems = Map.copyOf(problems);
  }

  /** By field: the key of a text each. */
  public Map<String, String> problems() {
    return problems;
  }
}
