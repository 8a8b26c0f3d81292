package org.portolan.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Files on their way, in the database. */
@ApplicationScoped
class UploadRows {
  @PersistenceContext private EntityManager entities;

  void add(Upload upload) {
    entities.persist(upload);
    entities.flush();
  }

  void remove(Upload upload) {
    entities.remove(upload);
  }

  Optional<Upload> find(String id) {
    return Optional.ofNullable(entities.find(Upload.class, id));
  }

  /** For whoever brings a piece: the next one waits here and then reads what was written. */
  Optional<Upload> lock(String id) {
    return Optional.ofNullable(entities.find(Upload.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  List<Upload> of(long person) {
    return entities
        .createQuery(
            "select u from Upload u where u.begunBy = :person order by u.touchedAt desc, u.id",
            Upload.class)
        .setParameter("person", person)
        .getResultList();
  }

  List<Upload> untouchedSince(Instant before, int most) {
    return entities
        .createQuery(
            "select u from Upload u where u.touchedAt < :before order by u.touchedAt", Upload.class)
        .setParameter("before", before)
        .setMaxResults(most)
        .getResultList();
  }

  /** One person at a time begins files, so that they are counted right. */
  void lockPerson(long person) {
    entities
        .createNativeQuery("SELECT id FROM person WHERE id = ?1 FOR UPDATE")
        .setParameter(1, person)
        .getResultList();
  }

  void move(long stays, long goes) {
    entities
        .createNativeQuery("UPDATE attachment_upload SET begun_by = ?1 WHERE begun_by = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
  }
}
