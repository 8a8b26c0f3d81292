package org.portolan.radar;

import java.util.Locale;

/** How far a proposal of a joint edition has come. */
public enum JointState {
  /** One of the centres, or both, have still to answer. */
  OPEN,
  /** Both agreed: there is a draft. */
  AGREED,
  DECLINED,
  /** Taken back by those who proposed it. */
  WITHDRAWN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JointState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
