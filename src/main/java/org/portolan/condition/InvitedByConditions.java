package org.portolan.condition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.calendar.InvitedMembers;
import org.portolan.eligibility.Condition;
import org.portolan.eligibility.Eligibility;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/** The Members of whom, and of whose region, the conditions of a session speak. */
@ApplicationScoped
class InvitedByConditions implements InvitedMembers {
  @Inject private SessionConditions conditions;
  @Inject private Directory directory;

  @Override
  @Transactional
  public Map<Long, Set<String>> of(Collection<Long> sessionIds) {
    Map<Long, Set<String>> invited = new HashMap<>();
    conditions.of(sessionIds).forEach((session, of) -> invited.put(session, invited(of)));
    return invited;
  }

  private Set<String> invited(Eligibility of) {
    List<Condition> all =
        of.all().stream().flatMap(requirement -> requirement.anyOf().stream()).toList();
    Set<String> members = named(all, Condition.Kind.MEMBER);
    Set<String> regions = named(all, Condition.Kind.REGION);
    Set<String> invited = new HashSet<>();
    for (MemberSummary member : directory.members()) {
      if (members.contains(member.code()) || regions.contains(member.regionCode())) {
        invited.add(member.code());
      }
    }
    return invited;
  }

  private static Set<String> named(List<Condition> all, Condition.Kind kind) {
    return all.stream()
        .filter(condition -> condition.kind() == kind)
        .flatMap(condition -> List.of(condition.which().split(",")).stream())
        .collect(Collectors.toSet());
  }
}
