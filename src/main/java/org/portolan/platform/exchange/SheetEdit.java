package org.portolan.platform.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a row of a file would make of a record, and what is wrong with that. */
public final class SheetEdit {
  private final int line;
  private final Map<String, Integer> columns;
  private final StoredRecord before;
  private final List<String> after;
  private final List<CellProblem> problems = new ArrayList<>();

  /**
   * @param columns places of the columns by their codes
   * @param before null for a new record
   */
  SheetEdit(int line, Map<String, Integer> columns, StoredRecord before, List<String> after) {
    this.line = line;
    this.columns = columns;
    this.before = before;
    this.after = new ArrayList<>(after);
  }

  public int line() {
    return line;
  }

  public boolean isNew() {
    return before == null;
  }

  /** The number of the record, for one that is there. */
  public String id() {
    return before.id();
  }

  /** What the record has in a column now; empty for a new one. */
  public String before(String column) {
    return before == null ? "" : before.cells().get(columns.get(column));
  }

  /** What it would have. */
  public String after(String column) {
    return after.get(columns.get(column));
  }

  public boolean changes(String column) {
    return !before(column).equals(after(column));
  }

  /** Gives a new record what nobody filled in: its code. */
  public void complete(String column, String value) {
    after.set(columns.get(column), value);
  }

  /** Whether something was found wrong in a cell already. */
  public boolean refused(String column) {
    return problems.stream().anyMatch(problem -> column.equals(problem.column()));
  }

  /** Says what is wrong in a cell. */
  public void refuse(String column, String key, Object... arguments) {
    problems.add(
        new CellProblem(column, key, Arrays.stream(arguments).map(String::valueOf).toList()));
  }

  StoredRecord stored() {
    return before;
  }

  List<String> after() {
    return List.copyOf(after);
  }

  List<CellProblem> problems() {
    return problems;
  }

  boolean changesAnything() {
    return before == null || !before.cells().equals(after);
  }
}
