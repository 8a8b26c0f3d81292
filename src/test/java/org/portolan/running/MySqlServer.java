package org.portolan.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real MySQL server on loopback, unpacked by the profile mysql, for the time of one test run. */
final class MySqlServer {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String USER = "portolan";
  private static final String PASSWORD = "only-for-this-test-run";
  private static final String PARAMETERS =
      "?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC"
          + "&forceConnectionTimeZoneToSession=true&cachePrepStmts=true&useServerPrepStmts=true"
          + "&rewriteBatchedStatements=true";
  private static MySqlServer shared;

  private final Path home;
  private final Path directory;
  private final int port;
  private Process process;

  private MySqlServer(Path home, Path directory, int port) {
    this.home = home;
    this.directory = directory;
    this.port = port;
  }

  static boolean wanted() {
    return !System.getProperty("portolan.it.mysql", "").isEmpty();
  }

  static synchronized MySqlServer shared() {
    if (shared == null) {
      try {
        shared = start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return shared;
  }

  /** A new, empty schema of this name. */
  TestDatabase schema(String name) {
    String schema = "portolan_" + name.replace('-', '_');
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + port + "/" + PARAMETERS, USER, PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + schema);
      statement.execute(
          "CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci");
    } catch (SQLException e) {
      throw new IllegalStateException("MySQL does not give a schema", e);
    }
    return new TestDatabase(
        "jdbc:mysql://127.0.0.1:" + port + "/" + schema + PARAMETERS, USER, PASSWORD);
  }

  private static MySqlServer start() throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("portolan.it.mysql"));
    Path directory = Path.of(System.getProperty("portolan.it.directory"), "mysql");
    TestDatabase.empty(directory);
    Files.createDirectories(directory);
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      MySqlServer server = new MySqlServer(home, directory, socket.getLocalPort());
      server.makeExecutable();
      if (server.run("--version") != 0) {
        DebianPackages.install("libaio1", "libnuma1");
      }
      if (server.run("--initialize-insecure") != 0) {
        throw new IllegalStateException("MySQL cannot start:\n" + Files.readString(server.log()));
      }
      socket.close();
      server.serve();
      return server;
    }
  }

  private List<String> command(String... options) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/mysqld").toString());
    command.add("--no-defaults");
    command.add("--basedir=" + home);
    command.add("--datadir=" + directory.resolve("tables"));
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    command.addAll(List.of(options));
    return command;
  }

  private void makeExecutable() throws IOException {
    if (!home.resolve("bin/mysqld").toFile().setExecutable(true)) {
      throw new IOException("cannot make mysqld executable");
    }
  }

  private Process launch(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private int run(String option) throws IOException, InterruptedException {
    Process once = launch(command(option));
    if (!once.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      once.destroyForcibly();
      return -1;
    }
    return once.exitValue();
  }

  private void serve() throws IOException, InterruptedException {
    Path init = directory.resolve("init.sql");
    Files.writeString(
        init,
        "CREATE USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';\nGRANT ALL ON *.* TO '%1$s'@'127.0.0.1';\n"
            .formatted(USER, PASSWORD));
    process =
        launch(
            command(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=mysqld.sock",
                "--mysqlx=OFF",
                "--skip-name-resolve",
                "--skip-log-bin",
                "--default-time-zone=+00:00",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_520_ci",
                "--init-file=" + init));
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    Instant limit = Instant.now().plus(LIMIT);
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(limit)) {
        stop();
        throw new IllegalStateException("MySQL did not start:\n" + Files.readString(log()));
      }
      process.waitFor(200, TimeUnit.MILLISECONDS);
    }
  }

  private boolean answers() {
    try (Connection connection =
        DriverManager.getConnection(
            "jdbc:mysql://127.0.0.1:" + port + "/" + PARAMETERS, USER, PASSWORD)) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private Path log() {
    return directory.resolve("mysqld.log");
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
