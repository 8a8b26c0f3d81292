package org.portolan.radar.rules;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All rules, and what they find together. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new JointEdition(),
          new SameCourse(),
          new SameTheme(),
          new SameAudience(),
          new HostHoliday(),
          new GuestHoliday(),
          new RestDay(),
          new LateDraft(),
          new FewApplications(),
          new NoSecondEdition(),
          new WaitingInterest(),
          new FullWeek(),
          new IdleCentre(),
          new IdleResources(FindingKind.IDLE_ROOM, ResourceFact.Kind.ROOM),
          new IdleResources(FindingKind.IDLE_TRAINER, ResourceFact.Kind.TRAINER),
          new MissingTheme(),
          new MissingLanguage(),
          new MissingMember());

  private Rules() {}

  /** By kind, what begins soonest first; the same picture gives the same list. */
  public static List<Finding> look(RegionYear year) {
    List<Finding> found = ALL.stream().flatMap(rule -> rule.look(year).stream()).toList();
    List<Set<Long>> joint =
        found.stream()
            .filter(each -> each.kind() == FindingKind.JOINT_EDITION)
            .map(each -> (Set<Long>) new HashSet<>(each.sessions()))
            .toList();
    Map<Long, Planned> sessions =
        year.sessions().stream().collect(Collectors.toMap(Planned::id, each -> each));
    return found.stream()
        .filter(each -> !toldAsJoint(each, joint, sessions))
        .sorted(
            Comparator.comparing(Finding::kind)
                .thenComparing(Finding::soonest, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Finding::subject)
                .thenComparing(Finding::fingerprint))
        .toList();
  }

  /**
   * What could be one session is told once, with the way to make it one: also where more drafts lie
   * beside it than can sit together. Once it is one, what is left is told with it.
   */
  private static boolean toldAsJoint(
      Finding finding, List<Set<Long>> joint, Map<Long, Planned> sessions) {
    if (finding.kind() != FindingKind.SAME_COURSE && finding.kind() != FindingKind.SAME_THEME) {
      return false;
    }
    List<Planned> named = finding.sessions().stream().map(sessions::get).toList();
    List<Planned> rest =
        named.stream()
            .filter(each -> joint.stream().noneMatch(told -> told.contains(each.id())))
            .toList();
    return rest.isEmpty()
        || rest.size() < named.size()
            && named.stream().allMatch(Planned::draft)
            && !Clusters.severalOf(rest, Planned::centreCode);
  }
}
