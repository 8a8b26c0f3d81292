package org.portolan.platform.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.portolan.platform.audit.AuditEntry.Personal;
import org.portolan.platform.audit.PersonKeys.PersonKey;

/**
 * Reads the trail. Asks nobody whether they may: the service that calls has done so, by the rules
 * of the record.
 */
@ApplicationScoped
public class AuditReading {
  private static final int MOST = 200;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Inject private PersonKeys personKeys;
  @Inject private AuditSealing sealing;

  /** What was done to a record, the newest first. */
  public AuditPage history(String kind, String code, String cursor, int size) {
    return search(AuditFilter.ofRecord(kind, code), cursor, size);
  }

  /**
   * Entries of any record, the newest first.
   *
   * @param cursor as a page before gave it; null, or one that is none, begins with the newest
   */
  @Transactional
  public AuditPage search(AuditFilter filter, String cursor, int size) {
    int limit = Math.max(1, Math.min(MOST, size));
    try {
      List<Stored> found = read(filter, cursor, limit + 1);
      boolean more = found.size() > limit;
      List<Stored> shown = more ? found.subList(0, limit) : found;
      Map<Long, PersonKey> keys = keys(shown);
      return new AuditPage(
          shown.stream().map(stored -> stored.entry(keys)).toList(),
          more ? Long.toString(shown.get(limit - 1).id()) : null);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How far the chain reaches, as the database and this node see it. */
  @Transactional
  public TrailState state() {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT h.number, COUNT(e.id), MIN(e.happened_at) FROM audit_head h"
                    + " LEFT JOIN audit_entry e ON e.seq IS NULL WHERE h.id = 1"
                    + " GROUP BY h.number");
        ResultSet row = statement.executeQuery()) {
      boolean there = row.next();
      LocalDateTime since = there ? row.getObject(3, LocalDateTime.class) : null;
      return new TrailState(
          there ? row.getLong(1) : 0,
          there ? row.getLong(2) : 0,
          since == null ? null : since.toInstant(ZoneOffset.UTC),
          sealing.warning().orElse(null));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Stored> read(AuditFilter filter, String cursor, int limit) throws SQLException {
    AuditFilter.Where where = filter.where();
    if (cursor != null && cursor.matches("\\d{1,18}")) {
      where.add("id < ?", Long.valueOf(cursor));
    }
    String conditions =
        where.conditions().isEmpty() ? "" : " WHERE " + String.join(" AND ", where.conditions());
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT id, seq, "
                    + AuditRow.COLUMNS
                    + " FROM audit_entry"
                    + conditions
                    + " ORDER BY id DESC LIMIT ?")) {
      int at = 0;
      for (Object value : where.values()) {
        statement.setObject(++at, value);
      }
      statement.setInt(++at, limit);
      List<Stored> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(new Stored(row.getLong(1), row.getString(2) != null, AuditRow.read(row, 3)));
        }
      }
      return found;
    }
  }

  private Map<Long, PersonKey> keys(List<Stored> shown) throws SQLException {
    return personKeys.toRead(
        shown.stream()
            .flatMap(stored -> stored.personal().stream())
            .map(EncryptedValue::keyId)
            .collect(Collectors.toSet()));
  }

  static LocalDateTime moment(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** An entry with its personal values still encrypted. */
  private record Stored(long id, boolean sealed, AuditRow row, List<EncryptedValue> personal) {
    Stored(long id, boolean sealed, AuditRow row) {
      this(id, sealed, row, EncryptedValue.read(row.personal()));
    }

    AuditEntry entry(Map<Long, PersonKey> keys) {
      return new AuditEntry(
          id,
          row.happenedAt().toInstant(ZoneOffset.UTC),
          row.actorId(),
          row.behindId(),
          row.channel(),
          row.requestId(),
          row.action(),
          row.kind(),
          row.recordId(),
          row.scopeKind(),
          row.scopeCode(),
          sealed,
          ChangesText.read(row.changes()),
          personal.stream().map(value -> readable(value, keys.get(value.keyId()))).toList());
    }

    private Personal readable(EncryptedValue value, PersonKey key) {
      Optional<Change> change =
          key == null
              ? Optional.empty()
              : value.decrypt(key.secret(), HexFormat.of().formatHex(row.nonce()));
      return new Personal(
          value.personId(),
          change.orElseGet(() -> new Change(value.field(), null, null)),
          change.isEmpty());
    }
  }
}
