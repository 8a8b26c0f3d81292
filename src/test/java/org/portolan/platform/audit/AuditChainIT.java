package org.portolan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;

/** The chain on a real database, beside the worker of the application that seals as well. */
@ArquillianTest
class AuditChainIT {
  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource private ManagedThreadFactory threads;

  @Resource(lookup = Scenario.TRANSACTIONS)
  private TransactionManager transaction;

  @Inject private AuditKeyring keyring;
  @Inject private AuditTrail audit;
  @Inject private AuditReading reading;
  @Inject private PersonKeys personKeys;
  @Inject private Scenario scenario;
  @Inject private Clock clock;

  private final String record = UUID.randomUUID().toString();
  private Path folder;
  private AuditKey key;
  private Chain chain;

  @BeforeEach
  void open() throws IOException {
    key = keyring.require();
    chain = new Chain(database, key, 7);
    folder = Files.createTempDirectory("audit");
    scenario.as(7, Scenario.MEMBER);
  }

  @AfterEach
  void close() throws IOException {
    scenario.asNobody();
    Files.deleteIfExists(folder.resolve("audit/head"));
    Files.deleteIfExists(folder.resolve("audit"));
    Files.deleteIfExists(folder);
  }

  @Test
  void whatIsCommittedLateIsSealedLate() throws Exception {
    try (Connection late = database.getConnection()) {
      late.setAutoCommit(false);
      long first = insert(late, row().marked(key));
      long second;
      try (Connection connection = database.getConnection()) {
        second = insert(connection, row().marked(key));
      }
      chain.seal();
      assertThat(second).isGreaterThan(first);
      assertThat(number(second)).isPositive();

      late.commit();
      late.setAutoCommit(true);
      chain.seal();
      assertThat(number(first)).isGreaterThan(number(second));
    }
    assertHolds();
  }

