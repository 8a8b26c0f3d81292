package org.portolan.platform.security;

import java.util.Locale;

/** What a person may do in this world; comes with an office, for the scope of that office. */
public enum Role {
  /** Decides on the applications of a Member's officers. */
  COORDINATOR,
  /** Plans and publishes the sessions of a centre. */
  CENTRE,
  /** Writes and publishes practices of a region. */
  EDITOR,
  /** Coordinates a region from its Regional Office for Capacity Building. */
  ROCB,
  /** Speaks for a region from the office of its Vice-Chair. */
  VICE_CHAIR,
  /** Follows what a donor pays for. */
  DONOR,
  /** Keeps the reference data and appoints, for all regions. */
  SECRETARIAT,
  /** Administrator of the platform. */
  ADMIN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
