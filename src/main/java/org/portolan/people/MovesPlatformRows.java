package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import org.portolan.platform.web.Idempotency;

/**
 * What the platform, which knows no persons, keeps of one: imports of theirs, and stored answers.
 */
@ApplicationScoped
class MovesPlatformRows implements MovesPerson {
  @PersistenceContext private EntityManager entities;
  @Inject private Idempotency idempotency;

  @Override
  public Set<String> columns() {
    return Set.of("exchange_import.person_id", "idempotency_key.person_id");
  }

  @Override
  public void move(long stays, long goes) {
    entities
        .createNativeQuery("UPDATE exchange_import SET person_id = ?1 WHERE person_id = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
    idempotency.forget(goes);
  }
}
