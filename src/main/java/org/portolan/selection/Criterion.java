package org.portolan.selection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what those who wait for a selection are compared. */
public enum Criterion {
  /** What the course gives and their job needs that they lack. */
  PROFILE,
  /** Years in their post. */
  YEARS,
  /** How well they know a language of the session. */
  LANGUAGE,
  /** The order in which their administration nominates them. */
  HOME,
  /** Those of the gender that has fewer seats come first. */
  GENDER,
  /** Those of administrations that have no seat yet come first. */
  UNSERVED,
  /** Whether those whom their administration sent before came. */
  ATTENDANCE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Criterion> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  /** Whether it depends on who is selected before. */
  boolean balances() {
    return this == GENDER || this == UNSERVED;
  }
}
