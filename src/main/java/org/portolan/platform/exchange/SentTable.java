package org.portolan.platform.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table that somebody sends as a file, for those who need its rows only; read as files of records
 * are.
 *
 * @param rows the head first, if it has one; a cell that is no plain text is left as {@link #ODD}
 * @param guessed whether its encoding is a guess that a person should look at
 */
public record SentTable(List<List<String>> rows, boolean guessed) {
  /** In place of a formula, or of what cannot be read. */
  public static final String ODD = "=";

  /**
   * @param columns by which the delimiter is told
   * @throws UnreadableFile where no rows can be told, or there are more than the most
   */
  public static SentTable read(byte[] content, List<String> columns, int most)
      throws UnreadableFile {
    FileForm form = FileForm.guess(content, columns);
    List<List<String>> rows = new ArrayList<>();
    FileReading.read(
        content,
        form,
        Set.of(),
        row -> {
          if (rows.size() <= most + 1) {
            rows.add(plain(row));
          }
        });
    if (rows.size() > most + 1) {
      throw new UnreadableFile("rows", most);
    }
    return new SentTable(rows, form.guessed());
  }

  /** The same rows with their numbers, the head first. */
  public static List<SentLine> lines(byte[] content, List<String> columns, int most)
      throws UnreadableFile {
    List<SentLine> lines = new ArrayList<>();
    FileReading.read(
        content,
        FileForm.guess(content, columns),
        Set.of(),
        most,
        row -> lines.add(new SentLine(row.line(), plain(row))));
    return lines;
  }

  private static List<String> plain(RawRow row) {
    List<String> cells = new ArrayList<>(row.cells());
    row.faults().keySet().stream()
        .filter(place -> place < cells.size())
        .forEach(place -> cells.set(place, ODD));
    return cells;
  }

  /** Writes one with rows, the head first. */
  public static void write(
      FileForm.Format format, String title, List<List<String>> rows, OutputStream out)
      throws IOException {
    SheetWriting.write(format, title, out, rows::forEach);
  }

  /** Writes a workbook of several sheets by their titles, each with its head first. */
  public static void write(Map<String, List<List<String>>> sheets, OutputStream out)
      throws IOException {
    SheetWriting.workbook(sheets, out);
  }

  /** Writes an empty one to be filled in. */
  public static void template(
      FileForm.Format format, String title, List<String> columns, OutputStream out)
      throws IOException {
    SheetWriting.write(format, title, out, rows -> rows.accept(columns));
  }
}
