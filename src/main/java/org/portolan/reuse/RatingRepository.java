package org.portolan.reuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** What readers think of practices, in the database. */
@ApplicationScoped
class RatingRepository {
  @PersistenceContext private EntityManager entities;

  /**
   * @param person who asks, or 0
   */
  Rating of(long practice, long person) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    "SELECT COALESCE(SUM(useful), 0), COUNT(*),"
                        + " MAX(CASE WHEN person_id = ?2 THEN useful ELSE NULL END)"
                        + " FROM practice_rating WHERE practice_id = ?1")
                .setParameter(1, practice)
                .setParameter(2, person)
                .getSingleResult();
    return new Rating(
        ((Number) row[0]).longValue(),
        ((Number) row[1]).longValue(),
        row[2] == null ? null : truth(row[2]));
  }

  private static Boolean truth(Object value) {
    return value instanceof Boolean said ? said : ((Number) value).intValue() == 1;
  }

  void rate(long practice, long person, boolean useful, Instant now) {
    entities
        .createNativeQuery(
            "INSERT INTO practice_rating (practice_id, person_id, useful, rated_at)"
                + " VALUES (?1, ?2, ?3, ?4) ON DUPLICATE KEY UPDATE useful = ?3, rated_at = ?4")
        .setParameter(1, practice)
        .setParameter(2, person)
        .setParameter(3, useful ? 1 : 0)
        .setParameter(4, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
        .executeUpdate();
  }

  void removeAllOf(long person) {
    entities
        .createNativeQuery("DELETE FROM practice_rating WHERE person_id = ?1")
        .setParameter(1, person)
        .executeUpdate();
  }

  /** What both said stays as the one said it that stays. */
  void move(long stays, long goes) {
    entities
        .createNativeQuery(
            "DELETE FROM practice_rating WHERE person_id = ?1 AND practice_id IN (SELECT"
                + " practice_id FROM (SELECT practice_id FROM practice_rating"
                + " WHERE person_id = ?2) kept)")
        .setParameter(1, goes)
        .setParameter(2, stays)
        .executeUpdate();
    entities
        .createNativeQuery("UPDATE practice_rating SET person_id = ?1 WHERE person_id = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
  }
}
