package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.portolan.platform.config.Installation;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.Role;

/**
 * The roles whose holders are asked for a second factor, and those that rest without one because
 * the operator said so.
 */
@ApplicationScoped
class StrongRoles {
  private static final Set<Role> ASKED = EnumSet.of(Role.ADMIN, Role.SECRETARIAT);

  @Inject private Installation installation;

  /** Whether a role works in a sign-in, or for a token, by one factor or by two. */
  boolean works(Grant grant, boolean strong) {
    return strong || !required(grant.role());
  }

  FactorDemand of(Collection<Role> roles) {
    if (roles.stream().anyMatch(this::required)) {
      return FactorDemand.REQUIRED;
    }
    return roles.stream().anyMatch(ASKED::contains) ? FactorDemand.ASKED : FactorDemand.NONE;
  }

  private boolean required(Role role) {
    return installation.secondFactorRequiredFor().contains(role.code());
  }
}
