package org.portolan.reuse.problem;

/** A problem cannot be told or answered so. */
public final class InvalidProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;

  InvalidProblem(String problem) {
    super(problem, null, false, false);
    this.problem = problem;
  }

  /** The last part of a key of texts. */
  public String problem() {
    return problem;
  }
}
