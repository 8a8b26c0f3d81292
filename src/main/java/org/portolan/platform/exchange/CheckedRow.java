package org.portolan.platform.exchange;

import java.util.List;

/**
 * A row of an import, looked at.
 *
 * @param line its number in the file, as a spreadsheet counts
 * @param after what the record would be; of a row in error as far as that can be told
 * @param before what it is, or null for a new one
 * @param stale columns that somebody changed since the export to something else
 */
public record CheckedRow(
    int line,
    Verdict verdict,
    List<String> after,
    List<String> before,
    List<String> stale,
    List<CellProblem> problems) {

  /** What the row makes of a cell; empty for no column of the sheet. */
  public String cell(Sheet sheet, String column) {
    int place = place(sheet, column);
    return place < 0 ? "" : after.get(place);
  }

  /** What the cell is now; empty for a new record. */
  public String before(Sheet sheet, String column) {
    int place = place(sheet, column);
    return before == null || place < 0 ? "" : before.get(place);
  }

  private static int place(Sheet sheet, String column) {
    return sheet.columns().stream().map(SheetColumn::code).toList().indexOf(column);
  }
}
