package org.portolan.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.platform.search.ChangeLog;
import org.portolan.running.PackagedApplication;
import org.portolan.running.TestDatabase;
import org.portolan.world.WorldGenerator;
import org.portolan.world.WorldSize;

/**
 * A node is killed while it indexes, its index is cut off and deleted under it, and its clock goes
 * back. Whoever searches meanwhile is answered or told to come back. In the end it answers two
 * hundred questions as a node does that has just built its index.
 */
class IndexKillIT {
  private static final int QUESTIONS = 200;
  private static final Duration LIMIT = Duration.ofSeconds(120);

  private final Path directory = Path.of(System.getProperty("portolan.it.directory"));
  private final Path data = directory.resolve("index-kill");
  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
  private final Random random = new Random(11);
  private TestDatabase database;
  private volatile PackagedApplication node;
  private PackagedApplication fresh;
  private volatile boolean over;
  private volatile boolean starting;
  private volatile String failure = "";

  @AfterEach
  void stop() {
    over = true;
    for (PackagedApplication each : new PackagedApplication[] {node, fresh}) {
      if (each != null) {
        each.close();
      }
    }
  }

  @Test
  void whateverHappensToItsIndexANodeComesToAnswerLikeAFreshOne() throws Exception {
    database = TestDatabase.create("index-kill");
    TestDatabase.empty(data);
    node = open(data);
    new WorldGenerator(6, WorldSize.small(), LocalDate.now(ZoneOffset.UTC))
        .load(database.dataSource());
    TwoNodes.awaitDirectory(node);
    List<String> questions = questions();
    Thread writer = new Thread(this::write);
    Thread reader = new Thread(() -> ask(questions));
    writer.start();
    reader.start();

    int kills = TwoNodes.count(1, 6);
    for (int i = 0; i < kills; i++) {
      Thread.sleep(3_000 + random.nextInt(4_000));
      restart();
    }
    int cuts = TwoNodes.count(1, 20);
    for (int i = 0; i < cuts; i++) {
      awaitAnswer();
      cut();
      Thread.sleep(1_000);
    }
    awaitAnswer();
    TestDatabase.empty(data.resolve("index"));
    awaitIndexOnDisk();

    over = true;
    writer.join();
    setTheClockBack();
    restart();
    reader.join();
    Path other = directory.resolve("index-kill-fresh");
    TestDatabase.empty(other);
    fresh = open(other);
    int differing = awaitLikeFresh(questions);

    System.out.printf(
        "Index of a node killed %d times, cut off %d times and deleted: searches %s, then %d of %d"
            + " questions answered otherwise than by a fresh index%n",
        kills + 1, cuts, new TreeMap<>(answers), differing, questions.size());
    assertThat(differing).isZero();
    assertThat(answers.keySet().stream().filter(answer -> !answer.startsWith("starting")))
        .as("answered, refused or not there: %s", failure)
        .isSubsetOf("200", "503", "down");
    assertThat(answers.get("200").sum()).isPositive();
  }

  private void restart() {
    starting = true;
    node.kill();
    node = node.again();
    starting = false;
  }

  private PackagedApplication open(Path folder) {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("PORTOLAN_DEMO", "false");
    return PackagedApplication.startOn(folder, PackagedApplication.QUICK, settings);
  }

  /** Practices are written anew and taken back, as long as the drill goes on. */
  private void write() {
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      List<Long> ids = numbers(connection);
      Random which = new Random(12);
      for (int i = 0; !over; i++) {
        long practice = ids.get(which.nextInt(ids.size()));
        update(
            connection,
            "UPDATE practice_text SET title = CONCAT('Anew ', ?, ' ', title) WHERE practice_id = ?"
                + " AND CHAR_LENGTH(title) < 150",
            i,
            practice);
        update(
            connection,
            "UPDATE practice SET state = ? WHERE id = ?",
            which.nextInt(6) == 0 ? "draft" : "published",
            practice);
        update(connection, ChangeLog.INSERT, "practice", practice);
        connection.commit();
        Thread.sleep(10);
      }
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Long> numbers(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT id FROM practice");
        ResultSet rows = statement.executeQuery()) {
      List<Long> ids = new ArrayList<>();
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
      return ids;
    }
  }

