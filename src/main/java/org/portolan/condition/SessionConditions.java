package org.portolan.condition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portolan.calendar.SessionCopied;
import org.portolan.eligibility.Eligibility;

/** The conditions of sessions as the database keeps them. */
@ApplicationScoped
public class SessionConditions {
  /**
   * The conditions of the session {@code s}, as a column of a query: its own, or those of its
   * course; null where there are none. Whoever reads a session anyway need not ask once more.
   */
  public static final String COLUMN =
      "COALESCE((SELECT c.conditions FROM session_condition c WHERE c.session_id = s.id),"
          + " (SELECT GROUP_CONCAT(CONCAT('course:', r.code, ':') ORDER BY r.code SEPARATOR ' ')"
          + " FROM course_prerequisite q JOIN course r ON r.id = q.required_id"
          + " WHERE q.course_id = s.course_id))";

  @PersistenceContext private EntityManager entities;

  /** As they are written where they were read. */
  public static Eligibility read(Object column) {
    return column == null ? Eligibility.NONE : Eligibility.of((String) column);
  }

  Eligibility of(long session) {
    return read(
        entities
            .createNativeQuery("SELECT " + COLUMN + " FROM training_session s WHERE s.id = ?1")
            .setParameter(1, session)
            .getSingleResult());
  }

  /** The same of many sessions, by their numbers; those without any are left out. */
  Map<Long, Eligibility> of(Collection<Long> sessions) {
    if (sessions.isEmpty()) {
      return Map.of();
    }
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT s.id, "
                    + COLUMN
                    + " FROM training_session s WHERE s.id IN ("
                    + sessions.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + ")")
            .getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .filter(row -> row[1] != null)
        .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> read(row[1])));
  }

  /** How often the conditions of a session were given; 0 where they are those of its course. */
  int version(long session) {
    List<?> found =
        entities
            .createNativeQuery("SELECT version FROM session_condition WHERE session_id = ?1")
            .setParameter(1, session)
            .getResultList();
    return found.stream().map(version -> ((Number) version).intValue()).findFirst().orElse(0);
  }

  /** Makes whoever else changes the session, or applies for it, wait. */
  void lock(long session) {
    entities
        .createNativeQuery("SELECT id FROM training_session WHERE id = ?1 FOR UPDATE")
        .setParameter(1, session)
        .getResultList();
  }

  /** Those that a session has of its own are those of its copy too. */
  @Transactional(Transactional.TxType.MANDATORY)
  void copied(@Observes SessionCopied event) {
    entities
        .createNativeQuery(
            "INSERT INTO session_condition (session_id, conditions, version, changed_at)"
                + " SELECT ?1, conditions, 1, changed_at FROM session_condition"
                + " WHERE session_id = ?2")
        .setParameter(1, event.toId())
        .setParameter(2, event.fromId())
        .executeUpdate();
  }

  void keep(long session, Eligibility conditions, Instant now) {
    entities
        .createNativeQuery(
            "INSERT INTO session_condition (session_id, conditions, version, changed_at)"
                + " VALUES (?1, ?2, 1, ?3) ON DUPLICATE KEY UPDATE"
                + " conditions = VALUES(conditions), version = version + 1,"
                + " changed_at = VALUES(changed_at)")
        .setParameter(1, session)
        .setParameter(2, conditions.text())
        .setParameter(3, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
        .executeUpdate();
  }
}
