package org.portolan.approval;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Those whose consent an application may need, in the order in which they are asked. */
public enum Approver {
  /** Who leads the officer; needs no account. */
  SUPERVISOR,
  /** The National Coordinator of the officer's administration. */
  COORDINATOR,
  /** The centre that gives the session. */
  CENTRE,
  /** The donor who pays for it; silence is no objection. */
  DONOR;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Approver> of(String code) {
    return Arrays.stream(values()).filter(approver -> approver.code().equals(code)).findFirst();
  }

  /** Whether one who says nothing until the day agrees. */
  public boolean agreesBySilence() {
    return this == DONOR;
  }
}
