package org.portolan.reuse.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Comments in the database. */
@ApplicationScoped
class CommentRepository {
  /** More than a page is read through. */
  private static final int MOST = 500;

  @PersistenceContext private EntityManager entities;

  void add(PracticeComment comment) {
    entities.persist(comment);
    entities.flush();
  }

  Optional<PracticeComment> find(long id) {
    return Optional.ofNullable(entities.find(PracticeComment.class, id));
  }

  Optional<PracticeComment> lock(long id) {
    return Optional.ofNullable(
        entities.find(PracticeComment.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  void flush() {
    entities.flush();
  }

  List<PracticeComment> ofPractice(long practice) {
    return entities
        .createQuery(
            "select c from PracticeComment c where c.practiceId = :practice"
                + " order by c.saidAt, c.id",
            PracticeComment.class)
        .setParameter("practice", practice)
        .setMaxResults(MOST)
        .getResultList();
  }

  long countShown(long practice) {
    return entities
        .createQuery(
            "select count(c) from PracticeComment c where c.practiceId = :practice"
                + " and c.withdrawnAt is null and c.hiddenAt is null",
            Long.class)
        .setParameter("practice", practice)
        .getSingleResult();
  }

  /** By code of the practice; one without any is missing. */
  Map<String, Integer> countShown(Collection<String> codes) {
    Map<String, Integer> counts = new HashMap<>();
    if (!codes.isEmpty()) {
      entities
          .createQuery(
              "select p.code, count(c) from PracticeComment c, Practice p"
                  + " where p.id = c.practiceId and p.code in :codes"
                  + " and c.withdrawnAt is null and c.hiddenAt is null group by p.code",
              Object[].class)
          .setParameter("codes", codes)
          .getResultList()
          .forEach(row -> counts.put((String) row[0], ((Number) row[1]).intValue()));
    }
    return counts;
  }

  long countSaidSince(long person, Instant since) {
    return entities
        .createQuery(
            "select count(c) from PracticeComment c where c.personId = :person"
                + " and c.saidAt > :since",
            Long.class)
        .setParameter("person", person)
        .setParameter("since", since)
        .getSingleResult();
  }

  /** Whether somebody said the same in the same place since a moment: their form came twice. */
  boolean saidSince(long practice, Long parent, long person, String words, Instant since) {
    return entities
        .createQuery(
            "select c from PracticeComment c where c.practiceId = :practice"
                + " and c.personId = :person and c.saidAt > :since",
            PracticeComment.class)
        .setParameter("practice", practice)
        .setParameter("person", person)
        .setParameter("since", since)
        .getResultList()
        .stream()
        .anyMatch(each -> each.words().equals(words) && Objects.equals(each.parentId(), parent));
  }

  void eraseAllOf(long person, LocalDateTime now) {
    entities
        .createNativeQuery(
            "UPDATE practice_comment SET words = '', hidden_reason = '',"
                + " withdrawn_at = COALESCE(withdrawn_at, ?2) WHERE person_id = ?1")
        .setParameter(1, person)
        .setParameter(2, now)
        .executeUpdate();
  }

  void move(long stays, long goes) {
    for (String column : List.of("person_id", "hidden_by")) {
      entities
          .createNativeQuery(
              "UPDATE practice_comment SET " + column + " = ?1 WHERE " + column + " = ?2")
          .setParameter(1, stays)
          .setParameter(2, goes)
          .executeUpdate();
    }
  }
}
