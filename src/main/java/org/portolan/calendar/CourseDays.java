package org.portolan.calendar;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.portolan.catalog.Validity;

/** Whether a session lies within the days of its course. */
record CourseDays(Validity validity) {
  /** What is wrong, by field: the key of a text each. What has no days lies within all. */
  Map<String, String> problems(LocalDate firstDay, LocalDate lastDay) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (firstDay != null && !validity.mayBegin(firstDay)) {
      problems.put("firstDay", "calendar.problem.validity.from");
    }
    if (lastDay != null && !validity.mayEnd(lastDay)) {
      problems.put("lastDay", "calendar.problem.validity.until");
    }
    return problems;
  }

  void require(LocalDate firstDay, LocalDate lastDay) {
    refuse(problems(firstDay, lastDay));
  }

  /** The same for a copy, of which nothing but the first day is typed. */
  void requireOfCopy(SessionPlan plan) {
    Map<String, String> problems = new LinkedHashMap<>();
    problems(plan.firstDay(), plan.lastDay())
        .values()
        .forEach(problem -> problems.putIfAbsent("firstDay", problem));
    refuse(problems);
  }

  private void refuse(Map<String, String> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidPlan(problems, validity);
    }
  }
}
