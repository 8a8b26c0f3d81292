package org.portolan.platform.fetch;

import java.util.Locale;

/** Nothing was read from an address, and why. */
public class NotFetched extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    /** It is no address over TLS, or leads to where only this server may go. */
    FORBIDDEN,
    /** Nobody has that name. */
    UNKNOWN_HOST,
    /** Nobody answers there, or not by the rules. */
    UNREACHABLE,
    /** It took too long. */
    SLOW,
    /** There is more than is read. */
    LARGE,
    /** It leads on and on. */
    REDIRECTS,
    /** It asks who we are. */
    LOCKED,
    /** There is nothing any more. */
    GONE,
    /** Whoever is there has a trouble of their own. */
    TROUBLE;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Kind kind;

  NotFetched(Kind kind) {
    this(kind, null);
  }

  NotFetched(Kind kind, Throwable cause) {
    super(kind.code(), cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
