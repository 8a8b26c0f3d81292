package org.portolan.platform.search;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.portolan.platform.search.IndexTailer.Progress;

/**
 * Where nodes say how far they came with an index that they build, and operators ask for one. A
 * command uses it too, which has no Lucene.
 */
final class BuildingTable {
  private static final String TELL =
      "INSERT INTO index_building (node, rebuild, done, total, serves, seen_at)"
          + " VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(6)) ON DUPLICATE KEY UPDATE"
          + " rebuild = VALUES(rebuild), done = VALUES(done), total = VALUES(total),"
          + " serves = VALUES(serves), seen_at = VALUES(seen_at)";

  private static final int LONGEST_HOST = 100;

  private final Connection connection;

  BuildingTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param rebuild the number of the request that the index is for
   * @param serves whether it answers by now
   */
  record Row(String node, long rebuild, long done, long total, boolean serves) {}

  private static String node() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "node";
    }
    return host.substring(0, Math.min(host.length(), LONGEST_HOST))
        + "/"
        + ProcessHandle.current().pid();
  }

  /** What this node has come to. */
  void tell(long rebuild, Progress progress, boolean serves) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TELL)) {
      statement.setString(1, node());
      statement.setLong(2, rebuild);
      statement.setLong(3, progress.done());
      statement.setLong(4, progress.all());
      statement.setBoolean(5, serves);
      statement.executeUpdate();
    }
  }

  /** Asks every node for an index; the number by which they tell it from earlier ones. */
  long ask() throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement asked =
            connection.prepareStatement(
                "UPDATE index_head SET rebuild = rebuild + 1 WHERE id = 1");
        PreparedStatement read =
            connection.prepareStatement("SELECT rebuild FROM index_head WHERE id = 1")) {
      asked.executeUpdate();
      long number;
      try (ResultSet row = read.executeQuery()) {
        row.next();
        number = row.getLong(1);
      }
      connection.commit();
      return number;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** The nodes that took up this request or a later one, by name. */
  List<Row> since(long rebuild) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT node, rebuild, done, total, serves FROM index_building WHERE rebuild >= ?"
                + " ORDER BY node")) {
      statement.setLong(1, rebuild);
      List<Row> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(
              new Row(
                  row.getString(1),
                  row.getLong(2),
                  row.getLong(3),
                  row.getLong(4),
                  row.getBoolean(5)));
        }
      }
      return rows;
    }
  }

  /** Forgets nodes that were not heard of for a week. */
  void prune() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "DELETE FROM index_building WHERE seen_at < UTC_TIMESTAMP(6) - INTERVAL 7 DAY")) {
      statement.executeUpdate();
    }
  }
}
