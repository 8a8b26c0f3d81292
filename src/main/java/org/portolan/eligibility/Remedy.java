package org.portolan.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What would make somebody meet a condition.
 *
 * @param condition that is not met, which says of what it speaks
 * @param has what they have instead: a level, a job; or empty
 * @param day from which it is met, or when a course was completed; or null
 * @param others sessions that stand in the way
 */
public record Remedy(
    Kind kind, Condition condition, String has, LocalDate day, List<Engagement> others) {

  /** What there is to do. */
  public enum Kind {
    /** Nobody confirmed it: take a course that gives the competency, or state it. */
    LEARN,
    /** They state it themselves: their administration can confirm it. */
    CONFIRM,
    COMPLETE,
    /** It was completed, but too long ago. */
    REPEAT,
    SAY_SINCE,
    WAIT,
    SAY_LANGUAGE,
    IMPROVE,
    SAY_JOB,
    OTHER_JOB,
    /** The session is for others: nothing helps. */
    OTHERS,
    TAKE_BACK,
    NEXT_YEAR;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Remedy simple(Kind kind, Condition condition) {
    return new Remedy(kind, condition, "", null, List.of());
  }

  static Remedy has(Kind kind, Condition condition, String has) {
    return new Remedy(kind, condition, has, null, List.of());
  }

  static Remedy day(Kind kind, Condition condition, LocalDate day) {
    return new Remedy(kind, condition, "", day, List.of());
  }

  static Remedy others(Kind kind, Condition condition, List<Engagement> others, LocalDate day) {
    return new Remedy(kind, condition, "", day, others);
  }
}
