package org.portolan.platform.exchange;

import java.util.Set;
import java.util.function.Consumer;

/** Reads the rows of a file, the head first, without ever holding all of them. */
final class FileReading {
  static final int MOST_ROWS = 50_000;

  private FileReading() {}

  /**
   * @param days heads of the columns that hold days, which a spreadsheet keeps as numbers
   */
  static void read(byte[] content, FileForm form, Set<String> days, Consumer<RawRow> rows)
      throws UnreadableFile {
    read(content, form, days, MOST_ROWS, rows);
  }

  /**
   * @param most rows that are taken
   */
  static void read(byte[] content, FileForm form, Set<String> days, int most, Consumer<RawRow> rows)
      throws UnreadableFile {
    Counting counting = new Counting(rows, most);
    try {
      if (form.format() == FileForm.Format.XLSX) {
        XlsxReading.read(content, days, counting);
      } else {
        CsvReading.read(content, form, counting);
      }
    } catch (TooMuch e) {
      throw new UnreadableFile(e.getMessage(), e.limit);
    }
    if (counting.count == 0) {
      throw new UnreadableFile("empty");
    }
  }

  /** Ends the reading of a file that has more than is taken. */
  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int limit;

    TooMuch(String key, int limit) {
      super(key, null, false, false);
      this.limit = limit;
    }
  }

  private static final class Counting implements Consumer<RawRow> {
    private final Consumer<RawRow> rows;
    private final int most;
    private int count;

    Counting(Consumer<RawRow> rows, int most) {
      this.rows = rows;
      this.most = most;
    }

    @Override
    public void accept(RawRow row) {
      if (row.blank()) {
        return;
      }
      if (row.cells().size() > RawRow.MOST_COLUMNS) {
        throw new TooMuch("columns", RawRow.MOST_COLUMNS);
      }
      // the head is no row
      if (count > most) {
        throw new TooMuch("rows", most);
      }
      count++;
      rows.accept(row);
    }
  }
}
