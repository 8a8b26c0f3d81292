package org.portolan.platform.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What a record was when it was exported: some bits of a hash for each cell, so that an import can
 * tell which cells somebody changed meanwhile without holding what they were.
 */
final class RecordMark {
  /** Head of the column that holds it. */
  static final String COLUMN = "version";

  private static final String BEGINNING = "v1.";
  private static final int BYTES = 3;
  private static final int LETTERS = 4;

  private RecordMark() {}

  static String of(List<SheetColumn> columns, List<String> cells) {
    StringBuilder mark = new StringBuilder(BEGINNING);
    for (int i = 0; i < columns.size(); i++) {
      mark.append(piece(columns.get(i), cells.get(i)));
    }
    return mark.toString();
  }

  /** Whether it is the mark of a record with so many columns. */
  static boolean readable(String mark, int columns) {
    return mark.matches("v1\\.[A-Za-z0-9_-]*")
        && mark.length() == BEGINNING.length() + LETTERS * columns;
  }

  /** Whether the cell is what it was when the mark was made. */
  static boolean agrees(String mark, int place, SheetColumn column, String cell) {
    int from = BEGINNING.length() + LETTERS * place;
    return mark.startsWith(piece(column, cell), from);
  }

  private static String piece(SheetColumn column, String cell) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((column.code() + '\0' + cell).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
