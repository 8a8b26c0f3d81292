package org.portolan.platform.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day as people write it in a cell, 9:00, 09.30 or 9h30, or as a spreadsheet keeps it: as
 * a part of a day.
 */
final class TimeCell {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})[:.hH](\\d{2})(?:[:.]00)?");
  private static final Pattern PART = Pattern.compile("0(?:\\.\\d{3,})?");
  private static final int MINUTES = 24 * 60;

  private TimeCell() {}

  /** With two digits for hours and minutes; the cell as it is where it is no time. */
  static String kept(String cell) {
    Matcher written = WRITTEN.matcher(cell);
    if (written.matches()) {
      int hour = Integer.parseInt(written.group(1));
      int minute = Integer.parseInt(written.group(2));
      return hour < 24 && minute < 60 ? LocalTime.of(hour, minute).toString() : cell;
    }
    if (PART.matcher(cell).matches()) {
      int minutes =
          new BigDecimal(cell)
              .multiply(BigDecimal.valueOf(MINUTES))
              .setScale(0, RoundingMode.HALF_UP)
              .intValue();
      return minutes < MINUTES ? LocalTime.of(minutes / 60, minutes % 60).toString() : cell;
    }
    return cell;
  }

  static boolean time(String cell) {
    return cell.matches("([01]\\d|2[0-3]):[0-5]\\d");
  }
}
