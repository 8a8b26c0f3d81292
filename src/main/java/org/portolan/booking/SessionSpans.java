package org.portolan.booking;

import java.util.ArrayList;
import java.util.List;
import org.portolan.calendar.HeldDay;
import org.portolan.calendar.SessionFacts;

/** For which times a session takes what it books. */
final class SessionSpans {
  private SessionSpans() {}

  /**
   * One for each slot, with so many minutes before and after, so that what is booked is free
   * between them and on a day without any; those that meet are one. None where it has no days.
   */
  static List<Span> of(SessionFacts session, int setup, int clear) {
    List<Span> spans = new ArrayList<>();
    for (HeldDay day : session.days()) {
      Span next = new Span(day.startsAt(), day.endsAt()).with(setup, clear);
      int latest = spans.size() - 1;
      if (latest >= 0 && next.from().isBefore(spans.get(latest).until())) {
        Span before = spans.get(latest);
        spans.set(
            latest,
            new Span(
                before.from(),
                before.until().isAfter(next.until()) ? before.until() : next.until()));
      } else {
        spans.add(next);
      }
    }
    return spans;
  }
}
