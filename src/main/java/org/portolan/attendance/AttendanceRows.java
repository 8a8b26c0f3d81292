package org.portolan.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of marks, of guests and of signatures. */
@ApplicationScoped
class AttendanceRows {
  private static final String MARKS =
      "SELECT mark_id, application_id, guest_id, half_day, state, counter, device_millis,"
          + " previous_hash, hash, device, marked_at, received_at, marked_by, reason, refusal,"
          + " session_id FROM attendance_mark";
  private static final int SESSION_OF_MARK = 15;
  private static final int MARK_WIDTH = 16;

  @PersistenceContext private EntityManager entities;

  /** Others who change the roll of the same session wait. */
  @Transactional(Transactional.TxType.MANDATORY)
  void lock(long session) {
    query("SELECT id FROM training_session WHERE id = ?1 FOR UPDATE")
        .setParameter(1, session)
        .getResultList();
  }

  @Transactional
  List<Mark> marks(long session) {
    List<?> rows =
        query(MARKS + " WHERE session_id = ?1 ORDER BY id")
            .setParameter(1, session)
            .getResultList();
    return rows.stream().map(row -> mark((Object[]) row)).toList();
  }

  /** Of these sessions, each with its own in their order. */
  @Transactional
  Map<Long, List<Mark>> marks(Collection<Long> sessions) {
    Map<Long, List<Mark>> marks = new HashMap<>();
    if (!sessions.isEmpty()) {
      for (Object each :
          query(MARKS + " WHERE session_id IN " + listed(sessions) + " ORDER BY id")
              .getResultList()) {
        Object[] row = (Object[]) each;
        marks
            .computeIfAbsent(number(row[SESSION_OF_MARK]), any -> new ArrayList<>())
            .add(mark(row));
      }
    }
    return marks;
  }

  private static String listed(Collection<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }

  @Transactional
  long count(long session) {
    return ((Number)
            query("SELECT COUNT(*) FROM attendance_mark WHERE session_id = ?1")
                .setParameter(1, session)
                .getSingleResult())
        .longValue();
  }

  /** Of these names of marks those that are taken, each with the session it was made for. */
  @Transactional
  Map<String, Long> taken(Collection<String> names) {
    return sessions("SELECT mark_id, session_id FROM attendance_mark WHERE mark_id IN ", names);
  }

  /** Of these marks of a session those that do not count, each with why. */
  @Transactional
  Map<String, String> refusals(long session, Collection<String> names) {
    if (names.isEmpty()) {
      return Map.of();
    }
    List<String> wanted = List.copyOf(names);
    Query query =
        query(
            "SELECT mark_id, refusal FROM attendance_mark WHERE refusal IS NOT NULL"
                + " AND mark_id IN "
                + places(wanted.size())
                + " AND session_id = ?"
                + (wanted.size() + 1));
    for (int i = 0; i < wanted.size(); i++) {
      query.setParameter(i + 1, wanted.get(i));
    }
    query.setParameter(wanted.size() + 1, session);
    Map<String, String> found = new HashMap<>();
    for (Object row : query.getResultList()) {
      found.put((String) ((Object[]) row)[0], (String) ((Object[]) row)[1]);
    }
    return found;
  }

  /** Of these names of guests those that are taken, each with the session they came to. */
  @Transactional
  Map<String, Long> takenGuests(Collection<String> names) {
    return sessions("SELECT id, session_id FROM attendance_guest WHERE id IN ", names);
  }

  private Map<String, Long> sessions(String select, Collection<String> names) {
    if (names.isEmpty()) {
      return Map.of();
    }
    List<String> wanted = List.copyOf(names);
    Query query = query(select + places(wanted.size()));
    for (int i = 0; i < wanted.size(); i++) {
      query.setParameter(i + 1, wanted.get(i));
    }
    Map<String, Long> found = new HashMap<>();
    for (Object row : query.getResultList()) {
      found.put((String) ((Object[]) row)[0], number(((Object[]) row)[1]));
    }
    return found;
  }

  /** Of these applications those that are for the session, in whatever state. */
  @Transactional
  Set<Long> applications(long session, Collection<Long> numbers) {
    if (numbers.isEmpty()) {
      return Set.of();
    }
    List<?> rows =
        query("SELECT id FROM application WHERE session_id = ?1 AND id IN " + listed(numbers))
            .setParameter(1, session)
            .getResultList();
    return rows.stream().map(AttendanceRows::number).collect(Collectors.toSet());
  }

