package org.portolan.access;

import java.util.Set;

/** A provider that cannot be kept as it was typed. */
public class ProviderRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Set<Field> fields;

  /** What may be wrong. */
  public enum Field {
    MEMBER,
    NAME,
    ISSUER,
    CLIENT,
    DOMAINS,
    TAKEN
  }

  ProviderRefused(Set<Field> fields) {
    this.fields = Set.copyOf(fields);
  }

  /** All that is wrong. */
  public Set<Field> fields() {
    return fields;
  }
}
