package org.portolan.people;

import org.portolan.platform.web.Problem;

/** Somebody cannot be erased for now. */
public class ErasureRefused extends Problem {
  private static final long serialVersionUID = 1L;
  private static final int CONFLICT = 409;

  private final String hindrance;

  ErasureRefused(String hindrance) {
    super(CONFLICT, "erasure-" + hindrance, "This account cannot be erased now", null);
    this.hindrance = hindrance;
  }

  /** What stands against it, as the last part of a key of texts. */
  public String hindrance() {
    return hindrance;
  }
}
