package org.portolan.need;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is missed. */
public enum NeedKind {
  /** That somebody writes down how it is done. */
  PRACTICE,
  /** That somebody teaches it. */
  TRAINING;

  /** As it stands in tables, addresses and keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<NeedKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
