package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/** For whose officers somebody looks after the accounts. */
@ApplicationScoped
class PeoplePermissions {
  @Inject private CurrentPerson me;
  @Inject private Directory directory;

  boolean coordinates(String member) {
    return me.holds(Role.COORDINATOR, Scope.member(member));
  }

  void requireCoordinator(String member) {
    me.requireRole(Role.COORDINATOR, Scope.member(member));
  }

  /** The administrations whose people the one who asks looks after. */
  Set<String> coordinated() {
    me.require();
    return me.isAdministrator()
        ? directory.members().stream().map(MemberSummary::code).collect(Collectors.toSet())
        : me.scopes(Role.COORDINATOR, Scope.Kind.MEMBER);
  }
}
