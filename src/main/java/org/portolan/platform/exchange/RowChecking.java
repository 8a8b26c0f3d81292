package org.portolan.platform.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at the rows of a file, some at a time: what each would make of the records as they are now.
 * Changes nothing.
 */
final class RowChecking {
  private static final String PROBLEM = "platform.exchange.problem.";
  private static final int SHOWN = 60;

  private final Sheet sheet;
  private final SheetHead head;
  private final int width;
  private final DayOrder days;
  private final List<SheetColumn> columns;
  private final Map<String, Integer> places;
  private final Map<String, Integer> lineOfKey = new HashMap<>();
  private final Map<String, Integer> lineOfUnique = new HashMap<>();

  /**
   * @param width how many cells the head has
   */
  RowChecking(Sheet sheet, SheetHead head, int width) {
    this(sheet, head, width, DayOrder.ASK);
  }

  /**
   * @param days how days that are written as text are to be read
   */
  RowChecking(Sheet sheet, SheetHead head, int width, DayOrder days) {
    this.days = days;
    this.sheet = sheet;
    this.head = head;
    this.width = width;
    this.columns = sheet.columns();
    this.places = places(columns);
  }

  static Map<String, Integer> places(List<SheetColumn> columns) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      places.put(columns.get(i).code(), i);
    }
    return places;
  }

  List<CheckedRow> check(List<RawRow> rows) {
    List<List<String>> given = sheet.completed(rows.stream().map(this::given).toList());
    Map<String, StoredRecord> stored =
        sheet.find(
            given.stream().map(this::key).filter(key -> !key.get(0).isEmpty()).toList(), false);
    List<SheetEdit> edits = new ArrayList<>();
    List<SheetEdit> whole = new ArrayList<>();
    List<SheetEdit> broken = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      StoredRecord before = stored.get(RecordKey.of(key(given.get(i))));
      SheetEdit edit = edit(rows.get(i), given.get(i), before);
      edits.add(edit);
      // what stays as it is need not hold by the rules of today
      if (edit.problems().isEmpty() && edit.changesAnything()) {
        whole.add(edit);
      } else if (edit.changesAnything() && visible(edit)) {
        broken.add(edit);
      }
    }
    sheet.check(whole);
    sheet.checkRest(broken);
    List<CheckedRow> checked = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      checked.add(verdict(rows.get(i), edits.get(i)));
    }
    return checked;
  }

  /** The cells in the order of the sheet; null where the file has no such column. */
  private List<String> given(RawRow row) {
    List<String> given = new ArrayList<>();
    for (SheetColumn column : columns) {
      int place = head.place(column.code());
      String cell = place < 0 ? null : row.cell(place);
      boolean day = column.kind() == SheetColumn.Kind.DAY && cell != null;
      given.add(day ? DayCell.read(cell.strip(), days).iso() : cell);
    }
    return given;
  }

  private List<String> key(List<String> cells) {
    return cells.subList(0, sheet.keys()).stream()
        .map(cell -> cell == null ? "" : cell.strip())
        .toList();
  }

  private SheetEdit edit(RawRow row, List<String> given, StoredRecord before) {
    List<CellProblem> problems = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      SheetColumn column = columns.get(i);
      String now = before == null ? "" : before.cells().get(i);
      String cell = given.get(i);
      boolean key = i < sheet.keys();
      if (cell == null || cell.equals(now) || before != null && key) {
        // what the file does not speak of stays; what is there already is in order
        after.add(now);
        if (before == null && column.required()) {
          problems.add(problem(column, "required", ""));
        }
        fault(row, column, problems);
        continue;
      }
      String kept = CellKinds.kept(column, cell.strip());
      after.add(kept);
      if (!fault(row, column, problems) && !kept.equals(now)) {
        String wrong = CellKinds.problem(column, kept);
        if (wrong != null) {
          problems.add(
              switch (wrong) {
                case "long" -> problem(column, wrong, Integer.toString(column.longest()));
                case "day" -> day(column, kept);
                case "choice" -> problem(column, wrong, String.join(", ", column.choices()));
                default -> problem(column, wrong, "");
              });
        }
      }
    }
    SheetEdit edit = new SheetEdit(row.line(), places, before, after);
    edit.problems().addAll(problems);
    checkShape(row, edit);
    checkOnce(edit);
    checkExtent(edit);
    return edit;
  }

  private CellProblem day(SheetColumn column, String cell) {
    DayCell day = DayCell.read(cell, days);
    return new CellProblem(
        column.code(),
        PROBLEM + (day.problem() == null ? "day" : day.problem()),
        day.readings().isEmpty() ? List.of("") : day.readings());
  }

  private boolean fault(RawRow row, SheetColumn column, List<CellProblem> problems) {
    String fault = row.faults().get(head.place(column.code()));
    if (fault != null) {
      problems.add(problem(column, fault, Integer.toString(RawRow.LONGEST_CELL)));
    }
    return fault != null;
  }

  private static CellProblem problem(SheetColumn column, String what, String argument) {
    return new CellProblem(column.code(), PROBLEM + what, List.of(argument));
  }

  private void checkShape(RawRow row, SheetEdit edit) {
    if (row.cells().size() < width) {
      edit.refuse(null, PROBLEM + "short", row.cells().size(), width);
    }
    for (int i = width; i < row.cells().size(); i++) {
      if (!row.cells().get(i).isBlank()) {
        edit.refuse(null, PROBLEM + "extra", row.cells().size(), width);
        return;
      }
    }
  }

  /** A file that names a record twice leaves open which row counts: the second is refused. */
  private void checkOnce(SheetEdit edit) {
    List<String> key = edit.after().subList(0, sheet.keys());
    if (!key.get(0).isEmpty()) {
      Integer earlier = lineOfKey.putIfAbsent(RecordKey.of(key), edit.line());
      if (earlier != null) {
        edit.refuse(columns.get(0).code(), PROBLEM + "duplicate", earlier);
      }
    }
    for (int i = sheet.keys(); i < columns.size(); i++) {
      String cell = edit.after().get(i);
      if (columns.get(i).unique() && !cell.isEmpty()) {
        Integer earlier =
            lineOfUnique.putIfAbsent(
                columns.get(i).code() + '\u001f' + RecordKey.of(cell), edit.line());
        if (earlier != null) {
          edit.refuse(columns.get(i).code(), PROBLEM + "duplicate", earlier);
        }
      }
    }
  }

  private void checkExtent(SheetEdit edit) {
    if (edit.stored() != null && !sheet.within(edit.stored().cells())) {
      // of what is not theirs they learn nothing else
      edit.problems().clear();
      edit.refuse(columns.get(0).code(), PROBLEM + "outside");
    } else if (edit.problems().isEmpty() && !sheet.within(edit.after())) {
      edit.refuse(null, PROBLEM + "outside");
    }
  }

  private CheckedRow verdict(RawRow row, SheetEdit edit) {
    String mark =
        head.has(RecordMark.COLUMN) ? row.cell(head.place(RecordMark.COLUMN)).strip() : "";
    if (!mark.isEmpty() && edit.problems().isEmpty()) {
      if (!RecordMark.readable(mark, columns.size())) {
        edit.refuse(RecordMark.COLUMN, PROBLEM + "mark");
      } else if (edit.isNew()) {
        edit.refuse(columns.get(0).code(), PROBLEM + "gone");
      }
    }
    List<String> before = edit.stored() != null && visible(edit) ? edit.stored().cells() : null;
    if (!edit.problems().isEmpty()) {
      return new CheckedRow(
          row.line(), Verdict.ERROR, edit.after(), before, List.of(), edit.problems());
    }
    if (!edit.changesAnything()) {
      return new CheckedRow(row.line(), Verdict.SAME, edit.after(), before, List.of(), List.of());
    }
    List<String> stale = mark.isEmpty() ? List.of() : stale(mark, edit);
    Verdict verdict = edit.isNew() ? Verdict.NEW : Verdict.CHANGED;
    return new CheckedRow(
        row.line(),
        stale.isEmpty() ? verdict : Verdict.STALE,
        edit.after(),
        before,
        stale,
        List.of());
  }

  /** Whether the one who asks may learn about the record. */
  private boolean visible(SheetEdit edit) {
    return edit.isNew() || sheet.within(edit.stored().cells());
  }

  private List<String> stale(String mark, SheetEdit edit) {
    List<String> stale = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String now = edit.stored().cells().get(i);
      if (!now.equals(edit.after().get(i)) && !RecordMark.agrees(mark, i, columns.get(i), now)) {
        stale.add(columns.get(i).code());
      }
    }
    return Collections.unmodifiableList(stale);
  }

  /** A cell short enough to be shown. */
  static String shown(String cell) {
    return cell.length() > SHOWN ? cell.substring(0, SHOWN) + "…" : cell;
  }
}
