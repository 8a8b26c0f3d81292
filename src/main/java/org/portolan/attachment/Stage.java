package org.portolan.attachment;

import java.util.Locale;

/** Whether readers of a published practice see an attachment. */
public enum Stage {
  /** With its next version they will. */
  ADDED,
  SHOWN,
  /** With its next version they will not any more. */
  LEAVING;

  static Stage of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