  /** Who somebody is on the roll of a session: by their seat, or as a guest with their account. */
  @Transactional
  Optional<Attendee> attendee(long session, long person) {
    List<?> rows =
        query(
                "SELECT id, NULL FROM application WHERE session_id = ?1 AND person_id = ?2 AND state"
                    + " = 'approved' UNION ALL SELECT NULL, id FROM attendance_guest WHERE"
                    + " session_id = ?1 AND person_id = ?2")
            .setParameter(1, session)
            .setParameter(2, person)
            .getResultList();
    return rows.stream().map(AttendanceRows::attendee).findFirst();
  }

  /** Who has a seat in a session or was written down. */
  @Transactional
  List<Attendee> attendees(long session) {
    List<?> rows =
        query(
                "SELECT id, NULL FROM application WHERE session_id = ?1 AND state = 'approved' UNION"
                    + " ALL SELECT NULL, id FROM attendance_guest WHERE session_id = ?1")
            .setParameter(1, session)
            .getResultList();
    return rows.stream().map(AttendanceRows::attendee).toList();
  }

  /**
   * Who somebody is on the rolls of sessions that began before a moment, by their numbers, the
   * latest first.
   */
  @Transactional
  Map<Long, Attendee> attendees(long person, Instant before, int most) {
    List<?> rows =
        query(
                "SELECT r.application_id, r.guest_id, s.id FROM (SELECT session_id, id AS"
                    + " application_id, NULL AS guest_id FROM application WHERE person_id = ?1 AND"
                    + " state = 'approved' UNION ALL SELECT session_id, NULL, id FROM"
                    + " attendance_guest WHERE person_id = ?1) r JOIN training_session s ON s.id ="
                    + " r.session_id WHERE s.state = 'published' AND s.timing = 'dated' AND"
                    + " s.starts_at <= ?2 ORDER BY s.starts_at DESC, s.id")
            .setParameter(1, person)
            .setParameter(2, utc(before))
            .setMaxResults(most)
            .getResultList();
    Map<Long, Attendee> found = new LinkedHashMap<>();
    rows.forEach(row -> found.putIfAbsent(number(((Object[]) row)[2]), attendee(row)));
    return found;
  }

  /** The last one of each of these sessions that has one. */
  @Transactional
  Map<Long, Signature> signatures(Collection<Long> sessions) {
    Map<Long, Signature> found = new HashMap<>();
    if (!sessions.isEmpty()) {
      for (Object each :
          query(
                  "SELECT session_id, name, signed_at, digest FROM attendance_signature WHERE"
                      + " session_id IN "
                      + listed(sessions)
                      + " ORDER BY id")
              .getResultList()) {
        Object[] row = (Object[]) each;
        found.put(number(row[0]), new Signature((String) row[1], instant(row[2]), (String) row[3]));
      }
    }
    return found;
  }

  private static Attendee attendee(Object row) {
    Object[] columns = (Object[]) row;
    return columns[0] == null
        ? Attendee.guest((String) columns[1])
        : Attendee.seated(number(columns[0]));
  }

