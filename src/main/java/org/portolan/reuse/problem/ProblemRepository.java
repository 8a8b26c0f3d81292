package org.portolan.reuse.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Problems in the database. */
@ApplicationScoped
class ProblemRepository {
  private static final int MOST = 200;

  @PersistenceContext private EntityManager entities;

  void add(PracticeProblem problem) {
    entities.persist(problem);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  Optional<PracticeProblem> lock(long id) {
    return Optional.ofNullable(
        entities.find(PracticeProblem.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Those that are not settled, the longest told first. */
  List<PracticeProblem> open(Collection<String> regions) {
    return entities
        .createQuery(
            "select p from PracticeProblem p where p.regionCode in :regions"
                + " and p.settledAt is null order by p.toldAt, p.id",
            PracticeProblem.class)
        .setParameter("regions", regions)
        .setMaxResults(MOST)
        .getResultList();
  }

  long countToldSince(long person, Instant since) {
    return entities
        .createQuery(
            "select count(p) from PracticeProblem p where p.personId = :person"
                + " and p.toldAt > :since",
            Long.class)
        .setParameter("person", person)
        .setParameter("since", since)
        .getSingleResult();
  }

  void forget(long person) {
    entities
        .createNativeQuery("UPDATE practice_problem SET person_id = NULL WHERE person_id = ?1")
        .setParameter(1, person)
        .executeUpdate();
  }

  void move(long stays, long goes) {
    for (String column : List.of("person_id", "settled_by")) {
      entities
          .createNativeQuery(
              "UPDATE practice_problem SET " + column + " = ?1 WHERE " + column + " = ?2")
          .setParameter(1, stays)
          .setParameter(2, goes)
          .executeUpdate();
    }
  }
}
