package org.portolan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.catalog.ComingSession;
import org.portolan.catalog.ComingSessions;

/** Tells the catalogue which sessions its courses have ahead of them: two statements for a list. */
@ApplicationScoped
class CourseSessions implements ComingSessions {
  @Inject private SessionRepository sessions;
  @Inject private CalendarService calendar;
  @Inject private Clock clock;

  @Override
  @Transactional
  public Map<Long, List<ComingSession>> coming(Collection<Long> courseIds) {
    return withSeats(sessions.coming(courseIds, clock.instant()))
        .collect(
            Collectors.groupingBy(
                ComingSession::courseId, LinkedHashMap::new, Collectors.toList()));
  }

  @Override
  @Transactional
  public List<ComingSession> ahead(long courseId) {
    return withSeats(sessions.ahead(courseId, clock.instant())).toList();
  }

  @Override
  @Transactional
  public Map<Long, ComingSession> next(Collection<Long> courseIds) {
    return withSeats(sessions.nextOfEach(courseIds, clock.instant()))
        .collect(
            Collectors.toMap(
                ComingSession::courseId,
                next -> next,
                (first, later) -> first.closed() && !later.closed() ? later : first));
  }

  @Override
  @Transactional
  public Map<Long, Instant> starts() {
    Map<Long, Instant> starts = new HashMap<>(sessions.nextStarts(clock.instant()));
    // after all that begins, before what nobody can begin
    sessions.standingCourses().forEach(course -> starts.putIfAbsent(course, Timing.NEVER));
    return starts;
  }

  private Stream<ComingSession> withSeats(List<Session> found) {
    Instant now = clock.instant();
    Map<Long, Occupancy> taken = calendar.occupancy(found.stream().map(Session::id).toList());
    return found.stream()
        .map(
            session ->
                coming(session.facts(), now, taken.getOrDefault(session.id(), Occupancy.NOBODY)));
  }

  private static ComingSession coming(SessionFacts facts, Instant now, Occupancy taken) {
    return new ComingSession(
        facts.id(),
        facts.courseId(),
        facts.code(),
        facts.standing(),
        facts.centreCode(),
        facts.firstDay(),
        facts.lastDay(),
        facts.applyBy(),
        facts.closedAt(now),
        facts.place().venue(),
        facts.place().room(),
        facts.languages(),
        facts.online(),
        facts.seats(),
        Math.max(0, facts.seats() - taken.taken()),
        taken.entry());
  }
}
