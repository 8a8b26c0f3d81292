package org.portolan.enrolment;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.SchemaReady;

/**
 * What came of the sessions of the demo world that are over, once: nearly all completed them, and
 * the trainee as whom its visitors sign in did. What their courses give is theirs.
 */
@ApplicationScoped
class DemoResults {
  @PersistenceContext private EntityManager entities;
  @Inject private Installation installation;
  @Inject private Clock clock;

  @Transactional
  void load(@Observes @Priority(510) SchemaReady ready) {
    if (!installation.demo() || any()) {
      return;
    }
    entities
        .createNativeQuery(
            "INSERT INTO completion (person_id, course_id, session_id, result, on_day, marked_at)"
                + " SELECT a.person_id, s.course_id, s.id, CASE WHEN p.code = 'DEMO-P-0001'"
                + " THEN 'completed' WHEN MOD(a.id, 11) = 7 THEN 'absent' WHEN MOD(a.id, 11) = 3"
                + " THEN 'not-completed' ELSE 'completed' END,"
                + " s.last_day, s.ends_at FROM application a"
                + " JOIN person p ON p.id = a.person_id"
                + " JOIN training_session s ON s.id = a.session_id"
                + " WHERE a.state = 'approved' AND s.state = 'published' AND s.ends_at < ?1"
                + " ORDER BY a.id")
        .setParameter(1, SeatBooks.moment(clock.instant()))
        .executeUpdate();
    entities
        .createNativeQuery(
            "INSERT INTO attainment (person_id, competency_code, source, level, evidence, on_day,"
                + " recorded_at, in_force, asked) SELECT c.person_id, g.competency_code, 'course',"
                + " g.level, s.code, c.on_day, c.marked_at, 1, 0 FROM completion c"
                + " JOIN course_competency g ON g.course_id = c.course_id"
                + " JOIN training_session s ON s.id = c.session_id WHERE c.result = 'completed'"
                + " ORDER BY c.id, g.competency_code")
        .executeUpdate();
  }

  private boolean any() {
    return !entities
        .createNativeQuery("SELECT id FROM completion")
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
