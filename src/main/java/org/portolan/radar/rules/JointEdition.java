package org.portolan.radar.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Small drafts of several centres that could be one session: of one course, or of one theme and
 * level, in a language that they share and near in time.
 */
final class JointEdition implements Rule {
  static final int WITHIN_DAYS = 28;

  /** Seats of a session that is small. */
  static final int SMALL = 20;

  /** So many can be taught together. */
  static final int TOGETHER = 40;

  @Override
  public List<Finding> look(RegionYear year) {
    Map<String, List<Planned>> byTheme =
        year.ahead().stream()
            .filter(each -> each.draft() && each.seats() <= SMALL)
            .collect(Collectors.groupingBy(SameTheme::subject, TreeMap::new, Collectors.toList()));
    return byTheme.entrySet().stream()
        .flatMap(
            each ->
                groups(each.getValue()).stream().map(cluster -> finding(each.getKey(), cluster)))
        .toList();
  }

  /** What does not fit into one session may make another one with the next. */
  private static List<List<Planned>> groups(List<Planned> drafts) {
    List<List<Planned>> groups = new ArrayList<>();
    List<Planned> left = new ArrayList<>(drafts);
    List<List<Planned>> clusters = clusters(left);
    while (!clusters.isEmpty()) {
      for (List<Planned> cluster : clusters) {
        List<Planned> together = together(cluster);
        groups.add(together);
        left.removeAll(together);
      }
      clusters = clusters(left);
    }
    return groups;
  }

  private static List<List<Planned>> clusters(List<Planned> drafts) {
    return Clusters.of(
        drafts, WITHIN_DAYS, (one, other) -> !one.centreCode().equals(other.centreCode()));
  }

  /**
   * One of each centre, the soonest, as long as all can sit together; two small ones always can.
   */
  private static List<Planned> together(List<Planned> cluster) {
    List<Planned> fitting = new ArrayList<>();
    Set<String> centres = new HashSet<>();
    int seats = 0;
    for (Planned each : cluster) {
      if (seats + each.seats() <= TOGETHER && centres.add(each.centreCode())) {
        fitting.add(each);
        seats += each.seats();
      }
    }
    return fitting;
  }

  private static Finding finding(String subject, List<Planned> cluster) {
    return Finding.about(FindingKind.JOINT_EDITION, subject)
        .sessions(cluster)
        .themes(List.of(cluster.get(0).course().theme()))
        .languages(Clusters.languages(cluster))
        .figure(cluster.stream().mapToInt(Planned::seats).sum())
        .done();
  }
}
