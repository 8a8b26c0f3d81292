package org.portolan.eligibility;

/** Says which part of a condition cannot be. */
public class InvalidCondition extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Part part;

  /** What a condition is made of. */
  public enum Part {
    KIND,
    WHICH,
    MUCH
  }

  InvalidCondition(Part part, String text) {
    super("no condition: " + text);
    this.part = part;
  }

  public Part part() {
    return part;
  }
}
