package org.portolan.pack;

import java.util.Locale;

/** What a practice of a pack is to this installation. */
public enum Arrival {
  /** Nothing here came from it. */
  NEW,
  /** What came from it before says something else there by now, or lacks files. */
  NEWER,
  /** What is here says the same. */
  SAME,
  /** It says something else there, and was changed here too. */
  DIFFERS,
  /** What is here was taken from a later version, or was written later. */
  OLDER,
  /** It cannot be taken. */
  REFUSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it may be taken. */
  public boolean takable() {
    return this == NEW || this == NEWER || this == DIFFERS;
  }

  /** Whether it is taken unless somebody says otherwise. */
  public boolean chosen() {
    return this == NEW || this == NEWER;
  }

  /**
   * Compares what comes with what is here.
   *
   * @param comes digest of what comes
   * @param taken digest of what was taken from it before; null where it was written here
   * @param here digest of what is here
   * @param later whether what is here is of a later version
   */
  static Arrival of(String comes, String taken, String here, boolean later) {
    if (comes.equals(here)) {
      return SAME;
    }
    if (later) {
      return OLDER;
    }
    if (comes.equals(taken)) {
      // nothing new comes, and it was worked on here
      return OLDER;
    }
    return here.equals(taken) ? NEWER : DIFFERS;
  }
}
