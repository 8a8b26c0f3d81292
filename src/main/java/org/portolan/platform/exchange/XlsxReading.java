package org.portolan.platform.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * Rows of the first sheet of a workbook. What it unpacks to is measured before anything is read;
 * its reader takes no document type, and so no entity.
 */
final class XlsxReading {
  private static final long MOST_UNPACKED = 200L * 1024 * 1024;
  private static final int MOST_ENTRIES = 1000;
  private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
  private static final int DAYS_BEFORE_1904 = 1462;
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

  private XlsxReading() {}

  static void read(byte[] content, Set<String> days, Consumer<RawRow> rows) throws UnreadableFile {
    try {
      measure(content);
      try (ReadableWorkbook workbook =
              new ReadableWorkbook(
                  new ByteArrayInputStream(content), new ReadingOptions(false, true));
          Stream<Row> found = workbook.getFirstSheet().openStream()) {
        Set<Integer> dayPlaces = new HashSet<>();
        int[] width = {0};
        found.forEach(
            row -> {
              RawRow read = row(row, dayPlaces, workbook.isDate1904(), width[0]);
              if (width[0] == 0 && !read.blank()) {
                width[0] = read.cells().size();
                for (int i = 0; i < read.cells().size(); i++) {
                  if (days.contains(read.cells().get(i).strip())) {
                    dayPlaces.add(i);
                  }
                }
              }
              rows.accept(read);
            });
      }
    } catch (IOException
        | UncheckedIOException
        | ExcelReaderException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | java.util.NoSuchElementException
        | NullPointerException e) {
      // whatever the reader stumbles over is no workbook that a spreadsheet wrote
      throw new UnreadableFile("workbook");
    }
  }

  /** Whether it unpacks to no more than is taken. */
  static void measure(byte[] content) throws IOException, UnreadableFile {
    OptionalLong directory = ZipDirectory.length(new SeekableInMemoryByteChannel(content));
    if (directory.isEmpty()
        || directory.getAsLong() > (long) MOST_ENTRIES * ZipDirectory.LONGEST_ENTRY) {
      throw new UnreadableFile("workbook");
    }
    long left = MOST_UNPACKED;
    int entries = 0;
    byte[] buffer = new byte[64 * 1024];
    try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
      Enumeration<ZipArchiveEntry> all = zip.getEntries();
      while (all.hasMoreElements()) {
        if (++entries > MOST_ENTRIES) {
          throw new UnreadableFile("workbook");
        }
        try (InputStream in = zip.getInputStream(all.nextElement())) {
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            left -= read;
            if (left < 0) {
              throw new UnreadableFile("unpacked");
            }
          }
        }
      }
    }
  }

  private static RawRow row(Row row, Set<Integer> days, boolean since1904, int width) {
    List<String> cells = new ArrayList<>();
    Map<Integer, String> faults = new HashMap<>();
    int last = Math.min(row.getCellCount(), RawRow.MOST_COLUMNS + 1);
    for (int i = 0; i < last; i++) {
      Cell cell = row.getCell(i);
      String text = cell == null ? "" : text(cell, i, days.contains(i), since1904, faults);
      if (text.length() > RawRow.LONGEST_CELL) {
        faults.put(i, "long");
        text = text.substring(0, RawRow.LONGEST_CELL);
      }
      cells.add(text);
    }
    // a workbook leaves out the empty cells at the end of a row
    while (cells.size() < width) {
      cells.add("");
    }
    return new RawRow(row.getRowNum(), cells, faults);
  }

  private static String text(
      Cell cell, int place, boolean day, boolean since1904, Map<Integer, String> faults) {
    if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
      faults.put(place, "formula");
      return "";
    }
    return switch (cell.getType()) {
      case STRING -> cell.asString();
      case NUMBER -> number(cell.asNumber(), day, since1904);
      case BOOLEAN -> cell.asBoolean() ? "true" : "false";
      case ERROR -> {
        faults.put(place, "unreadable");
        yield "";
      }
      case EMPTY, FORMULA -> "";
    };
  }

  private static String number(BigDecimal number, boolean day, boolean since1904) {
    if (day && number.signum() >= 0 && number.compareTo(LAST_DAY) <= 0) {
      return FIRST_DAY.plusDays(number.longValue() + (since1904 ? DAYS_BEFORE_1904 : 0)).toString();
    }
    BigDecimal plain = number.stripTrailingZeros();
    // a number of a thousand digits would be written out
    return Math.abs(plain.scale()) > 30 ? number.toString() : plain.toPlainString();
  }
}
