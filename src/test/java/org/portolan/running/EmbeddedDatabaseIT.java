package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The embedded database when things go wrong around it. */
class EmbeddedDatabaseIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @BeforeEach
  void onlyWhereItIsUsed() {
    assumeFalse(MySqlServer.wanted(), "the embedded database is what is looked at");
  }

  @Test
  void aRestartThatFailsIsTriedAgainUntilItSucceeds() throws Exception {
    Path folder = folder("restarted-database");
    try (SeparateDatabase database = SeparateDatabase.start(folder)) {
      Path program = program(folder);
      Path hidden = program.resolveSibling("hidden");
      Files.move(program, hidden);
      ProcessHandle first = ProcessHandle.of(database.pid()).orElseThrow();
      first.destroyForcibly();
      first.onExit().get(10, TimeUnit.SECONDS);
      // time enough for more than one try, all of which find no program
      Thread.sleep(2_000);
      assertThat(answers(database)).isFalse();

      Files.move(hidden, program);
      Instant limit = Instant.now().plus(SOON);
      while (!answers(database) && Instant.now().isBefore(limit)) {
        Thread.sleep(100);
      }
      assertThat(answers(database)).isTrue();
      assertThat(database.pid()).isNotEqualTo(first.pid());
    }
  }

  @Test
  void oneLeftBehindByAKilledLauncherIsStoppedFirstAlsoBehindALink() throws Exception {
    Path real = folder("left-behind");
    Path link = real.resolveSibling("left-behind-link");
    Files.deleteIfExists(link);
    Files.createDirectories(real);
    Files.createSymbolicLink(link, real);
    Path data = link.resolve("data");
    ProcessHandle left;
    try (PackagedApplication killed =
        PackagedApplication.startOn(data, PackagedApplication.QUICK, Map.of())) {
      left = ProcessHandle.of(pid(data)).orElseThrow();
      ProcessHandle launcher = ProcessHandle.of(killed.pid()).orElseThrow();
      launcher.destroyForcibly();
      launcher.onExit().get(10, TimeUnit.SECONDS);
      assertThat(left.isAlive()).as("the database of a killed launcher").isTrue();
    }
    try (PackagedApplication next =
        PackagedApplication.startOn(data, PackagedApplication.QUICK, Map.of())) {
      assertThat(next.log()).contains("that an earlier start left running");
      assertThat(left.isAlive()).isFalse();
    } finally {
      left.destroyForcibly();
    }
  }

  @Test
  void whatItPutsAsideForAMomentLiesInItsOwnFolder() throws Exception {
    Path folder = folder("temporary-files");
    try (SeparateDatabase database = SeparateDatabase.start(folder);
        Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select @@tmpdir")) {
      rows.next();
      Path temporary = Path.of(rows.getString(1));
      assertThat(temporary).startsWith(folder).isDirectory();
    }
  }

  private static boolean answers(SeparateDatabase database) {
    try (Connection connection = database.dataSource().getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private static Path program(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("programs"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("mariadbd(\\.exe)?"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static long pid(Path data) throws IOException {
    return Long.parseLong(Files.readString(data.resolve("database/mariadbd.pid")).strip());
  }

  private static Path folder(String name) {
    Path folder = Path.of(System.getProperty("portolan.it.directory"), name).toAbsolutePath();
    TestDatabase.empty(folder);
    return folder;
  }
}
