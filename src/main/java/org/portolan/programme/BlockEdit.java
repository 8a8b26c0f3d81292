package org.portolan.programme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.portolan.calendar.TrainingYear;
import org.portolan.platform.web.TypedLine;

/**
 * What somebody says of days on which a centre cannot hold sessions. Any part may be missing or
 * wrong; {@link #problems} says what.
 */
public record BlockEdit(String kind, LocalDate firstDay, LocalDate lastDay, String words) {
  private static final int LONGEST_DAYS = 366;
  private static final int LONGEST_WORDS = 200;

  public BlockEdit {
    words = TypedLine.of(words).replaceAll("\\s+", " ");
  }

  /** By field: the key of a text each. */
  Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    if (BlockKind.of(kind).isEmpty()) {
      problems.put("kind", "programme.problem.kind");
    }
    if (firstDay == null || !TrainingYear.of(firstDay).shown()) {
      problems.put("firstDay", "programme.problem.day");
    }
    if (lastDay == null || !TrainingYear.of(lastDay).shown()) {
      problems.put("lastDay", "programme.problem.day");
    } else if (firstDay != null && lastDay.isBefore(firstDay)) {
      problems.put("lastDay", "programme.problem.order");
    } else if (firstDay != null && ChronoUnit.DAYS.between(firstDay, lastDay) >= LONGEST_DAYS) {
      problems.put("lastDay", "programme.problem.long");
    }
    if (words.isEmpty() || words.length() > LONGEST_WORDS) {
      problems.put("words", "programme.problem.words");
    }
    return problems;
  }
}
