package org.portolan.platform.exchange;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from taking text of a CSV file for a formula: an apostrophe goes before it
 * and is taken off again, so that every text comes back as it was. Numbers are left as they are.
 */
final class PlainCell {
  private static final Pattern RISKY = Pattern.compile("(?s)'*[=+\\-@\\t\\r].*");
  private static final Pattern GUARDED = Pattern.compile("(?s)'+[=+\\-@\\t\\r].*");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

  private PlainCell() {}

  static String guarded(String text) {
    return RISKY.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  /** Whether a spreadsheet would run it. */
  static boolean formula(String cell) {
    return RISKY.matcher(cell).matches()
        && !GUARDED.matcher(cell).matches()
        && !NUMBER.matcher(cell).matches();
  }

  static String plain(String cell) {
    return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
