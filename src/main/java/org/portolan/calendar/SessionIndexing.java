package org.portolan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.portolan.platform.search.ChangeLog;

/**
 * Has a session found as it is now, once the transaction that changed it is through: its place in
 * the table of changes is part of that transaction.
 */
@ApplicationScoped
class SessionIndexing {
  private static final String KIND = "session";

  @PersistenceContext private EntityManager entities;

  void changed(long sessionId) {
    entities
        .createNativeQuery(ChangeLog.INSERT)
        .setParameter(1, KIND)
        .setParameter(2, sessionId)
        .executeUpdate();
  }
}
