package org.portolan.calendar.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.portolan.calendar.HeldDay;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionSummary;
import org.portolan.calendar.TimeSlot;

/** What is held on each day of a span, on the clocks of the reader. */
final class DayPlan {
  private final Map<LocalDate, List<Held>> days = new TreeMap<>();

  /**
   * A session on one day; one with several slots on it is there for each.
   *
   * @param from when it begins on that day; midnight where it goes on from the day before
   * @param until when it ends on that day; midnight where it goes on into the next
   */
  record Held(SessionSummary session, LocalTime from, LocalTime until) {}

  /**
   * @param sessions in the order of their beginnings
   */
  DayPlan(List<SessionSummary> sessions, ReaderClocks clocks, LocalDate first, LocalDate last) {
    for (SessionSummary session : sessions) {
      SessionFacts facts = session.facts();
      if (clocks.elsewhere(facts)) {
        for (HeldDay day : facts.days()) {
          put(session, day, clocks.zone(), first, last);
        }
      } else if (!facts.slots().everyDay()) {
        for (TimeSlot slot : facts.meets()) {
          if (!slot.day().isBefore(first) && !slot.day().isAfter(last)) {
            put(slot.day(), new Held(session, slot.start(), slot.end()));
          }
        }
      } else {
        LocalDate from = facts.firstDay().isBefore(first) ? first : facts.firstDay();
        LocalDate to = facts.lastDay().isAfter(last) ? last : facts.lastDay();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
          put(day, new Held(session, facts.dayStart(), facts.dayEnd()));
        }
      }
    }
    days.values()
        .forEach(
            held ->
                held.sort(
                    Comparator.comparing(Held::from).thenComparing(each -> each.session().id())));
  }

  private void put(
      SessionSummary session, HeldDay day, ZoneId zone, LocalDate first, LocalDate last) {
    LocalDateTime starts = LocalDateTime.ofInstant(day.startsAt(), zone);
    LocalDateTime ends = LocalDateTime.ofInstant(day.endsAt(), zone);
    LocalDate end = ends.toLocalDate();
    for (LocalDate on = starts.toLocalDate(); !on.isAfter(end); on = on.plusDays(1)) {
      boolean begins = on.equals(starts.toLocalDate());
      boolean over = on.equals(end);
      boolean nothingLeft = over && !begins && ends.toLocalTime().equals(LocalTime.MIDNIGHT);
      if (!on.isBefore(first) && !on.isAfter(last) && !nothingLeft) {
        put(
            on,
            new Held(
                session,
                begins ? starts.toLocalTime() : LocalTime.MIDNIGHT,
                over ? ends.toLocalTime() : LocalTime.MIDNIGHT));
      }
    }
  }

  private void put(LocalDate day, Held held) {
    days.computeIfAbsent(day, any -> new ArrayList<>()).add(held);
  }

  List<Held> on(LocalDate day) {
    return days.getOrDefault(day, List.of());
  }

  /** The same by session: what is held several times on that day is there once. */
  List<List<Held>> sessions(LocalDate day) {
    return List.copyOf(
        on(day).stream()
            .collect(
                Collectors.groupingBy(
                    held -> held.session().id(), LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  int count(LocalDate day) {
    return (int) on(day).stream().map(held -> held.session().id()).distinct().count();
  }
}
