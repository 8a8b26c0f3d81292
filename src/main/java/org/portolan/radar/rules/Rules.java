package org.portolan.radar.rules;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    return found.stream()
        .filter(each -> !toldAsJoint(each, joint))
        .sorted(
            Comparator.comparing(Finding::kind)
                .thenComparing(Finding::soonest)
                .thenComparing(Finding::subject)
                .thenComparing(Finding::fingerprint))
        .toList();
  }

  /** What could be one session is told once, with the way to make it one. */
  private static boolean toldAsJoint(Finding finding, List<Set<Long>> joint) {
    return (finding.kind() == FindingKind.SAME_COURSE || finding.kind() == FindingKind.SAME_THEME)
        && joint.stream().anyMatch(sessions -> sessions.containsAll(finding.sessions()));
  }
}