  private static void update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** Words of titles, alone and in pairs. */
  private List<String> questions() throws SQLException {
    List<String> words = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT title FROM practice_text ORDER BY practice_id, language");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        words.addAll(
            Stream.of(rows.getString(1).split("\\P{L}+")).filter(w -> w.length() > 3).toList());
      }
    }
    Set<String> questions = new LinkedHashSet<>();
    while (questions.size() < QUESTIONS) {
      String word = words.get(random.nextInt(words.size()));
      questions.add(
          random.nextBoolean() ? word : word + " " + words.get(random.nextInt(words.size())));
    }
    return List.copyOf(questions);
  }

  private void ask(List<String> questions) {
    for (int i = 0; !over; i++) {
      String question = questions.get(i % questions.size());
      String path = i % 2 == 0 ? "/api/v1/search?q=" : "/search?q=";
      String outcome = outcome(path, question);
      answers.computeIfAbsent(outcome, o -> new LongAdder()).increment();
      if (outcome.equals("down") || outcome.startsWith("starting")) {
        pause();
      }
    }
  }

  /** A node that starts has better things to do than to say so thousands of times. */
  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String outcome(String path, String question) {
    boolean began = starting;
    try {
      HttpResponse<String> answer = get(node, path, question);
      if (answer.statusCode() >= 500 && answer.statusCode() != 503) {
        failure = answer.body();
      }
      // before it says that it is ready, a server answers that has no application yet
      return (began || starting ? "starting " : "") + answer.statusCode();
    } catch (IOException e) {
      // killed in the middle of an answer, or not there
      return "down";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> get(PackagedApplication node, String path, String question)
      throws IOException, InterruptedException {
    return Clients.send(
        Clients.to(node.url(path + URLEncoder.encode(question, StandardCharsets.UTF_8))));
  }

  private void awaitAnswer() throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    while (get(node, "/api/v1/search?q=", "customs").statusCode() != 200) {
      assertThat(Instant.now()).as("the index is built anew").isBefore(limit);
      Thread.sleep(50);
    }
  }

  private void awaitIndexOnDisk() throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    while (!Files.exists(data.resolve("index").resolve("current"))) {
      assertThat(Instant.now()).as("an index is built where there was one").isBefore(limit);
      Thread.sleep(50);
    }
    awaitAnswer();
  }

  /** Cuts one file of the index off somewhere. */
  private void cut() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(data.resolve("index"))) {
      files =
          all.filter(Files::isRegularFile).filter(f -> f.toFile().length() > 0).sorted().toList();
    }
    Path file = files.get(random.nextInt(files.size()));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate((long) (random.nextDouble() * channel.size()));
    }
  }

  /** What was written so far was written in a year to come. */
  private void setTheClockBack() throws IOException {
    database.update("UPDATE index_change SET created_at = created_at + INTERVAL 1 YEAR");
    FileTime later = FileTime.from(Instant.now().plus(Duration.ofDays(365)));
    try (Stream<Path> all = Files.walk(data.resolve("index"))) {
      for (Path file : all.toList()) {
        Files.setLastModifiedTime(file, later);
      }
    }
  }

  /** How many questions are answered otherwise after both had time to come up with the database. */
  private int awaitLikeFresh(List<String> questions) throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    int differing;
    do {
      Thread.sleep(1_000);
      differing = 0;
      for (String question : questions) {
        HttpResponse<String> one = get(node, "/api/v1/search?q=", question);
        HttpResponse<String> other = get(fresh, "/api/v1/search?q=", question);
        boolean same =
            one.statusCode() == 200 && other.statusCode() == 200 && one.body().equals(other.body());
        differing += same ? 0 : 1;
      }
    } while (differing > 0 && Instant.now().isBefore(limit));
    return differing;
  }
}
