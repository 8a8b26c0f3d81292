package org.portolan.attendance;

/** Something about the attendance of a session was not done, and why. */
public final class AttendanceRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why not. */
  public enum Reason {
    /** It is closed or signed, and no reason was given. */
    REASON_NEEDED,
    /** The last half-day has not begun. */
    TOO_EARLY,
    /** A name is needed to sign. */
    NAME_NEEDED,
    /** What was signed is not what holds: marks came in after it was shown. */
    NOT_AS_SEEN,
    /** More people than any session has. */
    TOO_MANY,
    /** No account has that address. */
    NO_ACCOUNT,
    /** It has no half-days, or not that one. */
    NOT_HELD,
    /** Nobody of the session has that badge. */
    UNKNOWN_BADGE
  }

  private final Reason reason;

  AttendanceRefused(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
