package org.portolan.reuse;

import java.time.YearMonth;
import org.portolan.knowledge.PracticePlace;
import org.portolan.platform.web.TypedText;

/**
 * What somebody writes of the use of a practice, as it was typed.
 *
 * @param month empty where only the year is said
 * @param words what was adapted, what came of it, in which figures; Markdown
 */
public record UseReport(String year, String month, String words) {
  public static final int LONGEST = 4_000;

  /** The same where nothing is wrong with it. */
  record Checked(int year, Integer month, String words) {}

  /**
   * @param member of whoever reports, or null
   */
  Checked check(PracticePlace practice, String member, YearMonth today) throws InvalidUse {
    if (member == null) {
      throw new InvalidUse("member");
    }
    if (member.equals(practice.memberCode())) {
      throw new InvalidUse("own");
    }
    int usedYear = number(year, 4, "year");
    if (usedYear < practice.year() || usedYear > today.getYear()) {
      throw new InvalidUse("year");
    }
    Integer usedMonth = month.isEmpty() ? null : Integer.valueOf(number(month, 2, "month"));
    if (usedMonth != null
        && (usedMonth < 1 || usedMonth > 12 || YearMonth.of(usedYear, usedMonth).isAfter(today))) {
      throw new InvalidUse("month");
    }
    String text = TypedText.of(words);
    if (text.isEmpty()) {
      throw new InvalidUse("words");
    }
    if (text.length() > LONGEST) {
      throw new InvalidUse("long");
    }
    return new Checked(usedYear, usedMonth, text);
  }

  private static int number(String typed, int digits, String problem) throws InvalidUse {
    if (!typed.matches("[0-9]{1," + digits + "}")) {
      throw new InvalidUse(problem);
    }
    return Integer.parseInt(typed);
  }
}
