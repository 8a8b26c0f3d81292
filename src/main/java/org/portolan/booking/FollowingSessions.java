package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portolan.booking.BookingRepository.Row;
import org.portolan.booking.DisplacedLetters.Lost;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionCancelled;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionMoved;
import org.portolan.calendar.SessionRestored;
import org.portolan.calendar.SessionState;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.Scope;

/**
 * Bookings go where their session goes. Where somebody else has the resource there they are
 * displaced: they stay for all to see, without any time, until the centre, which gets a letter,
 * books something else. A cancelled session gives all of its times back in the same way.
 */
@ApplicationScoped
class FollowingSessions {
  @Inject private CalendarService calendar;
  @Inject private ResourceRepository resources;
  @Inject private BookingRepository bookings;
  @Inject private Checks checks;
  @Inject private Places places;
  @Inject private FreedAgain freed;
  @Inject private DisplacedLetters letters;
  @Inject private AuditTrail audit;

  @Transactional(Transactional.TxType.MANDATORY)
  void moved(@Observes SessionMoved event) {
    follow(event.sessionId());
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void cancelled(@Observes SessionCancelled event) {
    follow(event.sessionId());
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void restored(@Observes SessionRestored event) {
    follow(event.sessionId());
  }

  private void follow(long sessionId) {
    List<Row> rows = bookings.ofSessions(List.of(sessionId));
    if (rows.isEmpty()) {
      return;
    }
    SessionFacts session = calendar.held(sessionId).orElseThrow();
    boolean takesPlace = session.dated() && session.state() != SessionState.CANCELLED;
    Map<Long, ResourceSummary> of = new HashMap<>();
    resources
        .list(rows.stream().map(Row::resource).toList())
        .forEach(each -> of.put(each.id(), each.summary()));
    Set<Long> roots =
        of.values().stream()
            .map(ResourceSummary::root)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Long> waiting = freed.holdFree(roots);
    waiting.remove(sessionId);
    List<Lost> lost = new ArrayList<>();
    for (Row row : rows) {
      ResourceSummary resource = of.get(row.resource());
      List<Span> spans =
          takesPlace ? SessionSpans.of(session, row.setup(), row.clear()) : List.of();
      List<Conflict> others =
          checks.conflicts(resource, row.amount(), spans, row.id(), Language.EN).stream()
              .filter(conflict -> conflict.level() == ConflictLevel.BLOCK)
              .toList();
      boolean free = others.isEmpty();
      bookings.keepTimes(row.id(), resource.id(), row.amount(), free ? spans : List.of());
      if (takesPlace && !free) {
        // what was lost before was told then
        if (row.held()) {
          lost.add(new Lost(resource, others));
        }
        audit
            .entry("session.resource-displaced", Bookings.KIND, sessionId)
            .scope(Scope.centre(session.centreCode()))
            .change("resource", resource.toldAs(), null)
            .write();
      }
    }
    places.follow(List.of(sessionId));
    if (!lost.isEmpty()) {
      letters.tell(session, lost);
    }
    freed.takeUp(waiting, roots);
  }
}
