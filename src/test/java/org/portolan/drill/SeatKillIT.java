package org.portolan.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.drill.HistoryCheck.Finding.Kind;
import org.portolan.running.PackagedApplication;
import org.portolan.running.SeparateDatabase;
import org.portolan.running.TestDatabase;
import org.portolan.world.World;
import org.portolan.world.WorldGenerator;
import org.portolan.world.WorldSize;

/**
 * Application and database are killed while sixty-four clients work, who ask again until they are
 * answered. What was acknowledged is there afterwards, and nothing was done twice. A database that
 * does not write through loses what it acknowledged, and the checker sees it.
 */
class SeatKillIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int BETWEEN_KILLS = 150;
  private static final int ROUNDS_AT_MOST = 5;

  private SeparateDatabase server;
  private TestDatabase database;
  private Path data;
  private World world;
  private volatile PackagedApplication node;

  @AfterEach
  void stop() {
    if (node != null) {
      node.close();
    }
    if (server != null) {
      server.close();
    }
  }

  /** A node with a small world on a server of its own, which has these options. */
  private void begin(String name, String... options) {
    Path directory = Path.of(System.getProperty("portolan.it.directory"));
    if (TestDatabase.foreign()) {
      database = TestDatabase.create(name);
    } else {
      Path folder = directory.resolve(name + "-database");
      TestDatabase.empty(folder);
      server = SeparateDatabase.start(folder, List.of(options));
      database = TestDatabase.on(server);
    }
    data = directory.resolve(name);
    TestDatabase.empty(data);
    node = open();
    world =
        new WorldGenerator(5, WorldSize.small(), LocalDate.now(ZoneOffset.UTC))
            .load(database.dataSource());
    TwoNodes.awaitDirectory(node);
  }

  private PackagedApplication open() {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("PORTOLAN_DEMO", "false");
    return PackagedApplication.startOn(data, PackagedApplication.QUICK, settings);
  }

  private HotSessions hot() throws SQLException {
    return HotSessions.make(
        database.dataSource(), world.openSessions().get(0), SeatClients.OFFICERS);
  }

  @Test
  void whatWasAcknowledgedOutlivesApplicationAndDatabase() throws Exception {
    begin("seat-kill");
    int kills = TwoNodes.count(1, 5);
    assertOutlives("the application", kills, this::killApplication);
    if (!TestDatabase.foreign()) {
      assertOutlives("the database", kills, this::killDatabase);
    }
  }

  private void assertOutlives(String what, int kills, Kill kill) throws Exception {
    HotSessions hot = hot();
    SeatClients clients = SeatClients.start(hot, client -> node);
    for (int i = 0; i < kills; i++) {
      clients.awaitMore(BETWEEN_KILLS);
      kill.run();
    }
    clients.awaitMore(BETWEEN_KILLS);
    List<SeatAct> history = clients.stop();
    SeatVerdict verdict = SeatVerdict.of(database, hot, history, "history-kill-" + what);

    System.out.printf(
        "Seats under kill -9 of %s, %d times, %d requests unanswered: %s%n",
        what, kills, clients.unanswered(), verdict.text());
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.verified()).contains("The ledgers hold.");
    assertThat(clients.strange()).as("strange answers").isEmpty();
    assertThat(clients.unanswered()).as("it was killed in the middle").isPositive();
    assertThat(history)
        .as("never answered")
        .noneMatch(act -> act.last().outcome() == SeatAct.Outcome.UNKNOWN);
  }

  @Test
  void aDatabaseThatDoesNotWriteThroughLosesSeatsAndThatIsSeen() throws Exception {
    assumeFalse(TestDatabase.foreign(), "a server of our own is killed");
    begin("seat-loss", "--innodb-flush-log-at-trx-commit=0");
    long lost = 0;
    int rounds = 0;
    while (lost == 0 && rounds++ < ROUNDS_AT_MOST) {
      HotSessions hot = hot();
      // what is made here is on disk before anything is lost
      Thread.sleep(2_000);
      SeatClients clients = SeatClients.start(hot, client -> node);
      clients.awaitMore(BETWEEN_KILLS);
      killDatabase();
      List<SeatAct> history = clients.stop();
      SeatVerdict verdict = SeatVerdict.of(database, hot, history, "history-loss");
      lost = verdict.count(Kind.LOST);
      System.out.printf(
          "Seats on a database that does not write through, killed, round %d: %d lost; %s%n",
          rounds, lost, verdict.text());
    }
    assertThat(lost).as("acknowledged and lost").isPositive();
  }

  private void killApplication() throws Exception {
    ProcessHandle killed = ProcessHandle.of(node.pid()).orElseThrow();
    killed.destroyForcibly();
    killed.onExit().get();
    node = open();
  }

  private void killDatabase() throws Exception {
    ProcessHandle killed = ProcessHandle.of(server.pid()).orElseThrow();
    server.kill();
    killed.onExit().get();
    Instant limit = Instant.now().plus(LIMIT);
    while (!answers() && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
    assertThat(answers()).as("the database is back").isTrue();
  }

  private boolean answers() {
    try (Connection connection = database.dataSource().getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Ends something and has it back. */
  @FunctionalInterface
  private interface Kill {
    void run() throws Exception;
  }
}
