package org.portolan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portolan.holiday.HolidayDay;
import org.portolan.holiday.Holidays;
import org.portolan.platform.i18n.LocalName;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/**
 * Which holidays fall into the days of a session: of the Member where it is held, and of those that
 * are invited. Where nobody is named, the Members of the region of its centre are.
 */
@ApplicationScoped
class HolidayWarnings {
  @Inject private Holidays holidays;
  @Inject private Directory directory;
  @Inject private Instance<InvitedMembers> invited;

  /** Those of the host first, each by day. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<HolidayWarning> of(SessionFacts session) {
    if (!session.dated()) {
      return List.of();
    }
    String host =
        directory.findCentre(session.centreCode()).map(centre -> centre.memberCode()).orElse("");
    Set<String> members = invited(session);
    members.add(host);
    return holidays.between(members, session.firstDay(), session.lastDay()).stream()
        .map(day -> warning(day, host))
        .sorted(
            Comparator.comparing((HolidayWarning each) -> !each.host())
                .thenComparing(HolidayWarning::day))
        .toList();
  }

  private Set<String> invited(SessionFacts session) {
    Set<String> named = new TreeSet<>();
    invited.forEach(source -> named.addAll(source.of(session.id())));
    return named.isEmpty()
        ? directory.members().stream()
            .filter(member -> member.regionCode().equals(session.regionCode()))
            .map(MemberSummary::code)
            .collect(Collectors.toCollection(TreeSet::new))
        : named;
  }

  private HolidayWarning warning(HolidayDay day, String host) {
    LocalName member =
        directory.findMember(day.memberCode()).map(MemberSummary::name).orElseThrow();
    return new HolidayWarning(
        member, day.memberCode().equals(host), day.day(), day.name(), day.expected());
  }
}
