package org.portolan.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which form a course is given. */
public enum Mode {
  SELF_PACED,
  TUTORED,
  WEBINAR,
  WORKSHOP,
  SEMINAR,
  ACCREDITATION,
  CLASSROOM,
  BLENDED;

  /** As in addresses, content and the database: {@code self-paced}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Mode> of(String code) {
    return Arrays.stream(values()).filter(mode -> mode.code().equals(code)).findFirst();
  }
}
