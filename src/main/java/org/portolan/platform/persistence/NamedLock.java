package org.portolan.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A lock that all nodes on one database share. It is held by a connection, so a node that dies lets
 * go of it.
 */
public final class NamedLock implements AutoCloseable {
  /** The server has one set of names for all its databases. */
  private static final String NAME = "CONCAT('portolan.', ?, '.', MD5(DATABASE()))";

  private final Connection connection;
  private final String name;

  private NamedLock(Connection connection, String name) {
    this.connection = connection;
    this.name = name;
  }

  /** Waits for the lock as long as given, in whole seconds; empty when another had it all along. */
  public static Optional<NamedLock> take(DataSource database, String name, Duration longest)
      throws SQLException {
    Connection connection = database.getConnection();
    boolean taken = false;
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT GET_LOCK(" + NAME + ", ?)")) {
      statement.setString(1, name);
      statement.setLong(2, longest.toSeconds());
      try (ResultSet row = statement.executeQuery()) {
        taken = row.next() && row.getInt(1) == 1;
      }
      return taken ? Optional.of(new NamedLock(connection, name)) : Optional.empty();
    } finally {
      if (!taken) {
        connection.close();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection;
        PreparedStatement statement =
            connection.prepareStatement("SELECT RELEASE_LOCK(" + NAME + ")")) {
      statement.setString(1, name);
      statement.executeQuery().close();
    }
  }
}
