package org.portolan.eligibility;

import java.util.Locale;

/**
 * Why nobody should be judged by a requirement.
 *
 * @param place of the requirement in its list, from 0
 */
public record Flaw(int place, Kind kind) {
  /** What can be wrong. */
  public enum Kind {
    /** It speaks of something that is not there. */
    UNKNOWN,
    /** The same is asked by one before it. */
    TWICE,
    /** Nobody can meet both it and one before it. */
    CONTRADICTION,
    /** A course is needed that needs this one. */
    CIRCLE,
    /** More than people would read. */
    MANY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
