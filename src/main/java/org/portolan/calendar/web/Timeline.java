package org.portolan.calendar.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sessions along the days of a period, row by row. A year has a column for each of its weeks, a
 * month one for each day. A bar is as long as its session; beside it is room for its title, so that
 * nobody has to guess.
 *
 * @param columns how many there are
 * @param heads what stands above them
 * @param now the column of today, or 0 where that is not shown
 */
public record Timeline(int columns, List<Head> heads, List<Row> rows, int now) {
  /** Columns that a title needs. */
  private static final int TITLE = 7;

  /** What is beyond them in one row is counted. */
  static final int MOST_LANES = 12;

  /** A name above columns. */
  public record Head(String name, int column, int length) {}

  /**
   * A row.
   *
   * @param address of a page about it, or null
   * @param more sessions for which there was no room
   */
  public record Row(
      String name, String address, List<Bar> bars, int lanes, int more, String moreAddress) {
    public int count() {
      return bars.size() + more;
    }
  }

  /**
   * A session in its row, with the classes of the style sheet that put it into its place.
   *
   * @param free of each column that it takes, whether the session is free then; empty where it is
   *     held each day
   */
  public record Bar(ShownSession session, String place, List<Boolean> free) {}

  /**
   * A session with its days on the clocks of the reader.
   *
   * @param on the days on which it is held; empty where these are all from the first to the last
   */
  record Held(ShownSession session, LocalDate first, LocalDate last, Collection<LocalDate> on) {
    Held(ShownSession session, LocalDate first, LocalDate last) {
      this(session, first, last, List.of());
    }
  }

  /** Puts the sessions of one row into their places. */
  static Row row(String name, String address, List<Held> held, Period period, String moreAddress) {
    List<Held> shown =
        held.stream()
            .filter(
                each ->
                    !each.last().isBefore(period.first()) && !each.first().isAfter(period.last()))
            .toList();
    int columns = columns(period);
    List<Lanes.Span> exact = shown.stream().map(each -> span(each, period)).toList();
    List<Lanes.Span> wide = exact.stream().map(each -> withTitle(each, columns)).toList();
    // what has its title before it takes room that begins sooner than it does itself
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      order.add(i);
    }
    order.sort((one, other) -> Integer.compare(wide.get(one).from(), wide.get(other).from()));
    List<Integer> lanes = Lanes.of(order.stream().map(wide::get).toList());
    List<Bar> bars = new ArrayList<>();
    int most = 0;
    for (int i = 0; i < order.size(); i++) {
      int lane = lanes.get(i);
      if (lane <= MOST_LANES) {
        int at = order.get(i);
        most = Math.max(most, lane);
        bars.add(
            new Bar(
                shown.get(at).session(),
                place(exact.get(at), wide.get(at), lane),
                free(shown.get(at), exact.get(at), wide.get(at), period)));
      }
    }
    int more = shown.size() - bars.size();
    return new Row(name, address, List.copyOf(bars), most, more, more == 0 ? null : moreAddress);
  }

  private static List<Boolean> free(Held held, Lanes.Span exact, Lanes.Span wide, Period period) {
    if (held.on().isEmpty()) {
      return List.of();
    }
    Set<Integer> columns =
        held.on().stream()
            .filter(day -> !day.isBefore(period.first()) && !day.isAfter(period.last()))
            .map(day -> column(day, period))
            .collect(Collectors.toSet());
    return IntStream.rangeClosed(wide.from(), wide.to())
        .mapToObj(
            column -> column >= exact.from() && column <= exact.to() && !columns.contains(column))
        .toList();
  }

  private static String place(Lanes.Span exact, Lanes.Span wide, int lane) {
    int length = exact.to() - exact.from() + 1;
    int room = wide.to() - wide.from() + 1;
    return "s"
        + wide.from()
        + " w"
        + room
        + " l"
        + lane
        + (length < room ? " n" + length : "")
        + (exact.from() > wide.from() ? " end" : "");
  }

  private static Lanes.Span span(Held held, Period period) {
    LocalDate first = held.first().isBefore(period.first()) ? period.first() : held.first();
    LocalDate last = held.last().isAfter(period.last()) ? period.last() : held.last();
    return new Lanes.Span(column(first, period), column(last, period));
  }

  /**
   * With room for its title after it; where the period ends too soon, before it, or on a bar that
   * is long enough.
   */
  private static Lanes.Span withTitle(Lanes.Span exact, int columns) {
    if (exact.to() - exact.from() + 1 >= TITLE / 2 + 1 && exact.from() + TITLE - 1 > columns) {
      return exact;
    }
    int to = Math.max(exact.to(), exact.from() + TITLE - 1);
    return to <= columns
        ? new Lanes.Span(exact.from(), to)
        : new Lanes.Span(Math.max(1, Math.min(exact.from(), exact.to() - TITLE + 1)), exact.to());
  }

  /** The column of a day of the period, counted from 1. */
  static int column(LocalDate day, Period period) {
    return period.length() == Period.Length.YEAR
        ? (int) ChronoUnit.WEEKS.between(DayGrid.first(period), day) + 1
        : day.getDayOfMonth();
  }

  static int columns(Period period) {
    return column(period.last(), period);
  }

  /** Above a year its months, each where its first day is; above a month each of its days. */
  static List<Head> heads(Period period, Function<YearMonth, String> names) {
    List<Head> heads = new ArrayList<>();
    if (period.length() == Period.Length.MONTH) {
      for (int day = 1; day <= period.last().getDayOfMonth(); day++) {
        heads.add(new Head(String.valueOf(day), day, 1));
      }
      return heads;
    }
    for (int number = 1; number <= 12; number++) {
      YearMonth month = YearMonth.of(period.first().getYear(), number);
      int from = column(month.atDay(1), period);
      int to = number == 12 ? columns(period) + 1 : column(month.plusMonths(1).atDay(1), period);
      heads.add(new Head(names.apply(month), from, to - from));
    }
    return heads;
  }
}
