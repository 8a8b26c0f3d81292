package org.portolan.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what readers narrow the catalogue, in the order of the page. */
public enum Facet {
  PACKAGE,
  THEME,
  LANGUAGE,
  CATALOGUE,
  REGION,
  /** Whose national catalogue it is. */
  MEMBER,
  CENTRE,
  MODE,
  LEVEL,
  AUDIENCE,
  COMPETENCY,
  INSTRUMENT,
  SPONSOR;

  /** As in addresses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Facet> of(String code) {
    return Arrays.stream(values()).filter(facet -> facet.code().equals(code)).findFirst();
  }
}
