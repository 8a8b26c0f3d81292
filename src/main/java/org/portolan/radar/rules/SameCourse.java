package org.portolan.radar.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The same course at several centres, in a language that they share, within some weeks. */
final class SameCourse implements Rule {
  static final int WITHIN_DAYS = 42;

  @Override
  public List<Finding> look(RegionYear year) {
    Map<Long, List<Planned>> byCourse =
        year.ahead().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.course().id(), TreeMap::new, Collectors.toList()));
    return byCourse.entrySet().stream()
        .flatMap(
            each ->
                Clusters.of(each.getValue(), WITHIN_DAYS, (one, other) -> true).stream()
                    .filter(cluster -> !WantedTwice.test(cluster))
                    .map(cluster -> finding(each.getKey(), cluster)))
        .toList();
  }

  private static Finding finding(long course, List<Planned> cluster) {
    return Finding.about(FindingKind.SAME_COURSE, "course:" + course)
        .sessions(cluster)
        .themes(List.of(cluster.get(0).course().theme()))
        .languages(Clusters.languages(cluster))
        .figure(cluster.size())
        .done();
  }
}
