package org.portolan.platform.exchange;

import java.util.Locale;

/** What a row of a file would do. */
public enum Verdict {
  /** Make a record. */
  NEW,
  /** Change one. */
  CHANGED,
  /** Change one that somebody else changed since it was exported. */
  STALE,
  /** Nothing: the record is like that. */
  SAME,
  /** Nothing: something is wrong with it. */
  ERROR;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
