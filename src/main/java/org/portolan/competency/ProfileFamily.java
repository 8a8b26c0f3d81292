package org.portolan.competency;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The families in which job profiles are listed, in their order. */
public enum ProfileFamily {
  FRONT_LINE,
  SPECIALIST,
  SUPPORT,
  LEADERSHIP;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ProfileFamily> of(String code) {
    return Arrays.stream(values()).filter(family -> family.code().equals(code)).findFirst();
  }
}
