package org.portolan.platform.reading;

/** A file could not be looked into, and why. */
public final class NotReadable extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why not; the first three are the fault of the file. */
  public enum Reason {
    /** It is damaged, or broke the one who read it. */
    BROKEN,
    /** It would need more memory than it is worth. */
    HEAVY,
    /** It would take more time than it is worth. */
    LONG,
    /** Too many files are being read at once. */
    BUSY
  }

  private final Reason reason;

  NotReadable(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
