package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.calendar.InvitedMembers;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;
import org.portolan.seat.Group;
import org.portolan.seat.Hold;
import org.portolan.seat.Quota;

/** The Members for whom, or for whose region, seats of a session are counted or held. */
@ApplicationScoped
class InvitedByRules implements InvitedMembers {
  @Inject private SeatBooks books;
  @Inject private Directory directory;

  @Override
  @Transactional
  public Set<String> of(long sessionId) {
    Set<Group> named =
        books.rules(sessionId).stream()
            .flatMap(
                rules ->
                    Stream.concat(
                        rules.quotas().stream().filter(quota -> quota.most() > 0).map(Quota::group),
                        rules.holds().stream().map(Hold::group)))
            .collect(Collectors.toSet());
    return directory.members().stream()
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
