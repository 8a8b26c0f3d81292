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
    say("Portolan: data in " + settings.data());
    String product = startDatabase(home, war, data);
    say("Portolan: database " + product);
    pass(address, data);
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
    String url;
    String user;
    String password;
    if (settings.databaseUrl().isPresent()) {
      url = settings.databaseUrl().get();
      user = settings.get("PORTOLAN_DB_USER").orElse("portolan");
      password = settings.get("PORTOLAN_DB_PASSWORD").orElse("");
    } else {
      EmbeddedDatabase database =
          EmbeddedDatabase.in(
              home.resolve("lib/mariadb.jar"),
              data.resolve("programs"),
              data.resolve("database"),
              List.of(),
              line -> say("Portolan: " + line));
      stopFirst(database::close);
      database.start();
      url = database.url();
      user = database.user();
      password = database.password();
    }
    System.setProperty("portolan.db.url", url);
    System.setProperty("portolan.db.user", user);
    System.setProperty("portolan.db.password", password);
    return DatabaseCheck.check(war, work, url, user, password);
  }

  /** What the application reads by MicroProfile Config, settled here once. */
  private void pass(HttpAddress address, DataDirectory data) {
    System.setProperty("portolan.bind", address.bind());
    System.setProperty("portolan.http.port", Integer.toString(address.port()));
    System.setProperty("portolan.data", settings.data().toString());
    System.setProperty(
        "portolan.files", settings.get("PORTOLAN_FILES").orElse(data.resolve("files").toString()));
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
