package org.portolan.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

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
    SeparateDatabase database = SeparateDatabase.start(directory);
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
