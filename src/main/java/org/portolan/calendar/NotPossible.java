package org.portolan.calendar;

/** A session is not in the state for what was asked; carries the key of the text that says why. */
public class NotPossible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long sessionId;

  public NotPossible(String key) {
    this(key, 0);
  }

  NotPossible(String key, long sessionId) {
    super(key);
    this.sessionId = sessionId;
  }

  /** Which of several it was, or 0. */
  public long sessionId() {
    return sessionId;
  }

  public String key() {
    return getMessage();
  }
}
