package org.portolan.calendar;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.portolan.catalog.CourseFacts;
import org.portolan.catalog.Mode;

/** Whether a session has days, gets them later, or never does. */
public enum Timing {
  /** Held on certain days; applications end when it begins. */
  DATED,
  /** A self-paced course that anybody begins when they like: no days, no bound of seats. */
  STANDING,
  /** Announced before its days are known; collects interest, takes no applications. */
  UNDATED;

  /**
   * When what never begins would begin: the last year of which the database keeps moments. For
   * rules that ask for a beginning.
   */
  public static final Instant NEVER = Instant.parse("2037-12-31T00:00:00Z");

  /** Seats of what has no bound: more than anybody will ask for. */
  public static final int UNBOUNDED = 1_000_000;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether sessions of a course can be so: what has no days at all is taken by oneself. */
  boolean suits(CourseFacts course) {
    return this != STANDING || course.mode().equals(Mode.SELF_PACED.code());
  }

  /** The timing of this code, if there is one. */
  public static Optional<Timing> of(String code) {
    return Arrays.stream(values()).filter(timing -> timing.code().equals(code)).findFirst();
  }
}
