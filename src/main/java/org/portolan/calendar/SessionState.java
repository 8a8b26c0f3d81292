package org.portolan.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a session has come: only its centre sees a draft, everybody a cancellation. */
public enum SessionState {
  DRAFT,
  PUBLISHED,
  CANCELLED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether everybody sees what is in this state. */
  public boolean seen() {
    return this != DRAFT;
  }

  /** The state of this code, if there is one. */
  public static Optional<SessionState> of(String code) {
    return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
  }
}
