package org.portolan.platform.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which column of the sheet stands where in a file, and what is wrong with the head of the file.
 */
final class SheetHead {
  private final Map<String, Integer> places = new HashMap<>();
  private final List<CellProblem> problems = new ArrayList<>();
  private final boolean readable;

  SheetHead(Sheet sheet, RawRow head) {
    for (int i = 0; i < head.cells().size(); i++) {
      String code = head.cells().get(i).strip().toLowerCase(Locale.ROOT);
      boolean known =
          code.equals(RecordMark.COLUMN)
              || sheet.columns().stream().anyMatch(column -> column.code().equals(code));
      if (code.isEmpty()) {
        // an empty column at the edge of a spreadsheet says nothing
        continue;
      }
      String shown = head.cells().get(i).strip();
      if (!known) {
        problems.add(problem("unknown", shown.substring(0, Math.min(60, shown.length()))));
      } else if (places.putIfAbsent(code, i) != null) {
        problems.add(problem("twice", code));
      }
    }
    List<SheetColumn> keys =
        sheet.knownOtherwise() ? List.of() : sheet.columns().subList(0, sheet.keys());
    keys.stream()
        .filter(column -> !places.containsKey(column.code()))
        .forEach(column -> problems.add(problem("missing", column.code())));
    readable =
        !places.isEmpty() && keys.stream().allMatch(column -> places.containsKey(column.code()));
  }

  private static CellProblem problem(String key, String column) {
    return new CellProblem(null, "platform.exchange.head." + key, List.of(column));
  }

  List<CellProblem> problems() {
    return problems;
  }

  /** Whether the file says of which records it speaks. */
  boolean readable() {
    return readable;
  }

  boolean has(String column) {
    return places.containsKey(column);
  }

  /** The place of a column in the file, or -1. */
  int place(String column) {
    return places.getOrDefault(column, -1);
  }
}
