package org.portolan.roster;

/** A message was not sent, and why. */
public final class MessageRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why not. */
  public enum Reason {
    NOBODY,
    TOO_OFTEN
  }

  private final Reason reason;

  MessageRefused(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
