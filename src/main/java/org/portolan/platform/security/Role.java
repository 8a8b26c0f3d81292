package org.portolan.platform.security;

import java.util.Locale;

/** What a person does in this world; held for a scope, from a day to a day. */
public enum Role {
  /** National Coordinator of a Member. */
  COORDINATOR,
  /** Staff of a Regional Training Centre. */
  CENTRE,
  /** Editor of the knowledge base. */
  EDITOR,
  /** Staff of a Regional Office for Capacity Building. */
  ROCB,
  /** Administrator of the platform. */
  ADMIN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
