package org.portolan.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who decides about an application for a seat. */
public enum Approval {
  /** Nobody: applying takes the seat while there is one. */
  NONE,
  /** The National Coordinator of the applicant. */
  COORDINATOR;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Approval> of(String code) {
    return Arrays.stream(values()).filter(approval -> approval.code().equals(code)).findFirst();
  }
}
