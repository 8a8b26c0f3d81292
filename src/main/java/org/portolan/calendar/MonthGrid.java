package org.portolan.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * A month as a calendar shows it: whole weeks from Monday, with the days of the neighbouring months
 * that fill them.
 */
public record MonthGrid(YearMonth month, List<Week> weeks) {

  /** Seven days. */
  public record Week(List<Day> days) {}

  /** A day with the sessions that go on in it, in the order given. */
  public record Day(LocalDate date, boolean inMonth, List<SessionSummary> sessions) {
    public YearMonth month() {
      return YearMonth.from(date);
    }
  }

  public static LocalDate firstShown(YearMonth month) {
    return month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  public static LocalDate lastShown(YearMonth month) {
    return month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
  }

  public static MonthGrid of(YearMonth month, List<SessionSummary> sessions) {
    List<Week> weeks = new ArrayList<>();
    LocalDate last = lastShown(month);
    for (LocalDate monday = firstShown(month);
        monday.isBefore(last);
        monday = monday.plusWeeks(1)) {
      List<Day> days = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        LocalDate date = monday.plusDays(i);
        days.add(new Day(date, YearMonth.from(date).equals(month), on(date, sessions)));
      }
      weeks.add(new Week(List.copyOf(days)));
    }
    return new MonthGrid(month, List.copyOf(weeks));
  }

  private static List<SessionSummary> on(LocalDate date, List<SessionSummary> sessions) {
    return sessions.stream()
        .filter(
            session ->
                !date.isBefore(session.facts().firstDay())
                    && !date.isAfter(session.facts().lastDay()))
        .toList();
  }
}
