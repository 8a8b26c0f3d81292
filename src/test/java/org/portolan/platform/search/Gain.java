package org.portolan.platform.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How good an order of hits is: normalised discounted cumulative gain of the first ten. */
final class Gain {
  private static final int DEPTH = 10;

  private Gain() {}

  /** 1 for the best order there is, 0 when nothing useful was found. */
  static double of(List<String> found, Map<String, Integer> grades) {
    double ideal = sum(best(grades.values()));
    return ideal == 0
        ? 0
        : sum(found.stream().map(id -> grades.getOrDefault(id, 0)).toList()) / ideal;
  }

  private static List<Integer> best(Collection<Integer> grades) {
    return grades.stream().sorted(Comparator.reverseOrder()).toList();
  }

  private static double sum(List<Integer> grades) {
    double sum = 0;
    for (int i = 0; i < Math.min(DEPTH, grades.size()); i++) {
      sum += (Math.pow(2, grades.get(i)) - 1) * Math.log(2) / Math.log(i + 2.0);
    }
    return sum;
  }
}
