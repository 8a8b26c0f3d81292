package org.portolan.finding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Days between which the date of an item is to be, both included.
 *
 * @param from null where it has no beginning
 * @param to null where it has no end
 */
public record Period(LocalDate from, LocalDate to) {
  public static final Period ALWAYS = new Period(null, null);

  /** Reads what an address says: 2027, 2027-03 or 2027-03-08. What is none of these is no limit. */
  public static Period of(String from, String to) {
    return new Period(day(from, false), day(to, true));
  }

  public boolean open() {
    return from == null && to == null;
  }

  Instant start() {
    return from == null ? null : from.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  Instant end() {
    return to == null ? null : to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LocalDate day(String text, boolean last) {
    if (text == null || !text.matches("[0-9]{4}(-[0-9]{2}){0,2}")) {
      return null;
    }
    try {
      return switch (text.length()) {
        case 4 -> LocalDate.of(Integer.parseInt(text), last ? 12 : 1, last ? 31 : 1);
        case 7 -> last ? YearMonth.parse(text).atEndOfMonth() : YearMonth.parse(text).atDay(1);
        default -> LocalDate.parse(text);
      };
    } catch (DateTimeException e) {
      return null;
    }
  }
}
