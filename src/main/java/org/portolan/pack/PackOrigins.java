package org.portolan.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where records came from that others wrote, in the database. */
@ApplicationScoped
class PackOrigins {
  static final String PRACTICE = "practice";
  static final String COLLECTION = "collection";

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /**
   * Where one came from.
   *
   * @param record its number here
   * @param id by which it is known there
   * @param edition that was taken, and since when readers there see it
   * @param digest of what was taken
   */
  record Origin(long record, String id, int edition, Instant date, String digest) {}

  @Transactional
  public Map<Long, Origin> ofRecords(String kind, Collection<Long> records) {
    Map<Long, Origin> found = new HashMap<>();
    find(kind, "record_id", records).forEach(origin -> found.put(origin.record(), origin));
    return found;
  }

  @Transactional
  public Map<String, Origin> byIds(String kind, Collection<String> ids) {
    Map<String, Origin> found = new HashMap<>();
    find(kind, "origin", ids).forEach(origin -> found.put(origin.id(), origin));
    return found;
  }

  Optional<Origin> byId(String kind, String id) {
    return Optional.ofNullable(byIds(kind, List.of(id)).get(id));
  }

  private List<Origin> find(String kind, String column, Collection<?> values) {
    if (values.isEmpty()) {
      return List.of();
    }
    Query query =
        entities.createNativeQuery(
            "SELECT record_id, origin, edition, origin_date, digest FROM pack_origin"
                + " WHERE kind = ? AND "
                + column
                + " IN ("
                + String.join(", ", Collections.nCopies(values.size(), "?"))
                + ")");
    query.setParameter(1, kind);
    int at = 1;
    for (Object value : values) {
      query.setParameter(++at, value);
    }
    List<?> rows = query.getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Origin(
                    ((Number) row[0]).longValue(),
                    (String) row[1],
                    ((Number) row[2]).intValue(),
                    instant(row[3]),
                    (String) row[4]))
        .toList();
  }

  private static Instant instant(Object value) {
    return value instanceof LocalDateTime moment
        ? moment.toInstant(ZoneOffset.UTC)
        : ((Timestamp) value).toInstant();
  }

  /** In the place of what was said of the record before. */
  void keep(String kind, Origin origin) {
    entities
        .createNativeQuery("DELETE FROM pack_origin WHERE kind = ?1 AND record_id = ?2")
        .setParameter(1, kind)
        .setParameter(2, origin.record())
        .executeUpdate();
    entities
        .createNativeQuery(
            "INSERT INTO pack_origin (kind, record_id, origin, edition, origin_date, digest,"
                + " taken_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .setParameter(1, kind)
        .setParameter(2, origin.record())
        .setParameter(3, origin.id())
        .setParameter(4, origin.edition())
        .setParameter(5, LocalDateTime.ofInstant(origin.date(), ZoneOffset.UTC))
        .setParameter(6, origin.digest())
        .setParameter(7, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .executeUpdate();
  }
}
