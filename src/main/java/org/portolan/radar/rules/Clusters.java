package org.portolan.radar.rules;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gathers sessions that are one matter: what several centres plan at about the same time is told
 * once, not pair by pair. Each session is told in one gathering at most.
 */
final class Clusters {
  private Clusters() {}

  /**
   * @param sessions in the order of their days
   * @param together whether a later one belongs to the first of a gathering
   * @return gatherings of at least two centres
   */
  static List<List<Planned>> of(
      List<Planned> sessions, int withinDays, BiPredicate<Planned, Planned> together) {
    List<List<Planned>> clusters = new ArrayList<>();
    Set<Long> told = new HashSet<>();
    for (int at = 0; at < sessions.size(); at++) {
      Planned first = sessions.get(at);
      if (told.contains(first.id())) {
        continue;
      }
      List<Planned> cluster = new ArrayList<>(List.of(first));
      for (int next = at + 1; next < sessions.size(); next++) {
        Planned later = sessions.get(next);
        if (ChronoUnit.DAYS.between(first.first(), later.first()) > withinDays) {
          break;
        }
        if (!told.contains(later.id())
            && first.sharesLanguageWith(later)
            && first.sharesMembersWith(later)
            && together.test(first, later)) {
          cluster.add(later);
        }
      }
      if (severalOf(cluster, Planned::centreCode)) {
        cluster.forEach(each -> told.add(each.id()));
        clusters.add(cluster);
      }
    }
    return clusters;
  }

  /** Whether they differ in something. */
  static boolean severalOf(List<Planned> cluster, Function<Planned, Object> part) {
    return cluster.stream().map(part).distinct().count() > 1;
  }

  /** Languages that all of them have. */
  static Set<String> languages(List<Planned> cluster) {
    return cluster.get(0).languages().stream()
        .filter(code -> cluster.stream().allMatch(each -> each.languages().contains(code)))
        .collect(Collectors.toSet());
  }
}
