package org.portolan.region;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * A date as far as it is known: a year, or a year and a month. Reports about terms of office seldom
 * say more.
 *
 * @param month null where only the year is known
 */
public record PartialDate(Year year, YearMonth month) implements Comparable<PartialDate> {
  private static final int YEAR_ALONE = 4;

  /** Reads 2024 or 2024-06; nothing for null. */
  public static PartialDate of(String text) {
    if (text == null) {
      return null;
    }
    return text.length() == YEAR_ALONE
        ? new PartialDate(Year.parse(text), null)
        : ofMonth(YearMonth.parse(text));
  }

  private static PartialDate ofMonth(YearMonth month) {
    return new PartialDate(Year.of(month.getYear()), month);
  }

  public LocalDate first() {
    return month == null ? year.atDay(1) : month.atDay(1);
  }

  public LocalDate last() {
    return month == null ? year.atDay(year.length()) : month.atEndOfMonth();
  }

  @Override
  public int compareTo(PartialDate other) {
    return first().compareTo(other.first());
  }

  @Override
  public String toString() {
    return month == null ? year.toString() : month.toString();
  }
}
