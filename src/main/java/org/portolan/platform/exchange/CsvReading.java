package org.portolan.platform.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Rows of a CSV file. */
final class CsvReading {
  private static final int LONGEST_RECORD = 1_000_000;
  private static final char UNREADABLE = '\uFFFD';

  private CsvReading() {}

  static void read(byte[] content, FileForm form, Consumer<RawRow> rows) throws UnreadableFile {
    Charset charset = Charset.forName(form.charset());
    long line = 0;
    try (Reader in = afterMark(content, charset);
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .fieldSeparator(form.delimiter())
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(in)) {
      for (CsvRecord record : csv) {
        line = record.getStartingLineNumber();
        if (line == 1 && record.getField(0).equals("sep=")) {
          // a line by which some spreadsheets tell the delimiter
          continue;
        }
        rows.accept(row((int) line, record.getFields()));
      }
    } catch (CsvParseException e) {
      throw new UnreadableFile("broken", line + 1);
    } catch (UncheckedIOException | IOException e) {
      throw new UnreadableFile("broken", line + 1);
    }
  }

  private static Reader afterMark(byte[] content, Charset charset) throws IOException {
    PushbackReader in =
        new PushbackReader(new InputStreamReader(new ByteArrayInputStream(content), charset));
    int first = in.read();
    if (first >= 0 && first != '\uFEFF') {
      in.unread(first);
    }
    return in;
  }

  private static RawRow row(int line, List<String> fields) {
    List<String> cells = new ArrayList<>(fields.size());
    Map<Integer, String> faults = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      String cell = fields.get(i);
      if (cell.length() > RawRow.LONGEST_CELL) {
        faults.put(i, "long");
        cell = cell.substring(0, RawRow.LONGEST_CELL);
      } else if (PlainCell.formula(cell)) {
        faults.put(i, "formula");
      } else if (cell.indexOf(UNREADABLE) >= 0) {
        faults.put(i, "unreadable");
      }
      cells.add(PlainCell.plain(cell));
    }
    return new RawRow(line, cells, faults);
  }
}
