package org.portolan.reuse;

/** The use of a practice cannot be reported so. */
public final class InvalidUse extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;

  InvalidUse(String problem) {
    super(problem, null, false, false);
    this.problem = problem;
  }

  /** The last part of a key of texts. */
  public String problem() {
    return problem;
  }
}