  /** How many have a seat in a session or were written down. */
  @Transactional
  long expected(long session) {
    return number(
        query(
                "SELECT (SELECT COUNT(*) FROM application WHERE session_id = ?1 AND state ="
                    + " 'approved') + (SELECT COUNT(*) FROM attendance_guest WHERE session_id ="
                    + " ?1)")
            .setParameter(1, session)
            .getSingleResult());
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void add(long session, List<Mark> marks) {
    if (marks.isEmpty()) {
      return;
    }
    List<Object> values = new ArrayList<>();
    for (Mark mark : marks) {
      SentMark sent = mark.sent();
      values.add(sent.id());
      values.add(session);
      values.add(sent.attendee().application());
      values.add(sent.attendee().guest());
      values.add(sent.half());
      values.add(sent.presence().code());
      values.add(mark.device());
      values.add(sent.counter());
      values.add(sent.millis());
      values.add(sent.previous());
      values.add(sent.hash());
      values.add(utc(mark.markedAt()));
      values.add(utc(mark.receivedAt()));
      values.add(mark.markedBy());
      values.add(mark.reason());
      values.add(mark.refusal());
    }
    StringBuilder sql =
        new StringBuilder(
            "INSERT INTO attendance_mark (mark_id, session_id, application_id, guest_id, half_day,"
                + " state, device, counter, device_millis, previous_hash, hash, marked_at,"
                + " received_at, marked_by, reason, refusal) VALUES ");
    for (int i = 0; i < values.size(); i++) {
      sql.append(i == 0 ? "(?" : i % MARK_WIDTH == 0 ? "), (?" : ", ?").append(i + 1);
    }
    Query insert = query(sql.append(')').toString());
    for (int i = 0; i < values.size(); i++) {
      insert.setParameter(i + 1, values.get(i));
    }
    insert.executeUpdate();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void add(long session, Guest guest, long by, Instant now) {
    query(
            "INSERT INTO attendance_guest (id, session_id, name, administration, email,"
                + " registered_by, registered_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .setParameter(1, guest.id())
        .setParameter(2, session)
        .setParameter(3, guest.name())
        .setParameter(4, guest.administration())
        .setParameter(5, guest.email())
        .setParameter(6, by)
        .setParameter(7, utc(now))
        .executeUpdate();
  }

  @Transactional
  List<Guest> guests(long session) {
    List<?> rows =
        query(
                "SELECT id, name, administration, email, person_id FROM attendance_guest"
                    + " WHERE session_id = ?1 ORDER BY registered_at, id")
            .setParameter(1, session)
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(
            row ->
                new Guest(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    row[4] == null ? null : number(row[4])))
        .toList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  boolean match(long session, String guest, Long person, long by, Instant now) {
    return query(
                "UPDATE attendance_guest SET person_id = ?1, matched_by = ?2, matched_at = ?3"
                    + " WHERE id = ?4 AND session_id = ?5")
            .setParameter(1, person)
            .setParameter(2, by)
            .setParameter(3, utc(now))
            .setParameter(4, guest)
            .setParameter(5, session)
            .executeUpdate()
        == 1;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void sign(long session, Signature signature, long by) {
    query(
            "INSERT INTO attendance_signature (session_id, name, signed_by, signed_at, digest)"
                + " VALUES (?1, ?2, ?3, ?4, ?5)")
        .setParameter(1, session)
        .setParameter(2, signature.name())
        .setParameter(3, by)
        .setParameter(4, utc(signature.signedAt()))
        .setParameter(5, signature.digest())
        .executeUpdate();
  }

  /** The last one. */
  @Transactional
  Optional<Signature> signature(long session) {
    List<?> rows =
        query(
                "SELECT name, signed_at, digest FROM attendance_signature WHERE session_id = ?1"
                    + " ORDER BY id DESC LIMIT 1")
            .setParameter(1, session)
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(row -> new Signature((String) row[0], instant(row[1]), (String) row[2]))
        .findFirst();
  }

  /** What was written about somebody goes; that they were marked stays, under a number. */
  @Transactional(Transactional.TxType.MANDATORY)
  void forgetWords(long person) {
    query(
            "UPDATE attendance_mark SET reason = '–' WHERE reason IS NOT NULL AND (marked_by = ?1"
                + " OR application_id IN (SELECT id FROM application WHERE person_id = ?1))")
        .setParameter(1, person)
        .executeUpdate();
    query(
            "UPDATE attendance_guest SET name = '–', administration = '', email = ''"
                + " WHERE person_id = ?1")
        .setParameter(1, person)
        .executeUpdate();
    query("UPDATE attendance_signature SET name = '–' WHERE signed_by = ?1")
        .setParameter(1, person)
        .executeUpdate();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void move(String table, String column, long stays, long goes) {
    query("UPDATE " + table + " SET " + column + " = ?1 WHERE " + column + " = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
  }

  private Query query(String sql) {
    return entities.createNativeQuery(sql);
  }

  private static String places(int many) {
    StringBuilder places = new StringBuilder("(?1");
    for (int i = 2; i <= many; i++) {
      places.append(", ?").append(i);
    }
    return places.append(')').toString();
  }

  private static Mark mark(Object[] row) {
    Attendee attendee =
        row[1] == null ? Attendee.guest((String) row[2]) : Attendee.seated(number(row[1]));
    return new Mark(
        new SentMark(
            (String) row[0],
            attendee,
            (String) row[3],
            Presence.of((String) row[4]).orElseThrow(),
            (int) number(row[5]),
            number(row[6]),
            (String) row[7],
            (String) row[8]),
        (String) row[9],
        instant(row[10]),
        instant(row[11]),
        number(row[12]),
        (String) row[13],
        (String) row[14]);
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
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
