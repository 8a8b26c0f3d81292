package org.portolan.calendar.web;

import static org.portolan.calendar.web.DavElement.CALDAV;

import java.util.Optional;
import java.util.function.Predicate;
import org.portolan.calendar.SessionFacts;

/**
 * The filter of a calendar-query (RFC 4791, 9.7): which kind of component, and when. What is in
 * single properties is not asked here, and said to be unsupported.
 */
final class DavQuery {
  private DavQuery() {}

  /** Something that a query asks and that is not answered here. */
  static final class Unsupported extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static Predicate<SessionFacts> of(DavElement query) throws Unsupported, DavElement.Unreadable {
    DavElement calendar =
        query
            .first(CALDAV, "filter")
            .flatMap(filter -> filter.first(CALDAV, "comp-filter"))
            .orElseThrow(() -> new DavElement.Unreadable("A query has a filter."));
    if (!"VCALENDAR".equals(calendar.attribute("name"))) {
      return session -> absent(calendar);
    }
    return parts(calendar);
  }

  private static Predicate<SessionFacts> parts(DavElement calendar)
      throws Unsupported, DavElement.Unreadable {
    Predicate<SessionFacts> all = session -> !absent(calendar);
    for (DavElement part : calendar.children()) {
      if (part.is(CALDAV, "comp-filter")) {
        all = all.and(component(part));
      } else if (!part.is(CALDAV, "is-not-defined")) {
        throw new Unsupported();
      }
    }
    return all;
  }

  private static Predicate<SessionFacts> component(DavElement part)
      throws Unsupported, DavElement.Unreadable {
    if (!"VEVENT".equals(part.attribute("name"))) {
      // tasks, journals: there are none
      return session -> absent(part);
    }
    Optional<DavElement> range = part.first(CALDAV, "time-range");
    for (DavElement child : part.children()) {
      if (!child.is(CALDAV, "time-range") && !child.is(CALDAV, "is-not-defined")) {
        throw new Unsupported();
      }
    }
    if (absent(part)) {
      return session -> false;
    }
    if (range.isEmpty()) {
      return session -> true;
    }
    DavRange wanted = DavRange.of(range.get());
    return session -> wanted.meetsAny(session.days());
  }

  private static boolean absent(DavElement part) {
    return part.first(CALDAV, "is-not-defined").isPresent();
  }
}
