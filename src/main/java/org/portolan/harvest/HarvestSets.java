package org.portolan.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.portolan.platform.search.SearchDocument;

/** By what a gatherer may choose: the kind of an item, its region, its theme. */
final class HarvestSets {
  private static final List<String> DIMENSIONS =
      List.of(SearchDocument.REGION, SearchDocument.THEME);

  private HarvestSets() {}

  static List<String> of(SearchDocument item) {
    Set<String> sets = new TreeSet<>();
    sets.add(item.kind());
    for (String dimension : DIMENSIONS) {
      item.facets().getOrDefault(dimension, Set.of()).stream()
          .filter(HarvestSets::fits)
          .forEach(value -> sets.add(dimension + ":" + value));
    }
    return new ArrayList<>(sets);
  }

  /** The protocol allows no other characters in the name of a set. */
  private static boolean fits(String value) {
    return value.matches("[A-Za-z0-9\\-_.!~*'()]{1,60}");
  }
}
