package org.portolan.attendance.online;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of online rooms, and who has a seat. */
@ApplicationScoped
class OnlineRoomRows {
  private static final String SEATS = "SELECT person_id FROM application WHERE state = 'approved'";

  @PersistenceContext private EntityManager entities;

  /** Of these sessions those of which something was ever said, also where it was taken back. */
  @Transactional
  Map<Long, OnlineRoom> find(Collection<Long> sessions) {
    if (sessions.isEmpty()) {
      return Map.of();
    }
    String listed =
        sessions.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    List<?> rows =
        query(
                "SELECT session_id, address, access_note, changed_at, version FROM online_room"
                    + " WHERE session_id IN "
                    + listed)
            .getResultList();
    Map<Long, OnlineRoom> found = new LinkedHashMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      found.put(
          ((Number) row[0]).longValue(),
          new OnlineRoom(
              row[1] == null ? "" : (String) row[1],
              (String) row[2],
              instant(row[3]),
              ((Number) row[4]).intValue()));
    }
    return found;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void keep(long session, OnlineRoom room, long by) {
    query(
            "INSERT INTO online_room (session_id, address, access_note, changed_by, changed_at,"
                + " version) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON DUPLICATE KEY UPDATE address ="
                + " VALUES(address), access_note = VALUES(access_note), changed_by ="
                + " VALUES(changed_by), changed_at = VALUES(changed_at), version ="
                + " VALUES(version)")
        .setParameter(1, session)
        .setParameter(2, room.there() ? room.address() : null)
        .setParameter(3, room.note())
        .setParameter(4, by)
        .setParameter(5, LocalDateTime.ofInstant(room.changedAt(), ZoneOffset.UTC))
        .setParameter(6, room.version())
        .executeUpdate();
  }

  /** Whether somebody has a seat in a session. */
  @Transactional
  boolean seated(long session, long person) {
    return !query(SEATS + " AND session_id = ?1 AND person_id = ?2")
        .setParameter(1, session)
        .setParameter(2, person)
        .getResultList()
        .isEmpty();
  }

  /** Those who have a seat in a session. */
  @Transactional
  List<Long> seated(long session) {
    return numbers(query(SEATS + " AND session_id = ?1 ORDER BY id").setParameter(1, session));
  }

  /** Sessions with an online room in which somebody has a seat, the soonest first. */
  @Transactional
  List<Long> sessions(long person, int most) {
    return numbers(
        query(
                "SELECT s.id FROM application a JOIN online_room r ON r.session_id = a.session_id"
                    + " AND r.address IS NOT NULL JOIN training_session s ON s.id = a.session_id"
                    + " WHERE a.person_id = ?1 AND a.state = 'approved' AND s.state = 'published'"
                    + " ORDER BY s.starts_at DESC, s.id")
            .setParameter(1, person)
            .setMaxResults(most));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void move(long stays, long goes) {
    query("UPDATE online_room SET changed_by = ?1 WHERE changed_by = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
  }

  private Query query(String sql) {
    return entities.createNativeQuery(sql);
  }

  private static List<Long> numbers(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> ((Number) row).longValue()).toList();
  }

  private static Instant instant(Object value) {
    return value instanceof Timestamp stamp
        ? stamp.toLocalDateTime().toInstant(ZoneOffset.UTC)
        : ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
  }
}
