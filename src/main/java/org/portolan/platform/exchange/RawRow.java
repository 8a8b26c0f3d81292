package org.portolan.platform.exchange;

import java.util.List;
import java.util.Map;

/**
 * A row as it stands in a file.
 *
 * @param line its number, as a spreadsheet counts
 * @param faults what keeps a cell from being read, by its place: the end of a text's key
 */
record RawRow(int line, List<String> cells, Map<Integer, String> faults) {
  static final int MOST_COLUMNS = 100;
  static final int LONGEST_CELL = 4000;

  boolean blank() {
    return faults.isEmpty() && cells.stream().allMatch(String::isBlank);
  }

  String cell(int place) {
    return place < cells.size() ? cells.get(place) : "";
  }
}
