package org.portolan.platform.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The table of changes. Whoever changes an item adds a row without a number in the same
 * transaction. Any node then numbers the committed rows, one node at a time behind the lock on
 * {@code index_head}. So numbers become visible in order, and a transaction that commits late is
 * numbered late instead of being overtaken, which a position in the primary key would miss.
 */
public final class ChangeLog implements ChangeFeed {
  /** What a writer adds in its own transaction: kind and id. */
  public static final String INSERT =
      "INSERT INTO index_change (kind, entity_id, created_at) VALUES (?, ?, UTC_TIMESTAMP(6))";

  private static final int BATCH = 1_000;

  private final DataSource database;

  public ChangeLog(DataSource database) {
    this.database = database;
  }

  @Override
  public int seal() throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (!waiting(connection)) {
        return 0;
      }
      boolean auto = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        int sealed = number(connection);
        connection.commit();
        return sealed;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(auto);
      }
    }
  }

  /** Cheap and without a lock, as most times there is nothing to do. */
  private static boolean waiting(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT id FROM index_change WHERE seq IS NULL LIMIT 1");
        ResultSet row = statement.executeQuery()) {
      return row.next();
    }
  }

  /**
   * The lock comes first: what is read after it includes everything that the node before us
   * numbered. The rows themselves are read without locking, so that writers under way neither wait
   * nor are waited for.
   */
  private static int number(Connection connection) throws SQLException {
    long head;
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT head FROM index_head WHERE id = 1 FOR UPDATE");
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("index_head has lost its row");
      }
      head = row.getLong(1);
    }
    List<Long> ids = unnumbered(connection);
    if (ids.isEmpty()) {
      return 0;
    }
    String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE index_change SET seq = ? + FIELD(id, "
                + list
                + ") WHERE id IN ("
                + list
                + ")")) {
      statement.setLong(1, head);
      statement.executeUpdate();
    }
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE index_head SET head = ? WHERE id = 1")) {
      statement.setLong(1, head + ids.size());
      statement.executeUpdate();
    }
    return ids.size();
  }

  private static List<Long> unnumbered(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id FROM index_change WHERE seq IS NULL ORDER BY id LIMIT ?")) {
      statement.setInt(1, BATCH);
      return ids(statement);
    }
  }

  @Override
  public List<Change> since(long position, int limit) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT seq, kind, entity_id FROM index_change WHERE seq > ? ORDER BY seq LIMIT ?")) {
      statement.setLong(1, position);
      statement.setInt(2, limit);
      List<Change> changes = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          changes.add(new Change(rows.getLong(1), rows.getString(2), rows.getLong(3)));
        }
      }
      return changes;
    }
  }

  @Override
  public long head() throws SQLException {
    return number("SELECT head FROM index_head WHERE id = 1").orElse(0);
  }

  @Override
  public long rebuilds() throws SQLException {
    return number("SELECT rebuild FROM index_head WHERE id = 1").orElse(0);
  }

  /** Changes that an index lacks, and for how long the oldest of them has been waiting. */
  record Behind(long changes, double seconds) {}

  Behind behind(long position) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT COUNT(*), COALESCE(MAX(TIMESTAMPDIFF(MICROSECOND, created_at,"
                    + " UTC_TIMESTAMP(6))), 0) FROM index_change WHERE seq > ? OR seq IS NULL")) {
      statement.setLong(1, position);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        // a clock that was set back says nothing of the future
        return new Behind(row.getLong(1), Math.max(0, row.getLong(2) / 1e6));
      }
    }
  }

  @Override
  public OptionalLong oldest() throws SQLException {
    return number("SELECT MIN(seq) FROM index_change");
  }

  /**
   * Forgets numbered changes of before this time; a node that has not read them yet builds its
   * index anew. Rows are chosen without locking and deleted by key, so that nobody who adds a
   * change has to wait.
   */
  public int prune(Instant olderThan) throws SQLException {
    int pruned = 0;
    try (Connection connection = database.getConnection()) {
      List<Long> ids = old(connection, olderThan);
      while (!ids.isEmpty()) {
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        try (PreparedStatement statement =
            connection.prepareStatement("DELETE FROM index_change WHERE id IN (" + list + ")")) {
          pruned += statement.executeUpdate();
        }
        ids = ids.size() < BATCH ? List.of() : old(connection, olderThan);
      }
    }
    return pruned;
  }

  private static List<Long> old(Connection connection, Instant olderThan) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id FROM index_change WHERE seq IS NOT NULL AND created_at < ? ORDER BY seq"
                + " LIMIT ?")) {
      statement.setObject(1, LocalDateTime.ofInstant(olderThan, ZoneOffset.UTC));
      statement.setInt(2, BATCH);
      return ids(statement);
    }
  }

  private static List<Long> ids(PreparedStatement statement) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
    }
    return ids;
  }

  private OptionalLong number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return OptionalLong.empty();
      }
      long number = row.getLong(1);
      return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }
  }
}
