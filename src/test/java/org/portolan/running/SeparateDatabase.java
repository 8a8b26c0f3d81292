package org.portolan.running;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.portolan.launcher.EmbeddedDatabase;
import org.portolan.launcher.UnpackedPrograms;

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
    return start(folder, List.of());
  }

  /** The same with more options of the server, which win over its usual ones. */
  public static SeparateDatabase start(Path folder, List<String> options) {
    Path programs = folder.toAbsolutePath().resolve("programs");
    linkPrograms(programs);
    EmbeddedDatabase database =
        EmbeddedDatabase.in(
            jar(),
            programs,
            folder.toAbsolutePath().resolve("database"),
            options,
            System.out::println);
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    database.start();
    return new SeparateDatabase(database);
  }

  /** Spares whoever looks for the program of the database in a folder unpacking it there. */
  static void linkPrograms(Path programs) {
    Path shared = Path.of(System.getProperty("portolan.it.directory"), "unpacked-programs");
    UnpackedPrograms.link(jar(), shared.toAbsolutePath(), programs);
  }

  private static Path jar() {
    Path packaged = Path.of(System.getProperty("portolan.packaged")).toAbsolutePath();
    return packaged.resolveSibling("lib").resolve("mariadb.jar");
  }

  String url() {
    return database.url();
  }

  String user() {
    return database.user();
  }

  String password() {
    return database.password();
  }

  public DataSource dataSource() {
    MysqlDataSource source = new MysqlDataSource();
    source.setUrl(url());
    source.setUser(user());
    source.setPassword(password());
    return source;
  }

  /** For writing rows by the million that are known to fit together. */
  public DataSource bulkSource() {
    MysqlDataSource source = (MysqlDataSource) dataSource();
    source.setUrl(url() + "&sessionVariables=foreign_key_checks=0,unique_checks=0");
    return source;
  }

  /** What an application has to be told to use it. */
  public Map<String, String> settings() {
    return Map.of(
        "PORTOLAN_DB_URL", url(),
        "PORTOLAN_DB_USER", user(),
        "PORTOLAN_DB_PASSWORD", password());
  }

  public long pid() {
    return database.pid();
  }

  /** Ends it as a crash would; it comes back by itself, with what it had on disk. */
  public void kill() {
    database.kill();
  }

  @Override
  public void close() {
    database.close();
  }
}
