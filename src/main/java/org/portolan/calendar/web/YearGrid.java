package org.portolan.calendar.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A year as twelve small months: on each day how many sessions are held. */
public record YearGrid(List<Month> months) {
  private static final int SOME = 3;
  private static final int MANY = 6;

  /**
   * A month.
   *
   * @param offset days of the week, from Monday, before its first day
   * @param held days on which something is held
   */
  public record Month(YearMonth month, int offset, List<Day> days, int held) {}

  /** A day and how many sessions are held on it. */
  public record Day(LocalDate date, int count) {

    /** How dark it is: the more is held, the darker. */
    public String look() {
      return count == 0 ? "" : count < SOME ? "a" : count < MANY ? "b" : "c";
    }
  }

  static YearGrid of(int year, ToIntFunction<LocalDate> counts) {
    List<Month> months = new ArrayList<>();
    for (int number = 1; number <= 12; number++) {
      YearMonth month = YearMonth.of(year, number);
      List<Day> days =
          month
              .atDay(1)
              .datesUntil(month.plusMonths(1).atDay(1))
              .map(day -> new Day(day, counts.applyAsInt(day)))
              .toList();
      months.add(
          new Month(
              month,
              month.atDay(1).getDayOfWeek().getValue() - 1,
              days,
              (int) days.stream().filter(day -> day.count() > 0).count()));
    }
    return new YearGrid(List.copyOf(months));
  }
}
