package org.portolan.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the days of a year are brought into the next. */
public enum CopyBy {
  /** By 52 weeks, or 53 where the year would not be another: a Monday stays a Monday. */
  WEEKS,
  /** The same dates, on other days of the week. */
  DATES;

  private static final long YEAR_OF_WEEKS = 364;
  private static final long LONG_YEAR_OF_WEEKS = 371;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CopyBy> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  /** By how many days what begins on this one is later; 29 February becomes the 28th. */
  long days(LocalDate first) {
    return this == WEEKS ? weeks(first) : ChronoUnit.DAYS.between(first, first.plusYears(1));
  }

  /** What begins on the first days of July would else begin on the last of June. */
  private static long weeks(LocalDate first) {
    boolean same = TrainingYear.of(first.plusDays(YEAR_OF_WEEKS)).equals(TrainingYear.of(first));
    return same ? LONG_YEAR_OF_WEEKS : YEAR_OF_WEEKS;
  }

  /** Whether the year after has no such date. */
  boolean leaps(LocalDate first) {
    return this == DATES && first.plusYears(1).getDayOfMonth() != first.getDayOfMonth();
  }
}
