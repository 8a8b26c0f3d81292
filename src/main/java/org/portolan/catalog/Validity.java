package org.portolan.catalog;

import java.time.LocalDate;

/**
 * The days within which sessions of a course are held: a nomenclature comes into force and is
 * replaced, a programme is paid for until a day. Open at an end where no day is named.
 */
public record Validity(LocalDate from, LocalDate until) {
  public static final Validity ALWAYS = new Validity(null, null);

  /** Whether a session may begin on this day. */
  public boolean mayBegin(LocalDate firstDay) {
    return from == null || !firstDay.isBefore(from);
  }

  /** Whether a session may end on this day. */
  public boolean mayEnd(LocalDate lastDay) {
    return until == null || !lastDay.isAfter(until);
  }

  /** Whether it names a day at all. */
  public boolean limited() {
    return from != null || until != null;
  }

  /** Whether a session lies within it; one without days does. */
  boolean holds(ComingSession session) {
    return !session.dated() || mayBegin(session.firstDay()) && mayEnd(session.lastDay());
  }
}
