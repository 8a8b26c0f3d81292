package org.portolan.calendar.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Whole weeks from Monday with what is shown on each day: a month with the days around it that
 * complete its weeks, or one week.
 */
public record DayGrid(List<Week> weeks) {

  /** Seven days. */
  public record Week(List<Day> days) {}

  /**
   * A day.
   *
   * @param in whether it belongs to the period that is shown
   * @param more how many sessions it has beyond those that are shown
   * @param address of the agenda of the day
   */
  public record Day(
      LocalDate date, boolean in, List<ShownSession> sessions, int more, String address) {
    public YearMonth month() {
      return YearMonth.from(date);
    }

    public int count() {
      return sessions.size() + more;
    }
  }

  static LocalDate first(Period period) {
    return period.first().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  static LocalDate last(Period period) {
    return period.last().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
  }

  static DayGrid of(Period period, Function<LocalDate, Day> days) {
    List<Week> weeks = new ArrayList<>();
    LocalDate last = last(period);
    for (LocalDate monday = first(period); monday.isBefore(last); monday = monday.plusWeeks(1)) {
      weeks.add(new Week(monday.datesUntil(monday.plusWeeks(1)).map(days).toList()));
    }
    return new DayGrid(List.copyOf(weeks));
  }
}
