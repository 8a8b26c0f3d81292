package org.portolan.booking;

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

/** The table of addresses from which it is read when trainers are busy. */
@ApplicationScoped
class BusyAddressRows {
  @PersistenceContext private EntityManager entities;

  /**
   * One that is to be read.
   *
   * @param wholeAt when all of it was read last, or null
   */
  record Due(
      long resource,
      byte[] sealed,
      String tag,
      String modified,
      Instant wholeAt,
      int failures,
      Instant keptAt) {}

  @Transactional(Transactional.TxType.MANDATORY)
  void keep(long resource, byte[] sealed, String host, long by, Instant now) {
    query(
            "INSERT INTO busy_address (resource_id, sealed, host, next_at, failures, times, met,"
                + " kept_by, kept_at) VALUES (?1, ?2, ?3, ?4, 0, 0, 0, ?5, ?4) ON DUPLICATE KEY"
                + " UPDATE sealed = VALUES(sealed), host = VALUES(host), tag = NULL, modified ="
                + " NULL, next_at = VALUES(next_at), read_at = NULL, whole_at = NULL, failed_at ="
                + " NULL, problem = NULL, failures = 0, times = 0, met = 0, kept_by ="
                + " VALUES(kept_by), kept_at = VALUES(kept_at)")
        .setParameter(1, resource)
        .setParameter(2, sealed)
        .setParameter(3, host)
        .setParameter(4, utc(now))
        .setParameter(5, by)
        .executeUpdate();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  boolean remove(long resource) {
    return query("DELETE FROM busy_address WHERE resource_id = ?1")
            .setParameter(1, resource)
            .executeUpdate()
        == 1;
  }

  @Transactional
  Optional<BusyAddress> find(long resource) {
    List<?> rows =
        query(
                "SELECT host, read_at, times, met, problem, failed_at, next_at FROM busy_address"
                    + " WHERE resource_id = ?1")
            .setParameter(1, resource)
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(
            row ->
                new BusyAddress(
                    (String) row[0],
                    instant(row[1]),
                    ((Number) row[2]).intValue(),
                    ((Number) row[3]).intValue(),
                    (String) row[4],
                    instant(row[5]),
                    instant(row[6])))
        .findFirst();
  }

  /** Those of trainers who can be booked whose turn has come, the longest waiting first. */
  @Transactional
  List<Due> due(Instant now, int most) {
    List<?> rows =
        query(
                "SELECT b.resource_id, b.sealed, b.tag, b.modified, b.whole_at, b.failures,"
                    + " b.kept_at FROM busy_address b JOIN resource r ON r.id = b.resource_id AND"
                    + " r.retired = FALSE WHERE b.next_at <= ?1 ORDER BY b.next_at")
            .setParameter(1, utc(now))
            .setMaxResults(most)
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(
            row ->
                new Due(
                    ((Number) row[0]).longValue(),
                    (byte[]) row[1],
                    (String) row[2],
                    (String) row[3],
                    instant(row[4]),
                    ((Number) row[5]).intValue(),
                    instant(row[6])))
        .toList();
  }

  /** Whether it is still the same address; it may have been changed while it was read. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean held(Due due) {
    return !query(
            "SELECT resource_id FROM busy_address WHERE resource_id = ?1 AND kept_at = ?2 FOR"
                + " UPDATE")
        .setParameter(1, due.resource())
        .setParameter(2, utc(due.keptAt()))
        .getResultList()
        .isEmpty();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void unchanged(Due due, Instant now, Instant next) {
    query(
            "UPDATE busy_address SET read_at = ?1, next_at = ?2, problem = NULL, failures = 0 WHERE"
                + " resource_id = ?3")
        .setParameter(1, utc(now))
        .setParameter(2, utc(next))
        .setParameter(3, due.resource())
        .executeUpdate();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void read(Due due, BusyKept kept, String tag, String modified, Instant now, Instant next) {
    query(
            "UPDATE busy_address SET read_at = ?1, whole_at = ?1, next_at = ?2, problem = NULL,"
                + " failures = 0, times = ?3, met = ?4, tag = ?5, modified = ?6 WHERE resource_id ="
                + " ?7")
        .setParameter(1, utc(now))
        .setParameter(2, utc(next))
        .setParameter(3, kept.times())
        .setParameter(4, kept.met())
        .setParameter(5, tag)
        .setParameter(6, modified)
        .setParameter(7, due.resource())
        .executeUpdate();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void failed(Due due, String problem, Instant now, Instant next) {
    query(
            "UPDATE busy_address SET failed_at = ?1, next_at = ?2, problem = ?3, failures ="
                + " failures + 1 WHERE resource_id = ?4")
        .setParameter(1, utc(now))
        .setParameter(2, utc(next))
        .setParameter(3, problem)
        .setParameter(4, due.resource())
        .executeUpdate();
  }

  /** What opens the calendar of somebody who is erased. */
  @Transactional(Transactional.TxType.MANDATORY)
  void forget(long person) {
    query(
            "DELETE FROM busy_address WHERE resource_id IN (SELECT id FROM resource WHERE person_id"
                + " = ?1)")
        .setParameter(1, person)
        .executeUpdate();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void move(long stays, long goes) {
    query("UPDATE busy_address SET kept_by = ?1 WHERE kept_by = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
  }

  private Query query(String sql) {
    return entities.createNativeQuery(sql);
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  private static Instant instant(Object value) {
    if (value == null) {
      return null;
    }
    return value instanceof Timestamp stamp
        ? stamp.toLocalDateTime().toInstant(ZoneOffset.UTC)
        : ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
  }
}
