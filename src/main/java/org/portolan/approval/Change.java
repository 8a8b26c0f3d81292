package org.portolan.approval;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What can be another after somebody agreed, and whom of them it concerns: this table is the rule.
 * Titles, descriptions, rooms and numbers of seats are not in it, as nobody agrees to them.
 */
public enum Change {
  /** Why the officer wants it: those who judge by it. */
  MOTIVATION(Approver.COORDINATOR, Approver.CENTRE),
  /** Who leads the officer: the one who leads them now has said nothing yet. */
  SUPERVISOR(Approver.SUPERVISOR),
  /** The days: whoever does without the officer on them. */
  DAYS(Approver.SUPERVISOR, Approver.COORDINATOR),
  /** Times of day on the same days: nobody, but those who come are told. */
  HOURS,
  /** The place: who sends the officer there, and who pays the journey. */
  PLACE(Approver.COORDINATOR, Approver.DONOR),
  /** Online or in a room: the same. */
  MODE(Approver.COORDINATOR, Approver.DONOR),
  /** The languages: the centre, which selects those who speak them. */
  LANGUAGES(Approver.CENTRE),
  /** Who pays: those who pay now, and who would pay else. */
  PAYER(Approver.COORDINATOR, Approver.DONOR);

  private final Set<Approver> concerned;

  Change(Approver... concerned) {
    this.concerned = EnumSet.noneOf(Approver.class);
    this.concerned.addAll(Arrays.asList(concerned));
  }

  public boolean concerns(Approver approver) {
    return concerned.contains(approver);
  }

  /** Whether it is the session that changed, else the application. */
  public boolean ofSession() {
    return this != MOTIVATION && this != SUPERVISOR;
  }

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public static Change of(String code) {
    return valueOf(code.toUpperCase(java.util.Locale.ROOT));
  }
}
