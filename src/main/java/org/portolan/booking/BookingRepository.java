package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bookings and their times in the database. */
@ApplicationScoped
class BookingRepository {
  private static final int TIMES_AT_ONCE = 500;
  private static final String ROW =
      "SELECT b.id, b.resource_id, b.session_id, b.words, b.amount, b.setup_minutes,"
          + " b.clear_minutes, b.state, b.reason, b.booked_by, b.elsewhere, MIN(t.from_at), MAX(t.until_at),"
          + " COUNT(t.id) FROM resource_booking b LEFT JOIN booked_time t ON t.booking_id = b.id";
  private static final String BY_BOOKING =
      " GROUP BY b.id, b.resource_id, b.session_id, b.words, b.amount, b.setup_minutes,"
          + " b.clear_minutes, b.state, b.reason, b.booked_by,"
          + " b.elsewhere";

  @PersistenceContext private EntityManager entities;

  /** A booking as it is kept. */
  record Row(
      long id,
      long resource,
      Long session,
      String words,
      int amount,
      int setup,
      int clear,
      boolean held,
      String reason,
      Long bookedBy,
      boolean elsewhere,
      Instant firstAt,
      Instant lastAt,
      int times) {}

  /** What is to be kept of a booking. */
  record Entry(
      long resource,
      Long session,
      String words,
      int amount,
      int setup,
      int clear,
      String reason,
      Long bookedBy,
      Instant now) {}

  /** Times of these resources that meet any moment between two, but those of one booking. */
  List<Taken> taken(Collection<Long> resources, Span within, long except) {
    if (resources.isEmpty()) {
      return List.of();
    }
    Query query =
        entities.createNativeQuery(
            "SELECT booking_id, resource_id, amount, from_at, until_at FROM booked_time"
                + " WHERE resource_id IN ("
                + places(resources.size(), 4)
                + ") AND until_at > ?1 AND from_at < ?2 AND booking_id <> ?3 ORDER BY from_at, id");
    query.setParameter(1, moment(within.from()));
    query.setParameter(2, moment(within.until()));
    query.setParameter(3, except);
    bind(query, resources, 4);
    List<Taken> taken = new ArrayList<>();
    for (Object each : query.getResultList()) {
      Object[] row = (Object[]) each;
      taken.add(
          new Taken(
              number(row[0]),
              number(row[1]),
              (int) number(row[2]),
              new Span(instant(row[3]), instant(row[4]))));
    }
    return taken;
  }

  Optional<Row> find(long id) {
    return rows(" WHERE b.id = ?1", "", List.of(id)).stream().findFirst();
  }

  Optional<Row> of(long session, long resource) {
    return rows(" WHERE b.session_id = ?1 AND b.resource_id = ?2", "", List.of(session, resource))
        .stream()
        .findFirst();
  }

  List<Row> list(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : rows(" WHERE b.id IN (" + places(ids.size(), 1) + ")", "", List.copyOf(ids));
  }

  /** Of these sessions, in the order in which they were booked. */
  List<Row> ofSessions(Collection<Long> sessions) {
    return sessions.isEmpty()
        ? List.of()
        : rows(
            " WHERE b.session_id IN (" + places(sessions.size(), 1) + ")",
            " ORDER BY b.id",
            List.copyOf(sessions));
  }

  /** What a resource is taken for after a moment, the soonest first. */
  List<Row> ahead(long resource, Instant now, int most) {
    return rows(
        " WHERE b.resource_id = ?1 AND t.until_at > ?2",
        " ORDER BY MIN(t.from_at), b.id LIMIT " + most,
        List.of(resource, moment(now)));
  }

  /** Sessions that have a resource, or what lies in it, after a moment; in their order. */
  List<Long> sessionsAhead(long resource, Instant now) {
    List<?> ids =
        entities
            .createNativeQuery(
                "SELECT DISTINCT b.session_id FROM resource_booking b"
                    + " JOIN booked_time t ON t.booking_id = b.id AND t.until_at > ?2"
                    + " JOIN resource r ON r.id = b.resource_id"
                    + " LEFT JOIN resource o ON o.id = r.part_of"
                    + " WHERE b.session_id IS NOT NULL AND (r.id = ?1 OR r.part_of = ?1"
                    + " OR o.part_of = ?1) ORDER BY b.session_id")
            .setParameter(1, resource)
            .setParameter(2, moment(now))
            .getResultList();
    return ids.stream().map(BookingRepository::number).toList();
  }

