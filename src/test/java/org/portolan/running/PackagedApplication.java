package org.portolan.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.portolan.launcher.NodeDatabase;

/**
 * Portolan as an operator runs it: the packaged form in a process of its own, with its own
 * database, data directory and port, and the demo world at a fixed anchor. Started once for all
 * tests that ask for it and stopped when the tests are over.
 */
public final class PackagedApplication implements AutoCloseable {
  /** Password of every person of the demo world in tests. */
  public static final String PASSWORD = "calm-harbour-for-tests";

  /** Stands in a setting for the port, which is found out at the start. */
  private static final String PORT = "{port}";

  /**
   * Below those that a system hands out to whoever asks, and not those of a test beside this one:
   * an application takes its port only seconds after it was found to be free.
   */
  private static final AtomicInteger NEXT_PORT =
      new AtomicInteger(20_000 + (int) (ProcessHandle.current().pid() % 60) * 200);

  /**
   * Options of a node that starts soon and runs for minutes. The first compiler alone keeps its
   * code in 48 MB unless told otherwise, which the whole application fills within minutes; and all
   * of the heap is collected each time when classes take more room than they ever had, three times
   * in a start.
   */
  public static final List<String> QUICK =
      List.of(
          "-Xmx512m",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=160m",
          "-XX:MetaspaceSize=192m",
          "-XX:+UseSerialGC");

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static PackagedApplication shared;

  private final Process process;
  private final String host;
  private final int port;
  private final Path log;
  private final Path data;
  private final Map<String, String> settings;

  private PackagedApplication(
      Process process, int port, Path log, Path data, Map<String, String> settings) {
    this.process = process;
    this.host = host(settings);
    this.port = port;
    this.log = log;
    this.data = data;
    this.settings = Map.copyOf(settings);
  }

  public static synchronized PackagedApplication shared() {
    if (shared == null) {
      shared = start("shared", Map.of());
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  /** Starts another one under a name of its own, for tests that stop it or damage it. */
  public static PackagedApplication start(String name, Map<String, String> settings) {
    try {
      Path directory =
          Files.createDirectories(Path.of(System.getProperty("portolan.it.directory")));
      TestDatabase.empty(directory.resolve(name));
      Map<String, String> demo = new HashMap<>();
      demo.put("PORTOLAN_DEMO", "true");
      demo.put("PORTOLAN_DEMO_PASSWORD", PASSWORD);
      if (MySqlServer.wanted() && !settings.containsKey("PORTOLAN_DB_URL")) {
        demo.putAll(TestDatabase.create(name).settings());
      }
      demo.putAll(settings);
      if (!demo.containsKey("PORTOLAN_DB_URL")) {
        SeparateDatabase.linkPrograms(directory.resolve(name).resolve("programs"));
      }
      return startOn(directory.resolve(name), QUICK, demo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts another one that is reached by a name, as passkeys want it. */
  public static PackagedApplication startWithName(String name) {
    return start(name, Map.of("PORTOLAN_BASE_URL", "http://localhost:" + PORT));
  }

  /**
   * Starts one on what a data directory holds, as it is; its log is written beside the directory.
   *
   * @param options of the Java runtime
   */
  public static PackagedApplication startOn(
      Path data, List<String> options, Map<String, String> settings) {
    return startOn(packaged(), data, options, settings);
  }

  /** The same with another launcher than the one that was built, which has its own application. */
  public static PackagedApplication startOn(
      Path launcher, Path data, List<String> options, Map<String, String> settings) {
    try {
      Path log = data.resolveSibling(data.getFileName() + ".log");
      int port = freePort();
      PackagedApplication application =
          new PackagedApplication(
              launch(launcher, data, log, port, options, settings), port, log, data, settings);
      application.awaitReady();
      return application;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What one says that cannot start, and gives up. */
  static String refusal(Path data, Map<String, String> settings) {
    try {
      Path log = data.resolveSibling("refusal.log");
      Process process = launch(packaged(), data, log, freePort(), QUICK, settings);
      if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("It did not give up:\n" + Files.readString(log));
      }
      return "exit " + process.exitValue() + "\n" + Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Gives a command on a data directory, as an operator would; its exit code and what it says. */
  static String command(Path data, Map<String, String> settings, String... words) {
    try {
      Path said = data.resolveSibling("command.log");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(QUICK);
      command.add("-jar");
      command.add(System.getProperty("portolan.packaged"));
      command.addAll(List.of(words));
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
      builder.environment().put("PORTOLAN_DATA", data.toString());
      builder.environment().putAll(settings);
      Process process = builder.start();
      if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("It did not end:\n" + Files.readString(said));
      }
      return "exit " + process.exitValue() + "\n" + Files.readString(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path packaged() {
    return Path.of(System.getProperty("portolan.packaged"));
  }

  private static Process launch(
      Path launcher,
      Path data,
      Path log,
      int port,
      List<String> options,
      Map<String, String> settings)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-jar");
    command.add(launcher.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("PORTOLAN_HTTP_PORT", Integer.toString(port));
    builder.environment().put("PORTOLAN_DATA", data.toString());
    settings.forEach(
        (name, value) ->
            builder.environment().put(name, value.replace(PORT, Integer.toString(port))));
    return builder.start();
  }

  public String url(String path) {
    return "http://" + host + ":" + port + path;
  }

  private static String host(Map<String, String> settings) {
    return settings.getOrDefault("PORTOLAN_BASE_URL", "").contains("//localhost:")
        ? "localhost"
        : "127.0.0.1";
  }

  /** The cookie of a sign-in, to be sent back; an answer may set others beside it. */
  public static String signInCookie(HttpResponse<?> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("__Host-portolan="))
        .map(cookie -> cookie.split(";", 2)[0])
        .findFirst()
        .orElseThrow();
  }

  public long pid() {
    return process.pid();
  }

  /** Its database, the embedded one too. */
  public TestDatabase database() {
    String url = settings.get("PORTOLAN_DB_URL");
    return url == null
        ? NodeDatabase.of(data)
        : new TestDatabase(
            url, settings.get("PORTOLAN_DB_USER"), settings.get("PORTOLAN_DB_PASSWORD"));
  }

  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    Instant limit = Instant.now().plus(START_LIMIT);
    while (!log().contains("Portolan: ready on")) {
      if (!process.isAlive() || Instant.now().isAfter(limit)) {
        process.destroyForcibly();
        throw new IllegalStateException("Portolan did not start:\n" + log());
      }
      try {
        process.waitFor(200, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Ends it as a failing machine would, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Another one in the place of one that is gone: on its data, at its address. */
  public PackagedApplication again() {
    try {
      PackagedApplication next =
          new PackagedApplication(
              launch(packaged(), data, log, port, QUICK, settings), port, log, data, settings);
      next.awaitReady();
      return next;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it as Ctrl-C does and waits until it is gone. */
  @Override
  public void close() {
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

  private static int freePort() throws IOException {
    while (true) {
      int port = NEXT_PORT.getAndIncrement();
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        continue;
      }
    }
  }
}
