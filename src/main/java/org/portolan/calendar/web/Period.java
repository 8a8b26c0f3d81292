package org.portolan.calendar.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * The span of days that a view of the calendar shows, as addresses write it: {@code 2026}, {@code
 * 2026-12}, {@code 2026-W49} or {@code 2026-12-01}. Weeks are those of ISO 8601, from Monday.
 */
public record Period(Length length, LocalDate first) {
  private static final int LONG_AGO = 2000;
  private static final int FAR_AWAY = 2100;

  /** How long it is. */
  public enum Length {
    DAY,
    WEEK,
    MONTH,
    YEAR
  }

  public Period {
    first =
        switch (length) {
          case DAY -> first;
          case WEEK -> first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTH -> first.withDayOfMonth(1);
          case YEAR -> first.withDayOfYear(1);
        };
  }

  /** What an address says; empty where that is no period, or one in which nobody plans. */
  public static Optional<Period> of(String text) {
    return text == null
        ? Optional.empty()
        : read(text).filter(p -> p.first.getYear() >= LONG_AGO && p.first.getYear() <= FAR_AWAY);
  }

  private static Optional<Period> read(String text) {
    try {
      if (text.matches("\\d{4}")) {
        return Optional.of(new Period(Length.YEAR, Year.parse(text).atDay(1)));
      }
      if (text.matches("\\d{4}-\\d{2}")) {
        return Optional.of(new Period(Length.MONTH, YearMonth.parse(text).atDay(1)));
      }
      if (text.matches("\\d{4}-W\\d{2}")) {
        return week(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(6)));
      }
      return Optional.of(new Period(Length.DAY, LocalDate.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Period> week(int year, int week) {
    LocalDate january = LocalDate.of(year, 1, 4);
    boolean has =
        week >= 1 && week <= IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(january).getMaximum();
    return has
        ? Optional.of(new Period(Length.WEEK, january.plusWeeks(week - 1L)))
        : Optional.empty();
  }

  /** The last of its days. */
  public LocalDate last() {
    return next().first.minusDays(1);
  }

  public Period next() {
    return moved(1);
  }

  public Period previous() {
    return moved(-1);
  }

  private Period moved(int by) {
    return new Period(
        length,
        switch (length) {
          case DAY -> first.plusDays(by);
          case WEEK -> first.plusWeeks(by);
          case MONTH -> first.plusMonths(by);
          case YEAR -> first.plusYears(by);
        });
  }

  public boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last());
  }

  /** The period of another length that shows the same, as far as it can: today's if that is in. */
  public Period as(Length other, LocalDate today) {
    return new Period(other, holds(today) ? today : first);
  }

  /** As addresses write it. */
  public String text() {
    return switch (length) {
      case DAY -> first.toString();
      case WEEK ->
          String.format(
              "%d-W%02d",
              first.get(IsoFields.WEEK_BASED_YEAR), first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> YearMonth.from(first).toString();
      case YEAR -> String.valueOf(first.getYear());
    };
  }
}
