package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Requests for erasure in the database. */
@ApplicationScoped
class ErasureRepository {
  private static final int MOST = 500;

  @PersistenceContext private EntityManager entities;

  void add(ErasureRequest request) {
    entities.persist(request);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  List<ErasureRequest> listAsked(long personId) {
    return entities
        .createQuery(
            "select r from ErasureRequest r where r.personId = :person and r.state = 'asked'"
                + " order by r.id",
            ErasureRequest.class)
        .setParameter("person", personId)
        .getResultList();
  }

  /** Those that wait, the next to come due first. */
  List<ErasureRequest> listAsked() {
    return entities
        .createQuery(
            "select r from ErasureRequest r where r.state = 'asked' order by r.dueAt, r.id",
            ErasureRequest.class)
        .setMaxResults(MOST)
        .getResultList();
  }

  List<Long> listDue(Instant now) {
    return entities
        .createQuery(
            "select r.personId from ErasureRequest r where r.state = 'asked' and r.dueAt <= :now"
                + " order by r.dueAt, r.id",
            Long.class)
        .setParameter("now", now)
        .setMaxResults(MOST)
        .getResultList();
  }
}
