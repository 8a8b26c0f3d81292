package org.portolan.interest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.SchemaReady;

/** Some people of the demo world would come to its session without days; said once. */
@ApplicationScoped
class DemoInterests {
  @PersistenceContext private EntityManager entities;
  @Inject private Installation installation;
  @Inject private Clock clock;

  @Transactional
  void load(@Observes @Priority(515) SchemaReady ready) {
    if (!installation.demo() || any()) {
      return;
    }
    entities
        .createNativeQuery(
            "INSERT INTO session_interest (session_id, person_id, said_at) SELECT s.id, p.id, ?1"
                + " FROM training_session s JOIN person p ON p.member_code IS NOT NULL"
                + " WHERE s.timing = 'undated' AND s.state = 'published'"
                + " AND s.code LIKE 'DEMO-%' AND p.code LIKE 'DEMO-P-%' AND MOD(p.id, 13) = 5")
        .setParameter(1, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .executeUpdate();
  }

  private boolean any() {
    return !entities
        .createNativeQuery("SELECT session_id FROM session_interest")
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
