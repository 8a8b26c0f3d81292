package org.portolan.platform.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as people write it in a cell: 2027-03-01, 1.3.2027 or 01/03/2027. Points stand where the
 * day comes first; between strokes either may, and where both are possible nobody guesses.
 *
 * @param iso the day, or the cell as it is where it cannot be told
 * @param problem the end of the key of what is wrong, or null
 * @param readings what it may mean, where that is open
 */
record DayCell(String iso, String problem, List<String> readings) {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");
  private static final int MONTHS = 12;

  static DayCell read(String cell, DayOrder order) {
    Matcher first = YEAR_FIRST.matcher(cell);
    if (first.matches()) {
      return day(cell, number(first, 1), number(first, 2), number(first, 3));
    }
    Matcher last = YEAR_LAST.matcher(cell);
    if (!last.matches()) {
      return new DayCell(cell, cell.isEmpty() ? null : "day", List.of());
    }
    int one = number(last, 1);
    int other = number(last, 3);
    int year = number(last, 4);
    if (last.group(2).equals(".") || order == DayOrder.DAY_FIRST) {
      return day(cell, year, other, one);
    }
    if (order == DayOrder.MONTH_FIRST) {
      return day(cell, year, one, other);
    }
    if (one == other || one > MONTHS) {
      return day(cell, year, other, one);
    }
    if (other > MONTHS) {
      return day(cell, year, one, other);
    }
    return new DayCell(
        cell,
        "day-open",
        List.of(day(cell, year, other, one).iso(), day(cell, year, one, other).iso()));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** A day that the calendar has; 29 February of most years is none. */
  private static DayCell day(String cell, int year, int month, int day) {
    try {
      return new DayCell(LocalDate.of(year, month, day).toString(), null, List.of());
    } catch (DateTimeException e) {
      return new DayCell(cell, "day-none", List.of());
    }
  }
}
