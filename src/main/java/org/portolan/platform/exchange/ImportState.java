package org.portolan.platform.exchange;

import java.util.Locale;

/** How far an import is. */
public enum ImportState {
  /** Being looked at. */
  CHECKING,
  /** Looked at, and no rows were found in it. */
  UNREADABLE,
  /** Looked at: the report says what it would do. */
  CHECKED,
  APPLYING,
  APPLIED,
  UNDOING,
  UNDONE;

  static ImportState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether work on it is under way. */
  public boolean moving() {
    return this == CHECKING || this == APPLYING || this == UNDOING;
  }
}
