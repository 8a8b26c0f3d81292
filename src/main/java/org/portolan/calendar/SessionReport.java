package org.portolan.calendar;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a centre says of a session that is over. Any part may be missing or wrong; {@link #problems}
 * says what.
 *
 * @param held whether it took place; null where that was not said
 * @param participants how many took part; null where it did not take place, or was not said
 */
public record SessionReport(Boolean held, Integer participants, String remarks) {
  private static final int MOST = 100_000;
  private static final int LONGEST = 2000;

  public SessionReport {
    remarks = remarks == null ? "" : remarks.strip();
    if (Boolean.FALSE.equals(held)) {
      participants = null;
    }
  }

  /** By field: the key of a text each. */
  public Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    if (held == null) {
      problems.put("held", "calendar.problem.report.held");
    } else if (held && (participants == null || participants < 0 || participants > MOST)) {
      problems.put("participants", "calendar.problem.report.participants");
    } else if (!held && remarks.isEmpty()) {
      problems.put("remarks", "calendar.problem.report.why");
    }
    if (remarks.length() > LONGEST) {
      problems.put("remarks", "calendar.problem.long");
    }
    return problems;
  }
}
