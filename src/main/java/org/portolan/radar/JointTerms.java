package org.portolan.radar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.portolan.calendar.SessionPlan;

/**
 * On what terms two centres would hold a session together. Any part may be missing or wrong; {@link
 * #problems} says what.
 *
 * @param lead code of the centre at which it is held
 * @param other code of the centre that holds it with them
 * @param leadSeats seats that the lead centre fills; the other centre fills its own
 * @param leadCost per cent of the cost that the lead centre bears, or null where words say it; one
 *     that could not be read is negative
 * @param costWords who bears what
 */
public record JointTerms(
    String lead,
    String other,
    LocalDate firstDay,
    LocalDate lastDay,
    Integer leadSeats,
    Integer otherSeats,
    Integer leadCost,
    String costWords,
    String note) {

  static final int LONGEST_WORDS = 500;
  static final int LONGEST_NOTE = 1000;
  private static final int MOST_SEATS = 2500;
  private static final int LONGEST_DAYS = 366;
  private static final int ALL = 100;

  public JointTerms {
    costWords = costWords == null ? "" : costWords.strip();
    note = note == null ? "" : note.strip();
  }

  /** What is wrong, by field: the key of a text each. */
  public Map<String, String> problems(LocalDate today) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (lead == null) {
      problems.put("lead", "radar.problem.lead");
    }
    if (other == null || other.equals(lead)) {
      problems.put("other", "radar.problem.other");
    }
    if (firstDay == null) {
      problems.put("firstDay", "radar.problem.day");
    } else if (SessionPlan.outside(firstDay)) {
      problems.put("firstDay", "calendar.problem.years");
    } else if (!firstDay.isAfter(today)) {
      problems.put("firstDay", "radar.problem.past");
    }
    if (lastDay == null) {
      problems.put("lastDay", "radar.problem.day");
    } else if (SessionPlan.outside(lastDay)) {
      problems.put("lastDay", "calendar.problem.years");
    } else if (firstDay != null
        && (lastDay.isBefore(firstDay)
            || ChronoUnit.DAYS.between(firstDay, lastDay) >= LONGEST_DAYS)) {
      problems.put("lastDay", "radar.problem.lastDay");
    }
    if (wrong(leadSeats)) {
      problems.put("leadSeats", "radar.problem.seats");
    }
    if (wrong(otherSeats)) {
      problems.put("otherSeats", "radar.problem.seats");
    }
    if (leadCost == null && costWords.isEmpty()) {
      problems.put("leadCost", "radar.problem.cost");
    } else if (leadCost != null && (leadCost < 0 || leadCost > ALL)) {
      problems.put("leadCost", "radar.problem.percent");
    }
    if (costWords.length() > LONGEST_WORDS) {
      problems.put("costWords", "radar.problem.long");
    }
    if (note.length() > LONGEST_NOTE) {
      problems.put("note", "radar.problem.long");
    }
    return problems;
  }

  private static boolean wrong(Integer seats) {
    return seats == null || seats < 1 || seats > MOST_SEATS;
  }
}