  @Test
  void manySealersAtOnceMakeOneChain() throws Exception {
    for (int i = 0; i < 60; i++) {
      insert(row().marked(key));
    }
    ExecutorService sealers = Executors.newFixedThreadPool(4, threads);
    try {
      List<Future<Chain.Turn>> turns = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        turns.add(sealers.submit(chain::seal));
      }
      for (Future<Chain.Turn> turn : turns) {
        turn.get();
      }
    } finally {
      sealers.shutdownNow();
    }
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM audit_entry WHERE record_id = ? AND seq IS NOT NULL", record))
        .isEqualTo(60);
    assertHolds();
  }

  @Test
  void whatTheApplicationDidNotWriteIsNotSealed() throws Exception {
    long foreign = insert(row().marked(AuditKey.of("another key than that of the application")));
    try {
      assertThat(chain.seal().foreign()).isEqualTo(1);
      assertThat(number(foreign)).isZero();
      assertThat(check().problems()).hasSize(1);
    } finally {
      delete(foreign);
    }
    assertHolds();
  }

  @Test
  void aNodeWithoutAFileBeginsOneAndSaysSoOnce() throws Exception {
    insert(row().marked(key));
    chain.seal();
    AtomicInteger begun = new AtomicInteger();
    Sealing sealing = sealing(begun);

    turnUntilFile(sealing);
    turn(sealing);

    assertThat(begun).hasValue(1);
    assertThat(sealing.warning()).isEmpty();
    assertThat(file().read()).isPresent();
  }

  @Test
  void aFileThatFellBehindIsBroughtUp() throws Exception {
    insert(row().marked(key));
    insert(row().marked(key));
    chain.seal();
    // as after a kill between the commit and the writing of the file
    file().write(chain.link(1).orElseThrow());
    AtomicInteger begun = new AtomicInteger();
    Sealing sealing = sealing(begun);
    assertThat(check().notes()).anyMatch(note -> note.contains("behind"));
    assertThat(check().problems()).isEmpty();

    for (int i = 0; i < 100 && inFile() < chain.state().head().number(); i++) {
      sealing.turn();
      Thread.sleep(20);
    }

    assertThat(inFile()).isEqualTo(chain.state().head().number());
    assertThat(begun).hasValue(0);
    assertThat(sealing.warning()).isEmpty();
  }

  @Test
  void aFileThatKnowsMoreThanTheChainIsLeftAndReported() throws Exception {
    insert(row().marked(key));
    chain.seal();
    Head ahead = new Head(chain.state().head().number() + 1_000, new byte[32]);
    file().write(ahead);
    Sealing sealing = sealing(new AtomicInteger());

    turnUntilWarned(sealing);

    assertThat(sealing.warning()).hasValueSatisfying(said -> assertThat(said).contains("ends at"));
    assertThat(inFile()).isEqualTo(ahead.number());
    assertThat(check().problems())
        .extracting(AuditCheck.Problem::reason)
        .anyMatch(reason -> reason.contains("knows number " + ahead.number()));
  }

  @Test
  void aFileOfAnotherChainIsLeftAndReported() throws Exception {
    insert(row().marked(key));
    chain.seal();
    file().write(new Head(1, new byte[32]));
    Sealing sealing = sealing(new AtomicInteger());

    turnUntilWarned(sealing);

    assertThat(sealing.warning()).isPresent();
    assertThat(inFile()).isEqualTo(1);
  }

  @Test
  void aFileThatSomebodyChangedIsLeftAndReported() throws Exception {
    insert(row().marked(key));
    chain.seal();
    file().write(chain.state().head());
    Files.writeString(file().path(), Files.readString(file().path()).replace(" 1 ", " 2 "));
    Sealing sealing = sealing(new AtomicInteger());

    turnUntilWarned(sealing);

    assertThat(sealing.warning()).hasValueSatisfying(said -> assertThat(said).contains("changed"));
  }

  @Test
  void personalValuesAreReadUntilTheKeyIsDestroyedAndTheChainHoldsAfter() throws Exception {
    long person = 5_000_000 + new SecureRandom().nextInt(1_000_000);
    transaction.begin();
    audit
        .entry("test.changed", "test", record)
        .change("seats", 1, 2)
        .personal(person, "email", "old@example.org", "new@example.org")
        .write();
    transaction.commit();
    assertThat(scenario.text("SELECT personal FROM audit_entry WHERE record_id = '" + record + "'"))
        .doesNotContain("example.org");
    assertThat(personal())
        .containsExactly(
            new AuditEntry.Personal(
                person, new Change("email", "old@example.org", "new@example.org"), false));

    transaction.begin();
    personKeys.destroy(person);
    transaction.commit();
    assertThat(personal())
        .containsExactly(new AuditEntry.Personal(person, new Change("email", null, null), true));

    transaction.begin();
    audit.entry("test.changed", "test", record).personal(person, "email", "a", "b").write();
    transaction.commit();
    assertThat(personal())
        .extracting(AuditEntry.Personal::erased)
        .as("the newest first")
        .containsExactly(false, true);
    chain.seal();
    assertHolds();
  }

  @Test
  void aKeyThatGoesWithoutADeedIsMissed() throws Exception {
    long person = 7_000_000 + new SecureRandom().nextInt(1_000_000);
    transaction.begin();
    audit.entry("test.changed", "test", record).personal(person, "email", "a", "b").write();
    transaction.commit();
    chain.seal();
    try (Connection connection = database.getConnection();
        PreparedStatement hide =
            connection.prepareStatement(
                "UPDATE audit_person_key SET id = id + 1000000 WHERE person_id = ?");
        PreparedStatement back =
            connection.prepareStatement(
                "UPDATE audit_person_key SET id = id - 1000000 WHERE person_id = ?")) {
      hide.setLong(1, person);
      back.setLong(1, person);
      hide.executeUpdate();
      try {
        assertThat(check().problems())
            .extracting(AuditCheck.Problem::reason)
            .anyMatch(reason -> reason.contains("nobody destroyed"));
      } finally {
        back.executeUpdate();
      }
    }
    assertHolds();
  }

  @Test
  void entriesAreFoundByWhoWhatAndWhenInPages() throws Exception {
    transaction.begin();
    for (int i = 0; i < 5; i++) {
      audit.entry("test.counted", "test", record).change("seats", i, i + 1).write();
    }
    transaction.commit();
    AuditFilter mine =
        new AuditFilter(
            7L,
            "test",
            record,
            "test.",
            clock.instant().minusSeconds(60),
            clock.instant().plusSeconds(60));

    AuditPage first = reading.search(mine, null, 3);
    AuditPage second = reading.search(mine, first.next(), 3);

    assertThat(first.entries())
        .extracting(entry -> entry.changes().get(0).after())
        .containsExactly("5", "4", "3");
    assertThat(second.entries())
        .extracting(entry -> entry.changes().get(0).after())
        .containsExactly("2", "1");
    assertThat(second.next()).isNull();
    assertThat(first.entries())
        .allMatch(entry -> entry.actorId() == 7L && entry.requestId() != null);
    AuditFilter others = new AuditFilter(8L, "test", record, null, null, null);
    assertThat(reading.search(others, null, 3).entries()).isEmpty();
  }

  private List<AuditEntry.Personal> personal() {
    return reading.search(AuditFilter.ofRecord("test", record), null, 10).entries().stream()
        .flatMap(entry -> entry.personal().stream())
        .toList();
  }

  private Sealing sealing(AtomicInteger begun) {
    return new Sealing(database, chain, file(), clock, begun::incrementAndGet);
  }

  private HeadFile file() {
    return HeadFile.in(folder, key);
  }

  private long inFile() throws IOException {
    return file().read().flatMap(HeadFile.Found::head).map(Head::number).orElse(-1L);
  }

  /** The worker of the application may be at it at this moment. */
  private static void turn(Sealing sealing) throws Exception {
    for (int i = 0; i < 5; i++) {
      sealing.turn();
      Thread.sleep(20);
    }
  }

  private void turnUntilFile(Sealing sealing) throws Exception {
    for (int i = 0; i < 100 && !Files.exists(file().path()); i++) {
      turn(sealing);
    }
  }

  private static void turnUntilWarned(Sealing sealing) throws Exception {
    for (int i = 0; i < 100 && sealing.warning().isEmpty(); i++) {
      turn(sealing);
    }
  }

  private AuditCheck.Report check() throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      int isolation = connection.getTransactionIsolation();
      try {
        return new AuditCheck(connection, key, file()).run();
      } finally {
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(isolation);
      }
    }
  }

  private void assertHolds() throws SQLException, IOException {
    assertThat(check().problems()).isEmpty();
  }

  private AuditRow row() {
    byte[] nonce = new byte[16];
    new SecureRandom().nextBytes(nonce);
    return new AuditRow(
        LocalDateTime.of(2026, 11, 25, 12, 0, 0, 123_456_000),
        null,
        null,
        Actor.SYSTEM,
        null,
        "test.changed",
        "test",
        record,
        null,
        null,
        ChangesText.write(List.of(new Change("venue", "Zürich", "القاهرة 😀"))),
        "",
        nonce,
        new byte[0]);
  }

  private long insert(AuditRow row) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return insert(connection, row);
    }
  }

  private static long insert(Connection connection, AuditRow row) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO audit_entry (happened_at, channel, action, kind, record_id, changes,"
                + " personal, nonce, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            PreparedStatement.RETURN_GENERATED_KEYS)) {
      statement.setObject(1, row.happenedAt());
      statement.setString(2, row.channel());
      statement.setString(3, row.action());
      statement.setString(4, row.kind());
      statement.setString(5, row.recordId());
      statement.setString(6, row.changes());
      statement.setString(7, row.personal());
      statement.setBytes(8, row.nonce());
      statement.setBytes(9, row.mac());
      statement.executeUpdate();
      try (ResultSet made = statement.getGeneratedKeys()) {
        made.next();
        return made.getLong(1);
      }
    }
  }

  private void delete(long id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("DELETE FROM audit_entry WHERE id = ?")) {
      statement.setLong(1, id);
      statement.executeUpdate();
    }
  }

  /** 0 while it has none. */
  private long number(long id) {
    return scenario.number("SELECT COALESCE(seq, 0) FROM audit_entry WHERE id = ?", id);
  }
}
