package org.portolan.reuse.comment;

/** Something cannot be said so, or not any more. */
public final class InvalidComment extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;

  InvalidComment(String problem) {
    super(problem, null, false, false);
    this.problem = problem;
  }

  /** The last part of a key of texts. */
  public String problem() {
    return problem;
  }
}
