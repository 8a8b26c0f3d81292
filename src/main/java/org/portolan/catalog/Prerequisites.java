package org.portolan.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which course must have been done before which. Nobody could ever begin where they went in a
 * circle, so that is refused.
 *
 * @param required by course, those asked for directly
 */
record Prerequisites(Map<Long, Set<Long>> required) {

  /**
   * The way on which a course would come back to itself if it asked for these.
   *
   * @return from the course over those asked for back to it; empty where there is no circle
   */
  List<Long> circle(long course, Collection<Long> wanted) {
    Map<Long, Long> cameFrom = new HashMap<>();
    Deque<Long> open = new ArrayDeque<>();
    for (Long first : wanted) {
      if (cameFrom.putIfAbsent(first, course) == null) {
        open.add(first);
      }
    }
    while (!open.isEmpty()) {
      Long at = open.remove();
      if (at == course) {
        return way(course, cameFrom);
      }
      for (Long next : required.getOrDefault(at, Set.of())) {
        if (cameFrom.putIfAbsent(next, at) == null) {
          open.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<Long> way(long course, Map<Long, Long> cameFrom) {
    List<Long> way = new ArrayList<>(List.of(course));
    long at = course;
    do {
      at = cameFrom.get(at);
      way.add(0, at);
    } while (at != course);
    return way;
  }
}
