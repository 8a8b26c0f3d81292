package org.portolan.calendar.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portolan.calendar.SessionSummary;

/** Sessions under the month in which each begins. */
public record Agenda(List<Part> parts) {

  /** A month and what begins in it. */
  public record Part(YearMonth month, List<Row> rows) {}

  /**
   * A session.
   *
   * @param first its first day on the clocks of the reader
   * @param when days and hours on these clocks, in words
   * @param atVenue the same at its venue where that is another time, or null
   */
  public record Row(
      SessionSummary session, LocalDate first, String when, String place, String atVenue) {}

  static Agenda of(List<Row> rows) {
    Map<YearMonth, List<Row>> byMonth = new LinkedHashMap<>();
    for (Row row : rows) {
      byMonth.computeIfAbsent(YearMonth.from(row.first()), m -> new ArrayList<>()).add(row);
    }
    return new Agenda(
        byMonth.entrySet().stream().map(e -> new Part(e.getKey(), e.getValue())).toList());
  }
}
