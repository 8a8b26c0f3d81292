package org.portolan.calendar.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portolan.calendar.SessionSummary;

/** Sessions under the month in which each begins. */
public record Agenda(List<Part> parts) {

  /** A month and what begins in it. */
  public record Part(YearMonth month, List<SessionSummary> sessions) {}

  static Agenda of(List<SessionSummary> sessions) {
    Map<YearMonth, List<SessionSummary>> byMonth = new LinkedHashMap<>();
    for (SessionSummary session : sessions) {
      byMonth
          .computeIfAbsent(YearMonth.from(session.facts().firstDay()), m -> new ArrayList<>())
          .add(session);
    }
    return new Agenda(
        byMonth.entrySet().stream().map(e -> new Part(e.getKey(), e.getValue())).toList());
  }
}
