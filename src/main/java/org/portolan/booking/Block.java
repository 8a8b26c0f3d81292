package org.portolan.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portolan.platform.web.TypedLine;

/**
 * Days on which nobody is to have a resource: repairs, leave, an intake of the academy. Without
 * hours it is the whole of each day, with them those hours of each.
 *
 * @param words why, for the people of the centre
 */
public record Block(
    LocalDate firstDay, LocalDate lastDay, LocalTime start, LocalTime end, String words) {
  private static final int LONGEST_DAYS = 400;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2037;

  /** Nothing is taken after this. */
  static final Instant END = Instant.parse((LAST_YEAR + 1) + "-01-01T00:00:00Z");

  public Block {
    words = TypedLine.of(words);
  }

  Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    if (outside(firstDay)) {
      problems.put("firstDay", "booking.problem.day");
    }
    if (outside(lastDay)) {
      problems.put("lastDay", "booking.problem.day");
    } else if (!outside(firstDay)
        && (lastDay.isBefore(firstDay)
            || ChronoUnit.DAYS.between(firstDay, lastDay) >= LONGEST_DAYS)) {
      problems.put("lastDay", "booking.problem.lastDay");
    }
    if ((start == null) != (end == null) || start != null && !end.isAfter(start)) {
      problems.put("end", "booking.problem.hours");
    }
    if (words.isEmpty()) {
      problems.put("words", "booking.problem.words");
    } else if (words.length() > 200) {
      problems.put("words", "booking.problem.long");
    }
    return problems;
  }

  private static boolean outside(LocalDate day) {
    return day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR;
  }

  /** On the clocks of a zone; whole days are one span. */
  List<Span> spans(ZoneId zone) {
    return start == null
        ? List.of(
            new Span(
                firstDay.atStartOfDay(zone).toInstant(),
                lastDay.plusDays(1).atStartOfDay(zone).toInstant()))
        : firstDay
            .datesUntil(lastDay.plusDays(1))
            .map(day -> List.of(day.atTime(start).atZone(zone), day.atTime(end).atZone(zone)))
            // hours that the clocks of that day leave out are nobody's
            .filter(ends -> ends.get(1).toInstant().isAfter(ends.get(0).toInstant()))
            .map(ends -> new Span(ends.get(0).toInstant(), ends.get(1).toInstant()))
            .toList();
  }
}
