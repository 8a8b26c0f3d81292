package org.portolan.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a copy of a session lies in time: all its days by so many days, times of day as they are on
 * the clocks of the centre. What has no days is copied without any.
 */
record Shift(SessionFacts of, long days) {
  private static final long FARTHEST = 36_600;

  /**
   * From what somebody asked for: a new first day, or a number of days.
   *
   * @throws InvalidPlan when neither was given, or both and they are not the same
   */
  static Shift asked(SessionFacts of, LocalDate firstDay, Long days) {
    if (!of.dated()) {
      return new Shift(of, 0);
    }
    if (firstDay == null && days == null) {
      throw new InvalidPlan(Map.of("firstDay", "calendar.problem.copy.none"));
    }
    if (firstDay != null && SessionPlan.outside(firstDay)) {
      throw new InvalidPlan(Map.of("firstDay", "calendar.problem.years"));
    }
    if (days != null && Math.abs(days) > FARTHEST) {
      throw new InvalidPlan(Map.of("days", "calendar.problem.years"));
    }
    long wanted = firstDay == null ? days : ChronoUnit.DAYS.between(of.firstDay(), firstDay);
    if (days != null && days != wanted) {
      throw new InvalidPlan(Map.of("days", "calendar.problem.copy.both"));
    }
    return new Shift(of, wanted);
  }

  /** What is wrong with it, by field. */
  Map<String, String> problems(LocalDate today) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (of.dated()) {
      Map<String, String> found = plan().problems();
      if (found.containsKey("firstDay") || found.containsKey("lastDay")) {
        problems.put("firstDay", "calendar.problem.years");
      } else if (!of.firstDay().plusDays(days).isAfter(today)) {
        problems.put("firstDay", "calendar.problem.copy.past");
      }
    }
    return problems;
  }

  /** The plan of the copy; a last day for applications that would be over already is left out. */
  SessionPlan plan(LocalDate today) {
    SessionPlan plan = plan();
    boolean over = plan.applyBy() != null && plan.applyBy().isBefore(today);
    return over ? plan.withApplyBy(null) : plan;
  }

  private SessionPlan plan() {
    return new SessionPlan(
        of.courseId(),
        of.timing(),
        of.dated() ? of.firstDay().plusDays(days) : null,
        of.dated() ? of.lastDay().plusDays(days) : null,
        of.applyBy() == null ? null : of.applyBy().plusDays(days),
        of.dayStart(),
        of.dayEnd(),
        of.slots().later(days),
        of.venue(),
        of.room(),
        of.seats(),
        List.of(of.languages().split(" ")),
        of.approval(),
        of.donor(),
        of.online());
  }

  /** Whether the same time of day is another time in the world: between them clocks change. */
  static boolean changesOffset(SessionFacts from, SessionFacts to) {
    return from.dated() && to.dated() && !offset(from).equals(offset(to));
  }

  static ZoneOffset offset(SessionFacts facts) {
    return ZoneId.of(facts.zone()).getRules().getOffset(facts.startsAt());
  }
}
