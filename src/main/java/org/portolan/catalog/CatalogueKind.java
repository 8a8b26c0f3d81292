package org.portolan.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The three catalogues over one stock of courses; every course belongs to one. */
public enum CatalogueKind {
  /** For all administrations. */
  GLOBAL,
  /** Of the region of the centre. */
  REGION,
  /** Of the Member that hosts the centre. */
  MEMBER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CatalogueKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
