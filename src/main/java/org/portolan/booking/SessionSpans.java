package org.portolan.booking;

import java.util.List;
import org.portolan.calendar.SessionFacts;

/** For which times a session takes what it books. */
final class SessionSpans {
  private SessionSpans() {}

  /** One for each day, with so many minutes before and after; none where it has no days. */
  static List<Span> of(SessionFacts session, int setup, int clear) {
    return session.days().stream()
        .map(day -> new Span(day.startsAt(), day.endsAt()).with(setup, clear))
        .toList();
  }
}
