package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portolan.booking.BookingRepository.Row;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.Scope;

/**
 * What was displaced is booked again when that which stood in its way is gone, the oldest booking
 * first, and its centre gets a letter. Sessions are held before places, as by everybody who books.
 */
@ApplicationScoped
class FreedAgain {
  @Inject private ResourceRepository resources;
  @Inject private BookingRepository bookings;
  @Inject private Checks checks;
  @Inject private Places places;
  @Inject private CalendarService calendar;
  @Inject private DisplacedLetters letters;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Sessions that wait for what lies together with these, for one who is about to free some of it.
   * They are held with one that frees it, and the places after them.
   *
   * @param session or null
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Set<Long> hold(Long session, Collection<Long> roots) {
    Set<Long> waiting = waiting(roots);
    Set<Long> all = new TreeSet<>(waiting);
    if (session != null) {
      all.add(session);
    }
    all.forEach(calendar::held);
    resources.lock(roots);
    return waiting;
  }

  /** The same for one who holds a session already, without those that somebody else has now. */
  @Transactional(Transactional.TxType.MANDATORY)
  Set<Long> holdFree(Collection<Long> roots) {
    Set<Long> held = calendar.heldWhereFree(waiting(roots));
    resources.lock(roots);
    return held;
  }

  private Set<Long> waiting(Collection<Long> roots) {
    Set<Long> waiting = new TreeSet<>();
    calendar
        .facts(bookings.displacedIn(roots).stream().map(Row::session).toList())
        .forEach(
            (id, facts) -> {
              if (ahead(facts)) {
                waiting.add(id);
              }
            });
    return waiting;
  }

  private boolean ahead(SessionFacts session) {
    return session.dated()
        && session.state() != SessionState.CANCELLED
        && session.endsAt().isAfter(clock.instant());
  }

  /** After something was freed; the sessions and places are held. */
  @Transactional(Transactional.TxType.MANDATORY)
  void takeUp(Set<Long> sessions, Collection<Long> roots) {
    if (sessions.isEmpty()) {
      return;
    }
    Map<Long, SessionFacts> facts = calendar.facts(sessions);
    List<Row> rows =
        bookings.displacedIn(roots).stream()
            .filter(row -> facts.containsKey(row.session()) && ahead(facts.get(row.session())))
            .toList();
    Map<Long, ResourceSummary> of =
        resources.list(rows.stream().map(Row::resource).distinct().toList()).stream()
            .map(Resource::summary)
            .collect(Collectors.toMap(ResourceSummary::id, each -> each));
    Map<Long, List<ResourceSummary>> taken = new TreeMap<>();
    for (Row row : rows) {
      ResourceSummary resource = of.get(row.resource());
      if (takesUp(row, resource, facts.get(row.session()))) {
        taken.computeIfAbsent(row.session(), any -> new ArrayList<>()).add(resource);
      }
    }
    if (!taken.isEmpty()) {
      places.follow(taken.keySet());
      taken.forEach((session, what) -> letters.tellAgain(facts.get(session), what));
    }
  }

  private boolean takesUp(Row row, ResourceSummary resource, SessionFacts session) {
    List<Span> spans = SessionSpans.of(session, row.setup(), row.clear());
    boolean met =
        checks.conflicts(resource, row.amount(), spans, row.id(), Language.EN).stream()
            .anyMatch(conflict -> conflict.level() == ConflictLevel.BLOCK);
    if (met || spans.isEmpty() || resource.retired()) {
      return false;
    }
    bookings.keepTimes(row.id(), resource.id(), row.amount(), spans);
    audit
        .entry("session.resource-regained", Bookings.KIND, session.id())
        .scope(Scope.centre(session.centreCode()))
        .change("resource", null, resource.toldAs())
        .write();
    return true;
  }
}
