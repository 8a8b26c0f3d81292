package org.portolan.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** The command that starts everything and stops it again at Ctrl-C. */
public final class Main {
  private final Settings settings;
  private final Deque<Runnable> toStop = new ArrayDeque<>();
  private final CountDownLatch stopped = new CountDownLatch(1);

  private Main(Settings settings) {
    this.settings = settings;
  }

  public static void main(String[] arguments) throws InterruptedException {
    // moments are stored in UTC, whatever zone the machine is set to
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    if (arguments.length > 0) {
      System.exit(new CommandLine(Settings.ofThisProcess(), home(), Main::say).run(arguments));
    }
    Main main = new Main(Settings.ofThisProcess());
    Runtime.getRuntime().addShutdownHook(new Thread(main::stop, "portolan-stop"));
    try {
      main.start();
    } catch (StartFailure e) {
      say("Portolan cannot start. " + e.getMessage());
      System.exit(1);
    } catch (IOException | RuntimeException e) {
      say("Portolan cannot start: " + e);
      System.exit(1);
    }
    main.stopped.await();
  }

  private void start() throws IOException {
    Instant begin = Instant.now();
    Path home = home();
    Path war = home.resolve("portolan.war");
    if (!Files.isReadable(war)) {
      throw new StartFailure("The application is missing: " + war + ".");
    }
    settings.check();
    HttpAddress address = settings.address();
    address.probe();
    DataDirectory data = DataDirectory.open(settings.data());
    // held to the end: a lock that nobody refers to is given up with the garbage
    stopFirst(data::close);
    say("Portolan: data in " + settings.data());
    String product = startDatabase(home, war, data);
    say("Portolan: database " + product);
    pass(address);
    ApplicationServer server = ApplicationServer.start(war, data, address);
    stopFirst(server::stop);
    say(
        "Portolan: ready on "
            + settings.baseUrl()
            + "/ after "
            + Duration.between(begin, Instant.now()).toSeconds()
            + " s. Ctrl-C stops it.");
  }

  private String startDatabase(Path home, Path war, DataDirectory data) throws IOException {
    Path work = data.emptied("work");
    DatabaseAccess access = settings.database().orElse(null);
    if (access == null) {
      EmbeddedDatabase database = embedded(home, data, line -> say("Portolan: " + line));
      stopFirst(database::close);
      database.start();
      access = database.access();
      openDoor(access);
    }
    System.setProperty("portolan.db.url", access.url());
    System.setProperty("portolan.db.user", access.user());
    System.setProperty("portolan.db.password", access.password());
    return DatabaseCheck.check(war, work, access);
  }

  static EmbeddedDatabase embedded(Path home, DataDirectory data, Consumer<String> say) {
    return EmbeddedDatabase.in(
        home.resolve("lib/mariadb.jar"),
        data.resolve("programs"),
        data.resolve("database"),
        List.of(),
        say);
  }

  private void openDoor(DatabaseAccess access) {
    try {
      OwnersDoor door = OwnersDoor.open(settings.data(), access);
      stopFirst(door::close);
    } catch (IOException e) {
      say("Portolan: commands will work only while this node is stopped: " + e.getMessage());
    }
  }

  /** What the application reads by MicroProfile Config, settled here once. */
  private void pass(HttpAddress address) {
    System.setProperty("portolan.bind", address.bind());
    System.setProperty("portolan.http.port", Integer.toString(address.port()));
    System.setProperty("portolan.data", settings.data().toString());
    System.setProperty("portolan.files", settings.files().toString());
    System.setProperty("portolan.base.url", settings.baseUrl());
    System.setProperty("portolan.demo", Boolean.toString(settings.demo()));
  }

  private static Path home() {
    try {
      return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toAbsolutePath()
          .getParent();
    } catch (URISyntaxException e) {
      throw new StartFailure("The place of portolan.jar is not readable.", e);
    }
  }

  private synchronized void stopFirst(Runnable stop) {
    toStop.push(stop);
  }

  private synchronized void stop() {
    while (!toStop.isEmpty()) {
      try {
        toStop.pop().run();
      } catch (RuntimeException e) {
        // whatever one part answers, the others are stopped too
        say("Portolan: " + e);
      }
    }
    stopped.countDown();
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
