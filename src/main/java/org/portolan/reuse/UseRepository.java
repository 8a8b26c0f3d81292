package org.portolan.reuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said of the use of practices, in the database. */
@ApplicationScoped
class UseRepository {
  /** More than any page is looked through for. */
  private static final int MOST = 300;

  @PersistenceContext private EntityManager entities;

  /** False where somebody of the same administration reported the same meanwhile. */
  boolean add(PracticeUse use) {
    try {
      entities.persist(use);
      entities.flush();
      return true;
    } catch (PersistenceException taken) {
      // the unique key of practice, administration and year; the transaction is over with that
      return false;
    }
  }

  void remove(PracticeUse use) {
    entities.remove(use);
    entities.flush();
  }

  Optional<PracticeUse> find(long id) {
    return Optional.ofNullable(entities.find(PracticeUse.class, id));
  }

  boolean reported(long practice, String member, int year) {
    return entities
            .createQuery(
                "select count(u) from PracticeUse u where u.practiceId = :practice"
                    + " and u.memberCode = :member and u.year = :year",
                Long.class)
            .setParameter("practice", practice)
            .setParameter("member", member)
            .setParameter("year", year)
            .getSingleResult()
        > 0;
  }

  List<PracticeUse> ofPractice(long practice) {
    return entities
        .createQuery(
            "select u from PracticeUse u where u.practiceId = :practice"
                + " order by u.year desc, u.reportedAt desc, u.id desc",
            PracticeUse.class)
        .setParameter("practice", practice)
        .setMaxResults(MOST)
        .getResultList();
  }

  /** A use, and how many administrations used the practice in all. */
  List<Object[]> latest(long practice, int count) {
    return entities
        .createQuery(
            "select u, (select count(distinct o.memberCode) from PracticeUse o"
                + " where o.practiceId = :practice) from PracticeUse u"
                + " where u.practiceId = :practice"
                + " order by u.year desc, u.reportedAt desc, u.id desc",
            Object[].class)
        .setParameter("practice", practice)
        .setMaxResults(count)
        .getResultList();
  }

  List<PracticeUse> ofMembers(Collection<String> members) {
    return members.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select u from PracticeUse u where u.memberCode in :members"
                    + " order by u.reportedAt desc, u.id desc",
                PracticeUse.class)
            .setParameter("members", members)
            .setMaxResults(MOST)
            .getResultList();
  }

  long countReportedSince(long person, Instant since) {
    return entities
        .createQuery(
            "select count(u) from PracticeUse u where u.reportedBy = :person"
                + " and u.reportedAt > :since",
            Long.class)
        .setParameter("person", person)
        .setParameter("since", since)
        .getSingleResult();
  }

  Map<Long, Integer> administrations(Collection<Long> practices) {
    Map<Long, Integer> counts = new HashMap<>();
    if (!practices.isEmpty()) {
      entities
          .createQuery(
              "select u.practiceId, count(distinct u.memberCode) from PracticeUse u"
                  + " where u.practiceId in :practices group by u.practiceId",
              Object[].class)
          .setParameter("practices", practices)
          .getResultList()
          .forEach(row -> counts.put((Long) row[0], ((Number) row[1]).intValue()));
    }
    return counts;
  }

  /** How many administrations, and how many reports, by code of the practice. */
  Map<String, int[]> counts(Collection<String> codes) {
    Map<String, int[]> counts = new HashMap<>();
    if (!codes.isEmpty()) {
      entities
          .createQuery(
              "select p.code, count(distinct u.memberCode), count(u) from PracticeUse u, Practice p"
                  + " where p.id = u.practiceId and p.code in :codes group by p.code",
              Object[].class)
          .setParameter("codes", codes)
          .getResultList()
          .forEach(
              row ->
                  counts.put(
                      (String) row[0],
                      new int[] {((Number) row[1]).intValue(), ((Number) row[2]).intValue()}));
    }
    return counts;
  }

  List<PracticeUse> ofPractice(String code) {
    return entities
        .createQuery(
            "select u from PracticeUse u, Practice p where p.id = u.practiceId and p.code = :code"
                + " order by u.year desc, u.reportedAt desc, u.id desc",
            PracticeUse.class)
        .setParameter("code", code)
        .setMaxResults(MOST)
        .getResultList();
  }

  void move(long stays, long goes) {
    entities
        .createNativeQuery("UPDATE practice_use SET reported_by = ?1 WHERE reported_by = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
  }
}
