package org.portolan.interest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads and keeps who would come. */
@ApplicationScoped
class InterestRepository {
  @PersistenceContext private EntityManager entities;

  boolean has(long session, long person) {
    return !entities
        .createNativeQuery(
            "SELECT 1 FROM session_interest WHERE session_id = ?1 AND person_id = ?2")
        .setParameter(1, session)
        .setParameter(2, person)
        .getResultList()
        .isEmpty();
  }

  /** Said twice it is said once. */
  void add(long session, long person, Instant now) {
    entities
        .createNativeQuery(
            "INSERT INTO session_interest (session_id, person_id, said_at) VALUES (?1, ?2, ?3)"
                + " ON DUPLICATE KEY UPDATE said_at = said_at")
        .setParameter(1, session)
        .setParameter(2, person)
        .setParameter(3, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
        .executeUpdate();
  }

  void remove(long session, long person) {
    entities
        .createNativeQuery("DELETE FROM session_interest WHERE session_id = ?1 AND person_id = ?2")
        .setParameter(1, session)
        .setParameter(2, person)
        .executeUpdate();
  }

  void removeAllOf(long person) {
    entities
        .createNativeQuery("DELETE FROM session_interest WHERE person_id = ?1")
        .setParameter(1, person)
        .executeUpdate();
  }

  /** What both said stays once. */
  void move(long stays, long goes) {
    entities
        .createNativeQuery(
            "UPDATE session_interest i LEFT JOIN session_interest o"
                + " ON o.session_id = i.session_id AND o.person_id = ?1"
                + " SET i.person_id = ?1 WHERE i.person_id = ?2 AND o.session_id IS NULL")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
    removeAllOf(goes);
  }

  List<Long> people(long session) {
    List<?> ids =
        entities
            .createNativeQuery(
                "SELECT person_id FROM session_interest WHERE session_id = ?1 ORDER BY person_id")
            .setParameter(1, session)
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).toList();
  }

  void clear(long session) {
    entities
        .createNativeQuery("DELETE FROM session_interest WHERE session_id = ?1")
        .setParameter(1, session)
        .executeUpdate();
  }

  Map<Long, Gathered> gathered(Collection<Long> sessions) {
    if (sessions.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT session_id, COUNT(*), CAST(MIN(said_at) AS CHAR(10)) FROM session_interest"
                    + " WHERE session_id IN ("
                    + sessions.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + ") GROUP BY session_id")
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(
            Collectors.toMap(
                row -> ((Number) row[0]).longValue(),
                row ->
                    new Gathered(
                        ((Number) row[1]).intValue(), LocalDate.parse(row[2].toString()))));
  }

  List<Demand.Count> counts(long session) {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT p.member_code, p.language, COUNT(*) FROM session_interest i"
                    + " JOIN person p ON p.id = i.person_id WHERE i.session_id = ?1"
                    + " GROUP BY p.member_code, p.language"
                    + " ORDER BY p.member_code, p.language")
            .setParameter(1, session)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row -> new Demand.Count((String) row[0], (String) row[1], ((Number) row[2]).intValue()))
        .toList();
  }
}
