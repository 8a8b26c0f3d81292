package org.portolan.attendance.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The table of secret addresses. */
@ApplicationScoped
class PersonalFeedRows {
  private static final int MOST = 500;

  @PersistenceContext private EntityManager entities;

  @Transactional(Transactional.TxType.MANDATORY)
  void keep(long person, String hash, Instant now) {
    query(
            "INSERT INTO personal_feed (person_id, secret_hash, made_at) VALUES (?1, ?2, ?3)"
                + " ON DUPLICATE KEY UPDATE secret_hash = VALUES(secret_hash), made_at ="
                + " VALUES(made_at)")
        .setParameter(1, person)
        .setParameter(2, hash)
        .setParameter(3, utc(now))
        .executeUpdate();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  boolean remove(long person) {
    return query("DELETE FROM personal_feed WHERE person_id = ?1")
            .setParameter(1, person)
            .executeUpdate()
        == 1;
  }

  @Transactional
  Optional<Instant> madeAt(long person) {
    List<?> rows =
        query("SELECT made_at FROM personal_feed WHERE person_id = ?1")
            .setParameter(1, person)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                row instanceof Timestamp stamp
                    ? stamp.toLocalDateTime().toInstant(ZoneOffset.UTC)
                    : ((LocalDateTime) row).toInstant(ZoneOffset.UTC))
        .findFirst();
  }

  @Transactional
  Optional<Long> owner(String hash) {
    List<?> rows =
        query("SELECT person_id FROM personal_feed WHERE secret_hash = ?1")
            .setParameter(1, hash)
            .getResultList();
    return rows.stream().map(row -> ((Number) row).longValue()).findFirst();
  }

  /** In which somebody has a seat, also where they are cancelled, and that ended after a moment. */
  @Transactional
  List<Long> sessions(long person, Instant ended) {
    List<?> rows =
        query(
                "SELECT a.session_id FROM application a JOIN training_session s ON s.id ="
                    + " a.session_id WHERE a.person_id = ?1 AND a.state = 'approved' AND s.ends_at"
                    + " > ?2 ORDER BY s.starts_at LIMIT "
                    + MOST)
            .setParameter(1, person)
            .setParameter(2, utc(ended))
            .getResultList();
    return rows.stream().map(row -> ((Number) row).longValue()).toList();
  }

  private Query query(String sql) {
    return entities.createNativeQuery(sql);
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
