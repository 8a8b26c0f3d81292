package org.portolan.platform.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes rows to a file as they come. Nothing in it is taken for a formula by a spreadsheet. */
final class SheetWriting {
  private static final int FLUSHED = 500;
  private static final double WIDTH = 18;

  private SheetWriting() {}

  /** What gives the rows, the head first. */
  @FunctionalInterface
  interface Source {
    void into(Consumer<List<String>> rows);
  }

  static void write(FileForm.Format format, String title, OutputStream out, Source source)
      throws IOException {
    try {
      if (format == FileForm.Format.XLSX) {
        workbook(title, out, source);
      } else {
        csv(out, source);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void csv(OutputStream out, Source source) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    // without the mark, spreadsheets take the file for one of their own old encodings
    text.write('\uFEFF');
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    source.into(row -> csv.writeRecord(row.stream().map(PlainCell::guarded).toList()));
    csv.flush();
    text.flush();
  }

  private static void workbook(String title, OutputStream out, Source source) throws IOException {
    try (Workbook workbook = new Workbook(out, "Portolan", null)) {
      Worksheet sheet = workbook.newWorksheet(title);
      sheet.freezePane(0, 1);
      int[] line = {0};
      source.into(
          row -> {
            for (int i = 0; i < row.size(); i++) {
              if (line[0] == 0) {
                sheet.width(i, WIDTH);
              }
              if (!row.get(i).isEmpty()) {
                sheet.inlineString(line[0], i, row.get(i));
              }
            }
            if (++line[0] % FLUSHED == 0) {
              flush(sheet);
            }
          });
    }
  }

  /** A workbook of several sheets, each with its head first. */
  static void workbook(Map<String, List<List<String>>> sheets, OutputStream out)
      throws IOException {
    try (Workbook workbook = new Workbook(out, "Portolan", null)) {
      sheets.forEach(
          (title, rows) -> {
            Worksheet sheet = workbook.newWorksheet(title);
            sheet.freezePane(0, 1);
            for (int line = 0; line < rows.size(); line++) {
              for (int i = 0; i < rows.get(line).size(); i++) {
                sheet.width(i, WIDTH);
                if (!rows.get(line).get(i).isEmpty()) {
                  sheet.inlineString(line, i, rows.get(line).get(i));
                }
              }
            }
          });
    }
  }

  private static void flush(Worksheet sheet) {
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
