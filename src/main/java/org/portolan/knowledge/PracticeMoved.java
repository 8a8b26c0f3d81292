package org.portolan.knowledge;

/** Readers see a practice from now on as it is now, or do not see it any more. */
public record PracticeMoved(long id, How how) {
  /** What happened. */
  public enum How {
    /** What was written on it is shown. */
    PUBLISHED,
    /** What was written on it was given up. */
    DISCARDED,
    ARCHIVED,
    REOPENED
  }
}
