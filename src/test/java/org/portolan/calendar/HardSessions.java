package org.portolan.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.portolan.approval.Chain;
import org.portolan.catalog.CourseFacts;
import org.portolan.catalog.CourseTitle;
import org.portolan.catalog.Validity;
import org.portolan.platform.i18n.LocalName;
import org.portolan.region.CentreSummary;

/** Sessions, as they are stored, where clocks change. */
public final class HardSessions {
  private static final Instant NOW = Instant.parse("2019-01-01T00:00:00Z");
  private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2036-01-01T00:00:00Z");

  private static final CourseTitle TITLE = new CourseTitle(1, "C1", "Origin", "en");

  private static final CourseFacts COURSE =
      new CourseFacts(
          1,
          "C1",
          "DEMO",
          "EUR",
          "HS",
          "basic",
          "workshop",
          30,
          "operational",
          null,
          Validity.ALWAYS);

  private HardSessions() {}

  /** The changes of a zone's clocks in the years 2020 to 2035. */
  public static List<ZoneOffsetTransition> changes(String zone) {
    ZoneRules rules = ZoneId.of(zone).getRules();
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    for (ZoneOffsetTransition each = rules.nextTransition(FROM);
        each != null && each.getInstant().isBefore(TO);
        each = rules.nextTransition(each.getInstant())) {
      changes.add(each);
    }
    return changes;
  }

  /** All around a change. */
  public static List<SessionSummary> around(String zone, ZoneOffsetTransition change) {
    return around(zone, change, 1, 0);
  }

  /**
   * Before, on, after and across the day of a change; with hours that begin and end before, at, in
   * and after what clocks skip or repeat, at midnight, and in office hours.
   *
   * @param step of all of them each so manieth is taken, beginning with another at another turn
   */
  public static List<SessionSummary> around(
      String zone, ZoneOffsetTransition change, int step, int turn) {
    LocalDateTime low = change.getDateTimeBefore();
    LocalDateTime high = change.getDateTimeAfter();
    if (high.isBefore(low)) {
      low = change.getDateTimeAfter();
      high = change.getDateTimeBefore();
    }
    return around(zone, low, Duration.between(low, high), step, turn);
  }

  private static List<SessionSummary> around(
      String zone, LocalDateTime low, Duration length, int step, int turn) {
    LocalDateTime high = low.plus(length);
    TreeSet<LocalTime> times = new TreeSet<>();
    for (LocalDateTime each :
        List.of(
            low.minusHours(1),
            low.minusMinutes(1),
            low,
            low.plus(length.dividedBy(2)),
            high.minusMinutes(1),
            high,
            high.plusMinutes(1),
            high.plusHours(1))) {
      times.add(each.toLocalTime());
    }
    times.addAll(List.of(LocalTime.MIDNIGHT, LocalTime.of(9, 0), LocalTime.of(16, 30)));
    times.addAll(List.of(LocalTime.of(12, 0), LocalTime.of(23, 59)));
    List<SessionSummary> sessions = new ArrayList<>();
    LocalDate day = low.toLocalDate();
    int at = turn;
    for (LocalTime start : times) {
      for (LocalTime end : times.tailSet(start, false)) {
        for (int[] days : new int[][] {{-1, -1}, {0, 0}, {1, 1}, {-1, 1}, {0, 1}, {-2, 3}}) {
          if (at++ % step != 0) {
            continue;
          }
          sessions.add(
              stored(
                  "S-" + sessions.size(),
                  zone,
                  day.plusDays(days[0]),
                  day.plusDays(days[1]),
                  start,
                  end));
        }
        for (Slots slots : inSlots(day, new TimeSlot(day, start, end), times)) {
          if (at++ % step == 0) {
            sessions.add(stored("S-" + sessions.size(), zone, slots));
          }
        }
      }
    }
    return sessions;
  }

  /**
   * With a free day; once a week; with other hours on the last day; twice a day; and with as much
   * of all as one session can have.
   */
  private static List<Slots> inSlots(LocalDate day, TimeSlot hard, TreeSet<LocalTime> times) {
    LocalTime next = times.higher(hard.end());
    LocalTime last = next == null ? null : times.higher(next);
    // what is too short or comes too late is held in the morning, or earlier
    TimeSlot other =
        last == null
            ? new TimeSlot(day, LocalTime.of(0, 3), LocalTime.of(0, 21))
            : new TimeSlot(day, next, last);
    List<List<TimeSlot>> all =
        List.of(
            List.of(hard.later(-2), hard, hard.later(1)),
            List.of(hard.later(-7), hard, hard.later(7)),
            List.of(hard.later(-1), hard, other.later(1)),
            List.of(hard.later(-1), other.later(-1), hard, other, hard.later(1), other.later(1)),
            List.of(other.later(-3), hard.later(-1), hard, other, other.later(2), hard.later(2)));
    return all.stream()
        .map(Slots::new)
        .filter(slots -> slots.list().stream().allMatch(each -> each.end().isAfter(each.start())))
        .toList();
  }

  /** In a zone whose clocks do not change, as if they did. */
  public static List<SessionSummary> around(String zone, LocalDate day, int step, int turn) {
    return around(zone, day.atTime(2, 0), Duration.ofHours(1), step, turn);
  }

  public static SessionSummary stored(
      String code, String zone, LocalDate first, LocalDate last, LocalTime start, LocalTime end) {
    return stored(code, zone, plan(first, last, start, end));
  }

  public static SessionSummary stored(String code, String zone, Slots slots) {
    TimeSlot any = slots.list().get(0);
    return stored(code, zone, plan(any.day(), any.day(), any.start(), any.end()).withSlots(slots));
  }

  private static SessionPlan plan(LocalDate first, LocalDate last, LocalTime start, LocalTime end) {
    return new SessionPlan(
        1L, first, last, start, end, "Academy", "", 20, List.of("en"), Chain.NONE, null, false);
  }

  private static SessionSummary stored(String code, String zone, SessionPlan plan) {
    Session session = Session.draft(code, centre(zone), COURSE, plan, NOW);
    session.publish(NOW);
    return new SessionSummary(session.facts(), TITLE, Occupancy.NOBODY);
  }

  private static CentreSummary centre(String zone) {
    LocalName name = new LocalName("C", "C", "C", "C", "C", "C");
    return new CentreSummary(
        "DEMO", "RTC", "EUR", "XN", "City", 0, 0, zone, "en", null, name, true);
  }
}
