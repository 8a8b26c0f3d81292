package org.portolan.reuse.translation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Requests for translations in the database. */
@ApplicationScoped
class TranslationRepository {
  private static final int MOST = 200;

  @PersistenceContext private EntityManager entities;

  /** Language, how many asked, and whether this person did. */
  List<Object[]> ofPractice(long practice, long person) {
    return rows(
        entities
            .createNativeQuery(
                "SELECT language, COUNT(*), SUM(CASE WHEN person_id = ?2 THEN 1 ELSE 0 END)"
                    + " FROM translation_request WHERE practice_id = ?1 GROUP BY language")
            .setParameter(1, practice)
            .setParameter(2, person));
  }

  /** Practice, language and how many asked, for practices of some regions, the most first. */
  List<Object[]> ofRegions(Collection<String> regions) {
    Query query =
        entities.createNativeQuery(
            "SELECT r.practice_id, r.language, COUNT(*) AS times FROM translation_request r"
                + " JOIN practice p ON p.id = r.practice_id WHERE p.state = 'published'"
                + " AND p.region_code IN ("
                + String.join(", ", Collections.nCopies(regions.size(), "?"))
                + ") GROUP BY r.practice_id, r.language"
                + " ORDER BY times DESC, r.practice_id, r.language");
    int at = 0;
    for (String region : regions) {
      query.setParameter(++at, region);
    }
    return rows(query.setMaxResults(MOST));
  }

  /** Language and person of all who wait for a practice. */
  List<Object[]> waiting(long practice) {
    return rows(
        entities
            .createNativeQuery(
                "SELECT language, person_id FROM translation_request WHERE practice_id = ?1"
                    + " ORDER BY language, person_id")
            .setParameter(1, practice));
  }

  private static List<Object[]> rows(Query query) {
    List<?> found = query.getResultList();
    return found.stream().map(Object[].class::cast).toList();
  }

  /** Who asked already has asked. */
  void ask(long practice, String language, long person, Instant now) {
    entities
        .createNativeQuery(
            "INSERT INTO translation_request (practice_id, language, person_id, asked_at)"
                + " VALUES (?1, ?2, ?3, ?4) ON DUPLICATE KEY UPDATE asked_at = asked_at")
        .setParameter(1, practice)
        .setParameter(2, language)
        .setParameter(3, person)
        .setParameter(4, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
        .executeUpdate();
  }

  void takeBack(long practice, String language, long person) {
    entities
        .createNativeQuery(
            "DELETE FROM translation_request WHERE practice_id = ?1 AND language = ?2"
                + " AND person_id = ?3")
        .setParameter(1, practice)
        .setParameter(2, language)
        .setParameter(3, person)
        .executeUpdate();
  }

  void fulfilled(long practice, String language) {
    entities
        .createNativeQuery(
            "DELETE FROM translation_request WHERE practice_id = ?1 AND language = ?2")
        .setParameter(1, practice)
        .setParameter(2, language)
        .executeUpdate();
  }

  void removeAllOf(long person) {
    entities
        .createNativeQuery("DELETE FROM translation_request WHERE person_id = ?1")
        .setParameter(1, person)
        .executeUpdate();
  }

  /** What both asked for is asked for once. */
  void move(long stays, long goes) {
    entities
        .createNativeQuery(
            "INSERT INTO translation_request (practice_id, language, person_id, asked_at) SELECT"
                + " practice_id, language, ?1, asked_at FROM (SELECT practice_id, language,"
                + " asked_at FROM translation_request WHERE person_id = ?2) gone"
                + " ON DUPLICATE KEY UPDATE person_id = ?1")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
    removeAllOf(goes);
  }
}
