package org.portolan.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.platform.search.ChangeLog;
import org.portolan.running.PackagedApplication;

/**
 * Writers commit in another order than that in which they wrote; both nodes find everything that
 * was committed and nothing that was taken back.
 */
class LateCommitsIT {
  private static final int AT_ONCE = 48;
  private static final int LONGEST_DELAY_MS = 400;
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String WORD = "latecommitdrill";
  private static TwoNodes nodes;
  private static String region;
  private static String theme;

  @BeforeAll
  static void start() throws SQLException {
    nodes = TwoNodes.shared();
    region = nodes.text("SELECT MIN(code) FROM region");
    theme = nodes.text("SELECT MIN(code) FROM theme");
  }

  @Test
  void noCommitIsMissedByEitherIndex() throws Exception {
    int writers = TwoNodes.count(150, 1_000);
    AtomicLong highest = new AtomicLong();
    AtomicLong overtaken = new AtomicLong();
    AtomicLong takenBack = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<?>> written = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        int number = i;
        written.add(
            threads.submit(
                () -> {
                  write(number, highest, overtaken, takenBack);
                  return null;
                }));
      }
      for (Future<?> each : written) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    long expected = writers - takenBack.get();
    // or the drill would prove nothing: a position in the primary key would have passed these by
    assertThat(overtaken.get()).as("late commits").isPositive();
    assertThat(takenBack.get()).as("rolled back").isPositive();
    for (PackagedApplication node : nodes.nodes()) {
      assertThat(await(node, expected)).as("found by %s", node.url("/")).isEqualTo(expected);
    }
    System.out.printf(
        "Late commits: %d writers, %d committed after a later number, %d rolled back, 0 missed on"
            + " %d nodes%n",
        writers, overtaken.get(), takenBack.get(), nodes.nodes().size());
  }

  private static void write(
      int number, AtomicLong highest, AtomicLong overtaken, AtomicLong takenBack) throws Exception {
    SplittableRandom random = new SplittableRandom(number);
    DataSource database = nodes.database().dataSource();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      long practice =
          insert(
              connection,
              "INSERT INTO practice (code, region_code, theme_code, practice_year, state,"
                  + " published_at, updated_at, version) VALUES (?, ?, ?, 2026, 'published',"
                  + " UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 1)",
              "DEMO-LATE-" + number,
              region,
              theme);
      insert(
          connection,
          "INSERT INTO practice_text (practice_id, language, title, summary, body, original) VALUES"
              + " (?, 'en', ?, ?, ?, TRUE)",
          practice,
          "Late " + number,
          "One of many",
          WORD + " number" + number);
      long change = insert(connection, ChangeLog.INSERT, "practice", practice);
      Thread.sleep(random.nextInt(LONGEST_DELAY_MS));
      if (random.nextInt(10) == 0) {
        connection.rollback();
        takenBack.incrementAndGet();
        return;
      }
      connection.commit();
      if (highest.accumulateAndGet(change, Math::max) > change) {
        overtaken.incrementAndGet();
      }
    }
  }

  private static long insert(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(sql, PreparedStatement.RETURN_GENERATED_KEYS)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
      try (ResultSet key = statement.getGeneratedKeys()) {
        return key.next() ? key.getLong(1) : 0;
      }
    }
  }

  private static long await(PackagedApplication node, long expected) throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    long found = found(node);
    while (found < expected && Instant.now().isBefore(limit)) {
      Thread.sleep(100);
      found = found(node);
    }
    return found;
  }

  private static long found(PackagedApplication node) throws Exception {
    String answer = Clients.send(Clients.to(node.url("/api/v1/search?limit=1&q=" + WORD))).body();
    Matcher total = Pattern.compile("\"total\":(\\d+)").matcher(answer);
    assertThat(total.find()).as(answer).isTrue();
    return Long.parseLong(total.group(1));
  }
}
