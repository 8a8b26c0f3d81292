package org.portolan.harvest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portolan.platform.search.SearchDocument;

/**
 * Writes what became of items, in a transaction that one node at a time has: each record that
 * changed gets the next place, and all of a transaction get its end as their moment, so that nobody
 * who asked before is told of an earlier one.
 */
final class HarvestLedger {
  private static final int LONGEST_PATH = 200;

  private final Connection connection;
  private final long first;
  private long place;

  /** How far it came, and with which content. */
  record Head(long position, long place, String content) {}

  private record Known(long id, boolean gone, String fingerprint) {}

  private HarvestLedger(Connection connection, Head head) {
    this.connection = connection;
    this.first = head.place();
    this.place = head.place();
  }

  /** Empty while another node is at it. */
  static Optional<Head> head(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT position, seq, content FROM harvest_head WHERE id = 1 FOR UPDATE SKIP"
                    + " LOCKED");
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(new Head(row.getLong(1), row.getLong(2), row.getString(3)))
          : Optional.empty();
    }
  }

  static HarvestLedger after(Head head, Connection connection) {
    return new HarvestLedger(connection, head);
  }

  /**
   * @param ids that were asked for
   * @param found those of them that are public now
   */
  void take(String kind, Collection<Long> ids, List<SearchDocument> found) throws SQLException {
    Map<Long, Known> known = known(kind, ids);
    Set<Long> missing = new LinkedHashSet<>(ids);
    for (SearchDocument item : found) {
      missing.remove(item.id());
      write(item, known.get(item.id()));
    }
    for (long id : missing) {
      Known before = known.get(id);
      if (before != null && !before.gone()) {
        update(before.id(), true, "", before.fingerprint());
      }
    }
  }

  private void write(SearchDocument item, Known before) throws SQLException {
    String fingerprint = Fingerprint.of(item);
    if (before == null) {
      sets(insert(item, fingerprint), item);
    } else if (before.gone() || !before.fingerprint().equals(fingerprint)) {
      update(before.id(), false, path(item), fingerprint);
      sets(before.id(), item);
    }
  }

  /** Those of a kind that are not known to be gone. */
  Set<Long> present(String kind) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT entity_id FROM harvest_record WHERE kind = ? AND gone = FALSE")) {
      select.setString(1, kind);
      Set<Long> ids = new LinkedHashSet<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getLong(1));
        }
      }
      return ids;
    }
  }

  /** The last thing before the end of the transaction. */
  void reached(long position, String content, Instant now) throws SQLException {
    try (PreparedStatement stamp =
        connection.prepareStatement("UPDATE harvest_record SET changed_at = ? WHERE seq > ?")) {
      stamp.setObject(1, moment(now));
      stamp.setLong(2, first);
      stamp.executeUpdate();
    }
    try (PreparedStatement head =
        connection.prepareStatement(
            "UPDATE harvest_head SET position = ?, seq = ?, content = ? WHERE id = 1")) {
      head.setLong(1, position);
      head.setLong(2, place);
      head.setString(3, content);
      head.executeUpdate();
    }
  }

  static LocalDateTime moment(Instant instant) {
    return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
  }

  private Map<Long, Known> known(String kind, Collection<Long> ids) throws SQLException {
    Map<Long, Known> known = new HashMap<>();
    if (ids.isEmpty()) {
      return known;
    }
    String marks = "?" + ", ?".repeat(ids.size() - 1);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT entity_id, id, gone, fingerprint FROM harvest_record WHERE kind = ? AND"
                + " entity_id IN ("
                + marks
                + ")")) {
      select.setString(1, kind);
      int at = 1;
      for (long id : ids) {
        select.setLong(++at, id);
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.put(
              rows.getLong(1), new Known(rows.getLong(2), rows.getBoolean(3), rows.getString(4)));
        }
      }
    }
    return known;
  }

  private long insert(SearchDocument item, String fingerprint) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO harvest_record (kind, entity_id, seq, changed_at, gone, path,"
                + " fingerprint) VALUES (?, ?, ?, UTC_TIMESTAMP(), FALSE, ?, ?)",
            PreparedStatement.RETURN_GENERATED_KEYS)) {
      insert.setString(1, item.kind());
      insert.setLong(2, item.id());
      insert.setLong(3, ++place);
      insert.setString(4, path(item));
      insert.setString(5, fingerprint);
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  private static String path(SearchDocument item) {
    return item.path().length() > LONGEST_PATH ? "" : item.path();
  }

  private void update(long id, boolean gone, String path, String fingerprint) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE harvest_record SET seq = ?, gone = ?, path = ?, fingerprint = ? WHERE id"
                + " = ?")) {
      update.setLong(1, ++place);
      update.setBoolean(2, gone);
      update.setString(3, path);
      update.setString(4, fingerprint);
      update.setLong(5, id);
      update.executeUpdate();
    }
  }

  private void sets(long id, SearchDocument item) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM harvest_set WHERE record_id = ?")) {
      delete.setLong(1, id);
      delete.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO harvest_set (record_id, spec) VALUES (?, ?)")) {
      for (String set : HarvestSets.of(item)) {
        insert.setLong(1, id);
        insert.setString(2, set);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
