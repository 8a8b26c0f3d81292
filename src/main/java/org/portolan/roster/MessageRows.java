package org.portolan.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** The table of what centres wrote to participants. */
@ApplicationScoped
class MessageRows {
  @PersistenceContext private EntityManager entities;

  /** One message, by the number of who sent it. */
  record Row(long id, long sender, String subject, String body, int receivers, Instant sentAt) {}

  @Transactional(Transactional.TxType.MANDATORY)
  void add(long session, long sender, MessageText text, int receivers, Instant now) {
    entities
        .createNativeQuery(
            "INSERT INTO session_message (session_id, sent_by, subject, body, receivers, sent_at)"
                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .setParameter(1, session)
        .setParameter(2, sender)
        .setParameter(3, text.subject())
        .setParameter(4, text.body())
        .setParameter(5, receivers)
        .setParameter(6, utc(now))
        .executeUpdate();
  }

  /** The latest first. */
  @Transactional
  List<Row> ofSession(long session) {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT id, sent_by, subject, body, receivers, sent_at FROM session_message"
                    + " WHERE session_id = ?1 ORDER BY sent_at DESC, id DESC")
            .setParameter(1, session)
            .getResultList();
    return rows.stream().map(row -> row((Object[]) row)).toList();
  }

  /** How many were sent since then; others who count them for the same session wait. */
  @Transactional(Transactional.TxType.MANDATORY)
  long since(long session, Instant moment) {
    entities
        .createNativeQuery("SELECT id FROM training_session WHERE id = ?1 FOR UPDATE")
        .setParameter(1, session)
        .getResultList();
    Object count =
        entities
            .createNativeQuery(
                "SELECT COUNT(*) FROM session_message WHERE session_id = ?1 AND sent_at > ?2")
            .setParameter(1, session)
            .setParameter(2, utc(moment))
            .getSingleResult();
    return ((Number) count).longValue();
  }

  /** What somebody wrote is gone; that something was written stays. */
  @Transactional(Transactional.TxType.MANDATORY)
  void forgetWords(long sender) {
    entities
        .createNativeQuery(
            "UPDATE session_message SET subject = '–', body = '–' WHERE sent_by = ?1")
        .setParameter(1, sender)
        .executeUpdate();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void move(long stays, long goes) {
    entities
        .createNativeQuery("UPDATE session_message SET sent_by = ?1 WHERE sent_by = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
  }

  static Collection<Long> senders(List<Row> rows) {
    return rows.stream().map(Row::sender).distinct().toList();
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  private static Row row(Object[] row) {
    Instant sent =
        row[5] instanceof Timestamp stamp
            ? stamp.toLocalDateTime().toInstant(ZoneOffset.UTC)
            : ((LocalDateTime) row[5]).toInstant(ZoneOffset.UTC);
    return new Row(
        ((Number) row[0]).longValue(),
        ((Number) row[1]).longValue(),
        String.valueOf(row[2]),
        String.valueOf(row[3]),
        ((Number) row[4]).intValue(),
        sent);
  }
}
