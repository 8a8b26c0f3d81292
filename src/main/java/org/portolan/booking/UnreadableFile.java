package org.portolan.booking;

import java.util.Locale;

/** A calendar file that cannot be taken; nothing of it was. */
public class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    /** It is no calendar, or not whole. */
    DAMAGED,
    /** It has more times, or rules with more repetitions, than are kept. */
    MANY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;

  UnreadableFile(Kind kind, Throwable cause) {
    super(kind.code(), cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
