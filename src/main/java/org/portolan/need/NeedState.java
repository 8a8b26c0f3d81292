package org.portolan.need;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a need. */
public enum NeedState {
  OPEN,
  /** Somebody sees to it. */
  TAKEN_UP,
  DECLINED;

  /** As it stands in tables, addresses and keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<NeedState> of(String code) {
    return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
  }
}
