package org.portolan.platform.exchange;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was to be written, or undone, is not what is there any more; everything is rolled back. */
final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SortedMap<Integer, String> names;

  /**
   * @param names of records that stand against it, by the lines of the import
   */
  Overtaken(Map<Integer, String> names) {
    super("overtaken", null, false, false);
    this.names = new TreeMap<>(names);
  }

  /**
   * What the page of the import says of it.
   *
   * @param lines whose records are named
   */
  CellProblem problem(String key, List<Integer> lines) {
    String named = lines.stream().map(names::get).collect(Collectors.joining(" · "));
    return new CellProblem(
        null, "platform.exchange.job." + key, named.isEmpty() ? List.of() : List.of(named));
  }

  List<Integer> lines() {
    return List.copyOf(names.keySet());
  }
}
