package org.portolan.knowledge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** To what a practice can be connected. All but legal texts are items of this platform. */
public enum LinkKind {
  COURSE,
  SESSION,
  PRACTICE,
  /** A legal text, such as a convention of the WCO, at a place of its own. */
  INSTRUMENT;

  /** As the index calls it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<LinkKind> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
