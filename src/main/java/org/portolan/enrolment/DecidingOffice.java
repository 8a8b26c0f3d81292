package org.portolan.enrolment;

import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/** Those who answer applications for a Member, a centre or a donor, by its code. */
record DecidingOffice(Role role, String code) {
  static DecidingOffice of(Role role, String code) {
    if (role != Role.COORDINATOR && role != Role.CENTRE && role != Role.DONOR) {
      throw new IllegalArgumentException("nobody decides as " + role);
    }
    return new DecidingOffice(role, code);
  }

  /** What its code is of. */
  static Scope.Kind kind(Role role) {
    return switch (role) {
      case COORDINATOR -> Scope.Kind.MEMBER;
      case CENTRE -> Scope.Kind.CENTRE;
      default -> Scope.Kind.BODY;
    };
  }
}
