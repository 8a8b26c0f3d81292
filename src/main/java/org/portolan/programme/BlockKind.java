package org.portolan.programme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a centre cannot hold sessions. */
public enum BlockKind {
  /** The academy belongs to a national intake. */
  INTAKE,
  CLOSURE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<BlockKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