  /** The times at which somebody is busy elsewhere. */
  Optional<Row> elsewhere(long resource) {
    return rows(" WHERE b.resource_id = ?1 AND b.elsewhere = TRUE", "", List.of(resource)).stream()
        .findFirst();
  }

  void markElsewhere(long booking) {
    entities
        .createNativeQuery("UPDATE resource_booking SET elsewhere = TRUE WHERE id = ?1")
        .setParameter(1, booking)
        .executeUpdate();
  }

  /** Whether it was ever booked or blocked. */
  boolean used(long resource) {
    return !entities
        .createNativeQuery("SELECT 1 FROM resource_booking WHERE resource_id = ?1 LIMIT 1")
        .setParameter(1, resource)
        .getResultList()
        .isEmpty();
  }

  /** By resource, the sessions whose booking of it has no time any more. */
  Map<Long, Set<Long>> displaced(Collection<Long> resources) {
    Map<Long, Set<Long>> displaced = new HashMap<>();
    if (resources.isEmpty()) {
      return displaced;
    }
    Query query =
        entities.createNativeQuery(
            "SELECT resource_id, session_id FROM resource_booking WHERE state = 'displaced'"
                + " AND session_id IS NOT NULL AND resource_id IN ("
                + places(resources.size(), 1)
                + ")");
    bind(query, resources, 1);
    for (Object each : query.getResultList()) {
      Object[] row = (Object[]) each;
      displaced.computeIfAbsent(number(row[0]), any -> new HashSet<>()).add(number(row[1]));
    }
    return displaced;
  }

  /** Displaced bookings of sessions of all that lies together with these, the oldest first. */
  List<Row> displacedIn(Collection<Long> roots) {
    return roots.isEmpty()
        ? List.of()
        : rows(
            " WHERE b.state = 'displaced' AND b.session_id IS NOT NULL AND b.resource_id IN"
                + " (SELECT r.id FROM resource r WHERE COALESCE(r.root_id, r.id) IN ("
                + places(roots.size(), 1)
                + "))",
            " ORDER BY b.id",
            List.copyOf(roots));
  }

  long add(Entry entry) {
    entities
        .createNativeQuery(
            "INSERT INTO resource_booking (resource_id, session_id, words, amount, setup_minutes,"
                + " clear_minutes, state, reason, booked_by, booked_at)"
                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'held', ?7, ?8, ?9)")
        .setParameter(1, entry.resource())
        .setParameter(2, entry.session())
        .setParameter(3, entry.words())
        .setParameter(4, entry.amount())
        .setParameter(5, entry.setup())
        .setParameter(6, entry.clear())
        .setParameter(7, entry.reason())
        .setParameter(8, entry.bookedBy())
        .setParameter(9, moment(entry.now()))
        .executeUpdate();
    return number(entities.createNativeQuery("SELECT LAST_INSERT_ID()").getSingleResult());
  }

  /** Another amount, time around it or reason for one that is there. */
  void change(long id, Entry entry) {
    entities
        .createNativeQuery(
            "UPDATE resource_booking SET amount = ?2, setup_minutes = ?3, clear_minutes = ?4,"
                + " reason = ?5, booked_by = ?6, booked_at = ?7 WHERE id = ?1")
        .setParameter(1, id)
        .setParameter(2, entry.amount())
        .setParameter(3, entry.setup())
        .setParameter(4, entry.clear())
        .setParameter(5, entry.reason())
        .setParameter(6, entry.bookedBy())
        .setParameter(7, moment(entry.now()))
        .executeUpdate();
  }

  /** It has these times from now on, and no others; without any it is displaced. */
  void keepTimes(long booking, long resource, int amount, List<Span> spans) {
    entities
        .createNativeQuery("DELETE FROM booked_time WHERE booking_id = ?1")
        .setParameter(1, booking)
        .executeUpdate();
    for (int at = 0; at < spans.size(); at += TIMES_AT_ONCE) {
      insert(
          booking, resource, amount, spans.subList(at, Math.min(spans.size(), at + TIMES_AT_ONCE)));
    }
    entities
        .createNativeQuery("UPDATE resource_booking SET state = ?2 WHERE id = ?1")
        .setParameter(1, booking)
        .setParameter(2, spans.isEmpty() ? "displaced" : "held")
        .executeUpdate();
  }

