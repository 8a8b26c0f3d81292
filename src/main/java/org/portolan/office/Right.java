package org.portolan.office;

import java.time.LocalDate;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/**
 * A role that somebody has now, and why.
 *
 * @param readOnly true when they handed the office over and may still look
 * @param mandateId the mandate that it comes from
 * @param office of that mandate, held for {@code heldFor}
 * @param until last day of the mandate, or null
 * @param deputyOf name of the one they stand in for, or null
 * @param fallback true when it comes from approving for a Member without a National Coordinator
 */
public record Right(
    Role role,
    Scope scope,
    boolean readOnly,
    long mandateId,
    Office office,
    Scope heldFor,
    LocalDate until,
    String deputyOf,
    boolean fallback) {

  public Grant grant() {
    return new Grant(role, scope, readOnly);
  }
}
