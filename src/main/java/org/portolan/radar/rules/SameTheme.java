package org.portolan.radar.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Different courses of one theme and level at several centres, in a language that they share,
 * within some weeks.
 */
final class SameTheme implements Rule {
  static final int WITHIN_DAYS = 21;

  @Override
  public List<Finding> look(RegionYear year) {
    Map<String, List<Planned>> byTheme =
        year.ahead().stream()
            .collect(Collectors.groupingBy(SameTheme::subject, TreeMap::new, Collectors.toList()));
    return byTheme.entrySet().stream()
        .flatMap(
            each ->
                Clusters.of(
                        each.getValue(),
                        WITHIN_DAYS,
                        (one, other) -> one.course().id() != other.course().id())
                    .stream()
                    .filter(cluster -> !WantedTwice.test(cluster))
                    .map(cluster -> finding(each.getKey(), cluster)))
        .toList();
  }

  /** Levels apart, a theme is another matter: managers and recruits do not compete. */
  static String subject(Planned session) {
    return "theme:" + session.course().theme() + ":" + session.course().level();
  }

  private static Finding finding(String subject, List<Planned> cluster) {
    return Finding.about(FindingKind.SAME_THEME, subject)
        .sessions(cluster)
        .themes(List.of(cluster.get(0).course().theme()))
        .languages(Clusters.languages(cluster))
        .figure(cluster.size())
        .done();
  }
}
