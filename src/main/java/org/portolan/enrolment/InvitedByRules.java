package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.calendar.InvitedMembers;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;
import org.portolan.seat.Group;
import org.portolan.seat.Hold;
import org.portolan.seat.Quota;
import org.portolan.seat.SeatRules;

/** The Members for whom, or for whose region, seats of a session are counted or held. */
@ApplicationScoped
class InvitedByRules implements InvitedMembers {
  @Inject private SeatBooks books;
  @Inject private Directory directory;

  @Override
  @Transactional
  public Map<Long, Set<String>> of(Collection<Long> sessionIds) {
    Map<Long, Set<String>> invited = new HashMap<>();
    books
        .rules(sessionIds)
        .forEach((session, rules) -> invited.put(session, invited(rules, directory.members())));
    return invited;
  }

  /** Whom rules name, as a Member or by their region. A quota of none shuts them out. */
  static Set<String> invited(SeatRules rules, Collection<MemberSummary> members) {
    Set<Group> named =
        Stream.concat(
                rules.quotas().stream().filter(quota -> quota.most() > 0).map(Quota::group),
                rules.holds().stream().map(Hold::group))
            .collect(Collectors.toSet());
    return members.stream()
        .filter(
            member ->
                named.contains(new Group(Group.Kind.MEMBER, member.code()))
                    || named.contains(new Group(Group.Kind.REGION, member.regionCode()))
                    || member.subregionCode() != null
                        && named.contains(new Group(Group.Kind.SUBREGION, member.subregionCode())))
        .map(MemberSummary::code)
        .collect(Collectors.toSet());
  }
}
