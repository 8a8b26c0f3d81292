package org.portolan.region;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a body is, in the order in which lists show them. */
public enum BodyKind {
  /** Regional Office for Capacity Building. */
  ROCB,
  /** The office of a region's Vice-Chair, which moves to another Member with each term. */
  VICE_CHAIR,
  /** Regional Training Centre. */
  RTC,
  /** Regional Intelligence Liaison Office. */
  RILO,
  /** Regional Customs Laboratory. */
  LABORATORY,
  /** Regional Dog Training Centre. */
  DOG_CENTRE,
  /** Somebody who pays for capacity building. */
  DONOR;

  /** As in addresses, answers and keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<BodyKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
