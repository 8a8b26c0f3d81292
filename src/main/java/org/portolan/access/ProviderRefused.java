package org.portolan.access;

/** A provider that cannot be kept as it was typed. */
public class ProviderRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Field field;

  /** Which field is wrong. */
  public enum Field {
    MEMBER,
    NAME,
    ISSUER,
    CLIENT,
    DOMAINS,
    TAKEN
  }

  ProviderRefused(Field field) {
    this.field = field;
  }

  public Field field() {
    return field;
  }
}
