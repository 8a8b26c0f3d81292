package org.portolan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    List<Session> found = sessions.coming(courseIds, clock.instant());
    Map<Long, Integer> taken = calendar.taken(found.stream().map(Session::id).toList());
    Map<Long, List<ComingSession>> byCourse = new LinkedHashMap<>();
    for (Session session : found) {
      SessionFacts facts = session.facts();
      byCourse
          .computeIfAbsent(facts.courseId(), id -> new ArrayList<>())
          .add(
              new ComingSession(
                  facts.id(),
                  facts.courseId(),
                  facts.code(),
                  facts.centreCode(),
                  facts.firstDay(),
                  facts.lastDay(),
                  facts.venue(),
                  facts.room(),
                  facts.languages(),
                  facts.online(),
                  facts.seats(),
                  Math.max(0, facts.seats() - taken.getOrDefault(facts.id(), 0))));
    }
    return byCourse;
  }
}
