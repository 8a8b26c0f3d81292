package org.portolan.running;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.portolan.launcher.EmbeddedDatabase;

/**
 * The embedded database started beside the application instead of by it, for tests that write to it
 * in bulk, measure it, or share it between nodes.
 */
public final class SeparateDatabase implements AutoCloseable {
  private final EmbeddedDatabase database;

  private SeparateDatabase(EmbeddedDatabase database) {
    this.database = database;
  }

  /** Starts it on what is in the folder, or on nothing. */
  public static SeparateDatabase start(Path folder) {
    Path packaged = Path.of(System.getProperty("portolan.packaged")).toAbsolutePath();
    return new SeparateDatabase(
        EmbeddedDatabase.start(
            packaged.resolveSibling("lib").resolve("mariadb.jar"),
            folder.toAbsolutePath().resolve("programs"),
            folder.toAbsolutePath().resolve("database"),
            List.of(),
            System.out::println));
  }

  public DataSource dataSource() {
    MysqlDataSource source = new MysqlDataSource();
    source.setUrl(database.url());
    source.setUser(database.user());
    source.setPassword(database.password());
    return source;
  }

  /** What an application has to be told to use it. */
  public Map<String, String> settings() {
    return Map.of(
        "PORTOLAN_DB_URL", database.url(),
        "PORTOLAN_DB_USER", database.user(),
        "PORTOLAN_DB_PASSWORD", database.password());
  }

  public long pid() {
    return database.pid();
  }

  @Override
  public void close() {
    database.close();
  }
}
