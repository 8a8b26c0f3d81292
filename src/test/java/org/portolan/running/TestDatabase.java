package org.portolan.running;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * An empty schema on a real server, for tests that start the application without its launcher: on
 * the embedded MariaDB, or on MySQL where the build was told to (profile mysql).
 */
public record TestDatabase(String url, String user, String password) {
  /** Key of the audit trail of applications on such a database. */
  public static final String AUDIT_KEY = "a key of the audit trail for tests only";

  private static final int MOST_TRIES = 20;

  public static TestDatabase create(String name) {
    return MySqlServer.wanted() ? MySqlServer.shared().schema(name) : embedded(name);
  }

  /** One on a server that was started apart. */
  public static TestDatabase on(SeparateDatabase database) {
    return new TestDatabase(database.url(), database.user(), database.password());
  }

  /** Whether tests run on another server than the embedded one. */
  public static boolean foreign() {
    return MySqlServer.wanted();
  }

  /** Whoever is asked about an application is left in peace, so that what is there stays. */
  public void remindNobody() {
    update("UPDATE application SET nudge_at = NULL");
  }

  /** Does what no person can: such as letting time pass for a row. */
  public int update(String sql, Object... values) {
    try (Connection connection = dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a question that has one number for an answer gives. */
  public long number(String sql) {
    try (Connection connection = dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public DataSource dataSource() {
    MysqlDataSource source = new MysqlDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  /** What an application has to be told to use it. */
  public Map<String, String> settings() {
    return Map.of(
        "PORTOLAN_DB_URL", url,
        "PORTOLAN_DB_USER", user,
        "PORTOLAN_DB_PASSWORD", password,
        // nodes on one database have the same keys
        "PORTOLAN_AUDIT_KEY", AUDIT_KEY,
        "PORTOLAN_SECRET_KEY", "a key of the sealed box, for tests only");
  }

  private static TestDatabase embedded(String name) {
    Path directory = Path.of(System.getProperty("portolan.it.directory"), name + "-database");
    empty(directory);
    return on(SeparateDatabase.start(directory));
  }

  /**
   * Tests begin with an empty installation, whatever an earlier run left. Also under a node that
   * writes there meanwhile: what came in between goes as well.
   */
  public static void empty(Path directory) {
    for (int left = MOST_TRIES; Files.exists(directory); left--) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
        return;
      } catch (DirectoryNotEmptyException | UncheckedIOException e) {
        if (left == 0) {
          throw new IllegalStateException(e);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
