package org.portolan.catalog;

import java.util.Map;

/** How many courses each value of each facet would show, with all else that is chosen. */
public record CourseFacets(Map<Facet, Map<String, Integer>> counts) {
  public Map<String, Integer> of(Facet facet) {
    return counts.getOrDefault(facet, Map.of());
  }
}