  private void insert(long booking, long resource, int amount, List<Span> spans) {
    StringBuilder sql =
        new StringBuilder(
            "INSERT INTO booked_time (booking_id, resource_id, amount, from_at, until_at) VALUES ");
    for (int i = 0; i < spans.size(); i++) {
      int first = 4 + 2 * i;
      sql.append(i == 0 ? "" : ", ").append("(?1, ?2, ?3, ?" + first + ", ?" + (first + 1) + ")");
    }
    Query insert = entities.createNativeQuery(sql.toString());
    insert.setParameter(1, booking).setParameter(2, resource).setParameter(3, amount);
    for (int i = 0; i < spans.size(); i++) {
      insert.setParameter(4 + 2 * i, moment(spans.get(i).from()));
      insert.setParameter(5 + 2 * i, moment(spans.get(i).until()));
    }
    insert.executeUpdate();
  }

  void remove(long booking) {
    entities
        .createNativeQuery("DELETE FROM resource_booking WHERE id = ?1")
        .setParameter(1, booking)
        .executeUpdate();
  }

  void move(long stays, long goes) {
    entities
        .createNativeQuery("UPDATE resource_booking SET booked_by = ?1 WHERE booked_by = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
    entities
        .createNativeQuery("UPDATE resource SET person_id = ?1 WHERE person_id = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
  }

  /** A trainer who is erased stays booked, without a name, words or what they do elsewhere. */
  void forget(long person) {
    entities
        .createNativeQuery(
            "DELETE FROM resource_booking WHERE elsewhere = TRUE AND resource_id IN"
                + " (SELECT id FROM resource WHERE person_id = ?1)")
        .setParameter(1, person)
        .executeUpdate();
    entities
        .createNativeQuery(
            "UPDATE resource_booking SET words = '', reason = '' WHERE resource_id IN"
                + " (SELECT id FROM resource WHERE person_id = ?1)")
        .setParameter(1, person)
        .executeUpdate();
    entities
        .createNativeQuery(
            "UPDATE resource SET name = '–', person_id = NULL, retired = TRUE,"
                + " version = version + 1 WHERE person_id = ?1")
        .setParameter(1, person)
        .executeUpdate();
  }

  /** Sessions that have somebody as their trainer, and that ended after a moment. */
  List<Long> taughtBy(long person, Instant ended, int most) {
    List<?> ids =
        entities
            .createNativeQuery(
                "SELECT DISTINCT b.session_id FROM resource r"
                    + " JOIN resource_booking b ON b.resource_id = r.id AND b.session_id IS NOT NULL"
                    + " JOIN booked_time t ON t.booking_id = b.id AND t.until_at > ?2"
                    + " WHERE r.person_id = ?1 ORDER BY b.session_id DESC LIMIT "
                    + most)
            .setParameter(1, person)
            .setParameter(2, moment(ended))
            .getResultList();
    return ids.stream().map(BookingRepository::number).toList();
  }

  private List<Row> rows(String where, String end, List<Object> values) {
    Query query = entities.createNativeQuery(ROW + where + BY_BOOKING + end);
    for (int i = 0; i < values.size(); i++) {
      query.setParameter(i + 1, values.get(i));
    }
    List<Row> rows = new ArrayList<>();
    for (Object each : query.getResultList()) {
      Object[] row = (Object[]) each;
      rows.add(
          new Row(
              number(row[0]),
              number(row[1]),
              row[2] == null ? null : number(row[2]),
              (String) row[3],
              (int) number(row[4]),
              (int) number(row[5]),
              (int) number(row[6]),
              row[7].equals("held"),
              (String) row[8],
              row[9] == null ? null : number(row[9]),
              Boolean.TRUE.equals(row[10])
                  || row[10] instanceof Number flag && flag.intValue() != 0,
              row[11] == null ? null : instant(row[11]),
              row[12] == null ? null : instant(row[12]),
              (int) number(row[13])));
    }
    return rows;
  }

  private static String places(int size, int first) {
    StringBuilder places = new StringBuilder();
    for (int i = 0; i < size; i++) {
      places.append(i == 0 ? "?" : ", ?").append(first + i);
    }
    return places.toString();
  }

  private static void bind(Query query, Collection<Long> values, int first) {
    int place = first;
    for (Long value : values) {
      query.setParameter(place++, value);
    }
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static LocalDateTime moment(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Instant instant(Object value) {
    return value instanceof java.sql.Timestamp stamp
        ? stamp.toInstant()
        : ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
  }
}
