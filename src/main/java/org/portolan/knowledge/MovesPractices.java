package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import org.portolan.people.MovesPerson;

/** The practices that a person wrote, drafts among them. */
@ApplicationScoped
class MovesPractices implements MovesPerson {
  @PersistenceContext private EntityManager entities;

  @Override
  public Set<String> columns() {
    return Set.of("practice.author_id");
  }

  @Override
  public void move(long stays, long goes) {
    entities
        .createNativeQuery("UPDATE practice SET author_id = ?1 WHERE author_id = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
  }
}
