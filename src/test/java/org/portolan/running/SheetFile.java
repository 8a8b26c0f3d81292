package org.portolan.running;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * A table of records as somebody has it open in a spreadsheet: read from a file, edited cell by
 * cell, saved in one form or another. A workbook is saved as spreadsheets do, with days and numbers
 * that are no texts any more, and with cells that begin with {@code =} as formulas.
 */
public final class SheetFile {
  private static final Set<String> DAYS = Set.of("from", "to", "closed");
  private static final Set<String> NUMBERS = Set.of("latitude", "longitude", "since");

  private final boolean texts;
  private final List<String> head;
  private final List<List<String>> rows;

  private SheetFile(boolean texts, List<String> head, List<List<String>> rows) {
    this.texts = texts;
    this.head = new ArrayList<>(head);
    this.rows = new ArrayList<>();
    rows.forEach(row -> this.rows.add(new ArrayList<>(row)));
  }

  public static SheetFile of(String... head) {
    return new SheetFile(true, List.of(head), List.of());
  }

  /** So many people whom nobody knows yet, of two Members. */
  static SheetFile people(int rows) {
    SheetFile file = of("code", "given", "family", "email", "member", "language", "post");
    for (int i = 0; i < rows; i++) {
      file.add(
          Map.of(
              "code", "DEMO-MANY-" + i,
              "given", "Given" + i,
              "family", "Family" + i,
              "email", "many" + i + "@demo.portolan.example",
              "member", i % 2 == 0 ? "SN" : "NE",
              "language", "fr",
              "post", "Inspecteur " + i));
    }
    return file;
  }

  /**
   * @param form {@code csv} or {@code xlsx}
   */
  public static SheetFile read(String form, byte[] content) {
    boolean texts = !form.equals("xlsx");
    List<List<String>> all = texts ? csv(content) : workbook(content);
    return new SheetFile(texts, all.get(0), all.subList(1, all.size()));
  }

  private static List<List<String>> csv(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8).replace("\uFEFF", "");
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
      return reader.stream().map(CsvRecord::getFields).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> workbook(byte[] content) {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content));
        Stream<Row> read = workbook.getFirstSheet().openStream()) {
      List<List<String>> all = new ArrayList<>();
      read.forEach(
          row -> {
            List<String> cells = new ArrayList<>();
            int width = all.isEmpty() ? row.getCellCount() : all.get(0).size();
            for (int i = 0; i < width; i++) {
              cells.add(row.getCellAsString(i).orElse(""));
            }
            all.add(cells);
          });
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SheetFile copy() {
    return new SheetFile(texts, head, rows);
  }

  /** The same with some of the rows. */
  SheetFile only(List<Integer> lines) {
    return new SheetFile(texts, head, lines.stream().map(line -> rows.get(line - 2)).toList());
  }

  /** Whether it came as a file of texts, and not as a workbook. */
  public boolean texts() {
    return texts;
  }

  public int size() {
    return rows.size();
  }

  /** Lines of the rows, as a spreadsheet counts, that say this in a column. */
  public List<Integer> lines(String column, String value) {
    List<Integer> lines = new ArrayList<>();
    for (int line = 2; line < rows.size() + 2; line++) {
      if (cell(line, column).equals(value)) {
        lines.add(line);
      }
    }
    return lines;
  }

  public String cell(int line, String column) {
    return rows.get(line - 2).get(place(column));
  }

  public SheetFile set(int line, String column, String value) {
    rows.get(line - 2).set(place(column), value);
    return this;
  }

  /** Adds a row; its line. */
  public int add(Map<String, String> cells) {
    List<String> row = new ArrayList<>(Collections.nCopies(head.size(), ""));
    cells.forEach((column, value) -> row.set(place(column), value));
    rows.add(row);
    return rows.size() + 1;
  }

  /** Adds a column that is the same in all rows. */
  SheetFile column(String name, String value) {
    head.add(name);
    rows.forEach(row -> row.add(value));
    return this;
  }

  private int place(String column) {
    int place = head.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(column + " is none of " + head);
    }
    return place;
  }

  /** Saved in the form in which it was read. */
  public byte[] as(String form) {
    return form.equals("xlsx") ? workbook() : csv(StandardCharsets.UTF_8, ',', "\uFEFF");
  }

  /**
   * @param mark what stands before everything, a byte order mark or nothing
   */
  byte[] csv(Charset charset, char delimiter, String mark) {
    StringWriter text = new StringWriter();
    text.write(mark);
    try (CsvWriter writer = CsvWriter.builder().fieldSeparator(delimiter).build(text)) {
      writer.writeRecord(head);
      rows.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(charset);
  }

  byte[] workbook() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Edited", null)) {
      Worksheet sheet = workbook.newWorksheet("Edited");
      for (int i = 0; i < head.size(); i++) {
        sheet.value(0, i, head.get(i));
      }
      for (int row = 0; row < rows.size(); row++) {
        for (int i = 0; i < head.size(); i++) {
          cell(sheet, row + 1, i, head.get(i), rows.get(row).get(i));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void cell(Worksheet sheet, int row, int place, String column, String cell) {
    if (cell.startsWith("=")) {
      sheet.formula(row, place, cell.substring(1));
    } else if (DAYS.contains(column) && cell.matches("\\d{4}-\\d\\d-\\d\\d")) {
      sheet.value(row, place, LocalDate.parse(cell));
      sheet.style(row, place).format("yyyy-mm-dd").set();
    } else if (NUMBERS.contains(column) && cell.matches("-?\\d+(\\.\\d+)?")) {
      sheet.value(row, place, Double.valueOf(cell));
    } else if (!cell.isEmpty()) {
      sheet.value(row, place, cell);
    }
  }
}
