package org.portolan.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.portolan.launcher.EmbeddedDatabase;

/**
 * An empty schema on a real server, for tests that start the application without its launcher: on
 * the embedded MariaDB, or on MySQL where the build was told to (profile mysql).
 */
public record TestDatabase(String url, String user, String password) {

  public static TestDatabase create(String name) {
    return MySqlServer.wanted() ? MySqlServer.shared().schema(name) : embedded(name);
  }

  private static TestDatabase embedded(String name) {
    Path directory = Path.of(System.getProperty("portolan.it.directory"), name + "-database");
    empty(directory);
    Path packaged = Path.of(System.getProperty("portolan.packaged")).getParent();
    EmbeddedDatabase database =
        EmbeddedDatabase.in(
            packaged.resolve("lib/mariadb.jar"),
            directory.resolve("programs"),
            directory.resolve("database"),
            List.of(),
            System.out::println);
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    database.start();
    return new TestDatabase(database.url(), database.user(), database.password());
  }

  /** Tests begin with an empty installation, whatever an earlier run left. */
  public static void empty(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
