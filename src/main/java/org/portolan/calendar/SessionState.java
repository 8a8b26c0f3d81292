package org.portolan.calendar;

import java.util.Locale;

/** How far a session has come: only its centre sees a draft, everybody a cancellation. */
public enum SessionState {
  DRAFT,
  PUBLISHED,
  CANCELLED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
