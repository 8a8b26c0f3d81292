package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
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

  /** Whether the one who asks may make one account of two of this administration. */
  boolean merges(String member) {
    return me.holds(Role.SECRETARIAT, Scope.PLATFORM) || member != null && coordinates(member);
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

  /**
   * The administrations whose people the one who asks may find and read of; empty for those who may
   * find everybody.
   */
  Optional<Set<String>> findable() {
    me.require();
    if (me.holds(Role.SECRETARIAT, Scope.PLATFORM)) {
      return Optional.empty();
    }
    Set<String> members = new TreeSet<>(me.scopes(Role.COORDINATOR, Scope.Kind.MEMBER));
    Set<String> regions = me.scopes(Role.ROCB, Scope.Kind.REGION);
    directory.members().stream()
        .filter(member -> regions.contains(member.regionCode()))
        .forEach(member -> members.add(member.code()));
    if (members.isEmpty()) {
      throw new NotAllowed();
    }
    return Optional.of(members);
  }
}
