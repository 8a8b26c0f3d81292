package org.portolan.attachment;

/** An attachment cannot be taken as it was described. */
public final class InvalidAttachment extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;

  InvalidAttachment(String problem) {
    super(problem, null, false, false);
    this.problem = problem;
  }

  /** The field and what is wrong with it, such as {@code title.missing}. */
  public String problem() {
    return problem;
  }
}
