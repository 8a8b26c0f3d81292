package org.portolan.nomination;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.SchemaReady;

/**
 * An administration of the demo world has a list for a session that selects, and asks for seats
 * whose names it will give later; written once.
 */
@ApplicationScoped
class DemoNominations {
  private static final String MEMBER = "XN";
  private static final String SESSION = "DEMO-S-142";
  private static final String REASON =
      "Deux bureaux de frontière passent au dédouanement intégré ; ils doivent mesurer leurs délais.";
  private static final String WORDS = "Dirige l’équipe qui mesurera les délais.";

  @PersistenceContext private EntityManager entities;
  @Inject private Installation installation;

  @Transactional
  void load(@Observes @Priority(516) SchemaReady ready) {
    if (!installation.demo() || any()) {
      return;
    }
    entities
        .createNativeQuery(
            "INSERT INTO nomination (session_id, member_code, reason, unnamed, names_until,"
                + " unnamed_state, version) SELECT s.id, ?1, ?2, 2,"
                + " s.first_day - INTERVAL 21 DAY, 'asked', 1 FROM training_session s"
                + " WHERE s.code = ?3")
        .setParameter(1, MEMBER)
        .setParameter(2, REASON)
        .setParameter(3, SESSION)
        .executeUpdate();
    entities
        .createNativeQuery(
            "INSERT INTO nominee (nomination_id, person_id, place, alternate, words)"
                + " SELECT n.id, p.id, CASE WHEN p.rank_no = 3 THEN 1 ELSE p.rank_no END,"
                + " p.rank_no = 3, ?1 FROM nomination n JOIN"
                + " (SELECT id, ROW_NUMBER() OVER (ORDER BY code) rank_no FROM person"
                + " WHERE member_code = ?2 AND code LIKE 'DEMO-P-%') p ON p.rank_no <= 3")
        .setParameter(1, WORDS)
        .setParameter(2, MEMBER)
        .executeUpdate();
  }

  private boolean any() {
    return !entities
        .createNativeQuery("SELECT id FROM nomination")
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
