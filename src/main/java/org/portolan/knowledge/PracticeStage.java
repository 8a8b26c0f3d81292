package org.portolan.knowledge;

import java.util.Locale;

/** What becomes of what editors write of a practice. */
public enum PracticeStage {
  /** Nobody writes on it: readers see all there is. */
  NONE,
  WRITING,
  /** Handed in; another editor of the region is to look at it. */
  REVIEW,
  /** The one who looked at it asked for changes. */
  SENT_BACK;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static PracticeStage of(String code) {
    return code == null ? NONE : valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
