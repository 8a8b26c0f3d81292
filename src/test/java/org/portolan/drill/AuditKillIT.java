package org.portolan.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.running.PackagedApplication;
import org.portolan.running.TestDatabase;
import org.portolan.world.World;
import org.portolan.world.World.PersonalToken;
import org.portolan.world.WorldGenerator;
import org.portolan.world.WorldSize;

/**
 * The application is killed again and again while people apply. After each time the trail holds as
 * it was left, and after the next start every application that was acknowledged has its entry, and
 * every entry its application.
 */
class AuditKillIT {
  private static final int CLIENTS = 8;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static TestDatabase database;
  private static Path data;
  private static PackagedApplication node;
  private static World world;

  @BeforeAll
  static void start() {
    database = TestDatabase.create("audit-kill");
    data = Path.of(System.getProperty("portolan.it.directory"), "audit-kill");
    TestDatabase.empty(data);
    node = open();
    world =
        new WorldGenerator(3, WorldSize.small(), LocalDate.now(ZoneOffset.UTC))
            .load(database.dataSource());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static PackagedApplication open() {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("PORTOLAN_DEMO", "false");
    return PackagedApplication.startOn(data, PackagedApplication.QUICK, settings);
  }

  @Test
  void theChainHoldsAndNoAcknowledgedDeedIsMissing() throws Exception {
    Random random = new Random(11);
    Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    int rounds = TwoNodes.count(2, 20);
    for (int round = 0; round < rounds; round++) {
      underLoad(
          acknowledged,
          session(),
          () -> {
            awaitAcknowledged(acknowledged, acknowledged.size() + 5 + random.nextInt(60));
            ProcessHandle killed = ProcessHandle.of(node.pid()).orElseThrow();
            killed.destroyForcibly();
            killed.onExit().get();
          });
      assertHolds("as it was left");
      node = open();
      awaitSealed();
      assertHolds("after the next start");
    }
    for (long application : acknowledged) {
      assertThat(
              number(
                  "SELECT COUNT(*) FROM audit_entry WHERE kind = 'application' AND action ="
                      + " 'application.handed-in' AND seq IS NOT NULL AND record_id = '"
                      + application
                      + "'"))
          .as("entries of application %d", application)
          .isEqualTo(1);
    }
    assertThat(
            number(
                "SELECT COUNT(*) FROM audit_entry e LEFT JOIN application a ON a.id ="
                    + " CAST(e.record_id AS UNSIGNED) WHERE e.kind = 'application' AND a.id IS"
                    + " NULL"))
        .as("entries without an application")
        .isZero();
    assertThat(acknowledged).as("acknowledged").hasSizeGreaterThanOrEqualTo(rounds * 5);
    System.out.printf(
        "Audit under kill -9: %d times, %d applications acknowledged, %d entries, 0 missing%n",
        rounds, acknowledged.size(), number("SELECT number FROM audit_head"));
  }

  private static void underLoad(Queue<Long> acknowledged, long session, Act kill) throws Exception {
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(threads.submit(() -> applyUntilGone(acknowledged, session, next)));
      }
      kill.run();
      for (Future<?> client : clients) {
        client.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void applyUntilGone(Queue<Long> acknowledged, long session, AtomicInteger next) {
    try {
      int person = next.getAndIncrement();
      while (person < world.tokens().size()) {
        HttpResponse<String> answer = apply(session, world.tokens().get(person));
        if (answer.statusCode() == 201) {
          Matcher id = Pattern.compile("\"id\":(\\d+)").matcher(answer.body());
          assertThat(id.find()).as(answer.body()).isTrue();
          acknowledged.add(Long.parseLong(id.group(1)));
        }
        person = next.getAndIncrement();
      }
    } catch (IOException e) {
      // the node is gone: whether this one was done nobody knows, and nobody was told
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpResponse<String> apply(long session, PersonalToken token)
      throws IOException, InterruptedException {
    return Clients.send(
        Clients.to(node.url("/api/v1/sessions/" + session + "/applications"))
            .header("Authorization", "Bearer " + token.secret())
            .header("Idempotency-Key", "kill-" + session + "-" + token.personId())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"motivation\":\"Our post needs it\"}")));
  }

  /** A new session for which everybody may apply and nobody is at once let in. */
  private static long session() throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO training_session (code, course_id, centre_code, region_code,"
                    + " theme_code, first_day, last_day, day_start, day_end, zone, starts_at,"
                    + " ends_at, venue, room, seats, languages, approval, online, state,"
                    + " sequence_number, updated_at, version) SELECT CONCAT('DEMO-KILL-',"
                    + " UUID_SHORT() % 1000000), course_id, centre_code, region_code, theme_code,"
                    + " first_day, last_day, day_start, day_end, zone, starts_at, ends_at, venue,"
                    + " room, 5000, languages, 'none', online, 'published', 0, updated_at, 1 FROM"
                    + " training_session WHERE id = ?",
                PreparedStatement.RETURN_GENERATED_KEYS)) {
      insert.setLong(1, world.openSessions().get(0));
      insert.executeUpdate();
      try (ResultSet key = insert.getGeneratedKeys()) {
        key.next();
        return key.getLong(1);
      }
    }
  }

  private static void assertHolds(String when) {
    AuditVerify verified = AuditVerify.run(database, data);
    assertThat(verified.holds()).as("%s: %s", when, verified.said()).isTrue();
  }

  /** In the middle of the load, however fast this machine is today. */
  private static void awaitAcknowledged(Queue<Long> acknowledged, int wanted) throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    while (acknowledged.size() < wanted && Instant.now().isBefore(limit)) {
      Thread.sleep(1);
    }
  }

  private static void awaitSealed() throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    while (number("SELECT COUNT(*) FROM audit_entry WHERE seq IS NULL") > 0
        && Instant.now().isBefore(limit)) {
      Thread.sleep(100);
    }
    assertThat(number("SELECT COUNT(*) FROM audit_entry WHERE seq IS NULL")).isZero();
  }

  private static long number(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** What happens in the middle of the load. */
  @FunctionalInterface
  private interface Act {
    void run() throws Exception;
  }
}
