package org.portolan.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the days of a year are brought into the next. */
public enum CopyBy {
  /** By 52 weeks: a Monday stays a Monday. */
  WEEKS,
  /** The same dates, on other days of the week. */
  DATES;

  private static final long YEAR_OF_WEEKS = 364;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CopyBy> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  /** By how many days what begins on this one is later; 29 February becomes the 28th. */
  long days(LocalDate first) {
    return this == WEEKS ? YEAR_OF_WEEKS : ChronoUnit.DAYS.between(first, first.plusYears(1));
  }

  /** Whether the year after has no such date. */
  boolean leaps(LocalDate first) {
    return this == DATES && first.plusYears(1).getDayOfMonth() != first.getDayOfMonth();
  }
}
