package org.portolan.calendar;

/** A session is not in the state for what was asked; carries the key of the text that says why. */
public class NotPossible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotPossible(String key) {
    super(key);
  }

  public String key() {
    return getMessage();
  }
}
