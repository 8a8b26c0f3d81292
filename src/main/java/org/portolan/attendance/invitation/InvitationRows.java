package org.portolan.attendance.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The tables of invitations and of replies from which nothing followed. */
@ApplicationScoped
class InvitationRows {
  private static final String SEATED_UNINVITED =
      " FROM training_session s JOIN application a ON a.session_id = s.id AND a.state = 'approved'"
          + " LEFT JOIN calendar_invitation i ON i.application_id = a.id"
          + " LEFT JOIN online_room r ON r.session_id = s.id"
          + " WHERE s.state = 'published' AND s.timing = 'dated' AND s.starts_at > ?1"
          + " AND (i.application_id IS NULL OR i.state = 'cancelled'"
          + " OR i.session_sequence <> s.sequence_number"
          + " OR i.room_version <> COALESCE(r.version, 0))";
  private static final String INVITED_UNSEATED =
      " FROM calendar_invitation i JOIN application a ON a.id = i.application_id"
          + " JOIN training_session s ON s.id = a.session_id"
          + " WHERE i.state = 'invited' AND s.ends_at > ?1"
          + " AND (a.state <> 'approved' OR s.state = 'cancelled')";
  private static final String COLUMNS =
      "SELECT a.id, a.person_id, a.session_id, a.state, COALESCE(i.sequence, -1),"
          + " COALESCE(i.state, 'none'), COALESCE(i.reply, 'none'), i.stamped_at,"
          + " COALESCE(i.session_sequence, -1)";

  @PersistenceContext private EntityManager entities;

  /**
   * An application with its invitation.
   *
   * @param sequence -1 where there was none
   * @param invited whether an entry stands in the calendar
   * @param stampedAt when the last answer was written, or null
   * @param sessionSequence of which state of the session the entry is; -1 where there was none
   */
  record Row(
      long application,
      long person,
      long session,
      boolean seated,
      int sequence,
      boolean invited,
      Reply reply,
      Instant stampedAt,
      int sessionSequence) {}

  /** Sessions in which something is to be told to calendars. */
  @Transactional
  List<Long> due(Instant now, int most) {
    List<?> rows =
        query(
                "SELECT s.id"
                    + SEATED_UNINVITED
                    + " UNION SELECT s.id"
                    + INVITED_UNSEATED
                    + " LIMIT "
                    + most)
            .setParameter(1, utc(now))
            .getResultList();
    return rows.stream().map(row -> ((Number) row).longValue()).toList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<Row> uninvited(long session, Instant now) {
    return read(SEATED_UNINVITED + " AND s.id = ?2 ORDER BY a.id", now, session);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<Row> unseated(long session, Instant now) {
    return read(INVITED_UNSEATED + " AND s.id = ?2 ORDER BY a.id", now, session);
  }

  private List<Row> read(String from, Instant now, long session) {
    List<?> rows =
        query(COLUMNS + from).setParameter(1, utc(now)).setParameter(2, session).getResultList();
    return rows.stream().map(row -> row((Object[]) row)).toList();
  }

  @Transactional
  Optional<Row> find(long application) {
    List<?> rows =
        query(
                COLUMNS
                    + " FROM application a LEFT JOIN calendar_invitation i ON i.application_id ="
                    + " a.id WHERE a.id = ?1")
            .setParameter(1, application)
            .getResultList();
    return rows.stream().map(row -> row((Object[]) row)).findFirst();
  }

  /** The invited one of a session, by its code, who has this address. */
  @Transactional
  Optional<Long> invited(String sessionCode, String email) {
    List<?> rows =
        query(
                "SELECT a.id FROM calendar_invitation i JOIN application a ON a.id ="
                    + " i.application_id JOIN training_session s ON s.id = a.session_id JOIN person"
                    + " p ON p.id = a.person_id WHERE s.code = ?1 AND p.email = ?2 AND i.state ="
                    + " 'invited'")
            .setParameter(1, sessionCode)
            .setParameter(2, email)
            .getResultList();
    return rows.size() == 1 ? Optional.of(((Number) rows.get(0)).longValue()) : Optional.empty();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void lock(long session) {
    query("SELECT id FROM training_session WHERE id = ?1 FOR UPDATE")
        .setParameter(1, session)
        .getResultList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void keep(Row row, int sequence, int sessionSequence, int room, boolean invited, Instant now) {
    query(
            "INSERT INTO calendar_invitation (application_id, sequence, session_sequence, state,"
                + " reply, sent_at, room_version) VALUES (?1, ?2, ?3, ?4, 'none', ?5, ?6) ON"
                + " DUPLICATE KEY UPDATE room_version = VALUES(room_version), sequence = VALUES(sequence), session_sequence = VALUES(session_sequence),"
                + " reply = CASE WHEN VALUES(state) = 'invited' THEN 'none' ELSE reply END,"
                + " state = VALUES(state), sent_at = VALUES(sent_at)")
        .setParameter(1, row.application())
        .setParameter(2, sequence)
        .setParameter(3, sessionSequence)
        .setParameter(4, invited ? "invited" : "cancelled")
        .setParameter(5, utc(now))
        .setParameter(6, room)
        .executeUpdate();
  }

  /** The calendar has another address to join; what was answered to the entry stands. */
  @Transactional(Transactional.TxType.MANDATORY)
  void keepRoom(Row row, int room, Instant now) {
    query(
            "UPDATE calendar_invitation SET room_version = ?1, sent_at = ?2 WHERE application_id ="
                + " ?3")
        .setParameter(1, room)
        .setParameter(2, utc(now))
        .setParameter(3, row.application())
        .executeUpdate();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void answered(long application, Reply reply, String way, Instant stamped) {
    query(
            "UPDATE calendar_invitation SET reply = ?1, reply_way = ?2, stamped_at = ?3 WHERE"
                + " application_id = ?4")
        .setParameter(1, reply.code())
        .setParameter(2, way)
        .setParameter(3, utc(stamped))
        .setParameter(4, application)
        .executeUpdate();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void putAside(String from, String subject, String reason, Instant now) {
    query(
            "INSERT INTO calendar_reply (from_address, subject, reason, received_at)"
                + " VALUES (?1, ?2, ?3, ?4)")
        .setParameter(1, from)
        .setParameter(2, subject)
        .setParameter(3, reason)
        .setParameter(4, utc(now))
        .executeUpdate();
  }

  /** Those that came last. */
  @Transactional
  List<AsideReply> aside(int most) {
    List<?> rows =
        query(
                "SELECT from_address, subject, reason, received_at FROM calendar_reply"
                    + " ORDER BY id DESC LIMIT "
                    + most)
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(
            row ->
                new AsideReply((String) row[0], (String) row[1], (String) row[2], instant(row[3])))
        .toList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void forget(Collection<String> addresses) {
    addresses.forEach(
        address ->
            query("DELETE FROM calendar_reply WHERE from_address = ?1")
                .setParameter(1, address)
                .executeUpdate());
  }

  private Query query(String sql) {
    return entities.createNativeQuery(sql);
  }

  private static Row row(Object[] row) {
    return new Row(
        ((Number) row[0]).longValue(),
        ((Number) row[1]).longValue(),
        ((Number) row[2]).longValue(),
        "approved".equals(row[3]),
        ((Number) row[4]).intValue(),
        "invited".equals(row[5]),
        Reply.of((String) row[6]).orElse(Reply.NONE),
        row[7] == null ? null : instant(row[7]),
        ((Number) row[8]).intValue());
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  private static Instant instant(Object value) {
    return value instanceof Timestamp stamp
        ? stamp.toLocalDateTime().toInstant(ZoneOffset.UTC)
        : ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
  }
}
