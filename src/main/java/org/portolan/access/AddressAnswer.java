package org.portolan.access;

import java.util.Locale;

/** What came of an answer to a change of address. */
public enum AddressAnswer {
  /** The other address has to agree too. */
  AGREED,
  CHANGED,
  REFUSED,
  /** It was answered, taken back or is too old, or the address is not to be had any more. */
  GONE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
