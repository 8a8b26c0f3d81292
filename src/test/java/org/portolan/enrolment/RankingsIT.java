package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.selection.Criteria;

/** What those who wait for a selection are compared by, as the database tells it. */
@ArquillianTest
class RankingsIT {
  private static final boolean DRILL = Boolean.getBoolean("portolan.drill");
  private static final int MANY = DRILL ? 5_000 : 300;
  private static final int ROUNDS = DRILL ? 20 : 2;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource(lookup = Scenario.TRANSACTIONS)
  private TransactionManager transactions;

  @Inject private EnrolmentService enrolment;
  @Inject private Decisions decisions;
  @Inject private Rankings rankings;
  @Inject private RankingRows rows;
  @Inject private Scenario scenario;

  @AfterEach
  void nobody() {
    scenario.asNobody();
  }

  private <T> T within(Callable<T> work) throws Exception {
    transactions.begin();
    try {
      return work.call();
    } finally {
      transactions.rollback();
    }
  }

  private long apply(long session, long person) {
    scenario.as(person, Scenario.MEMBER);
    return enrolment.apply(session, "Our border post needs it.").id();
  }

  private RankingRows.Sent sent() throws Exception {
    return within(() -> rows.sent(Set.of(Scenario.MEMBER), Instant.now()))
        .getOrDefault(Scenario.MEMBER, RankingRows.Sent.NOBODY);
  }

  /** Lets a session be over, and its withdrawals have come so many days before its start. */
  private void over(long session, long application, int daysBefore) {
    scenario.sql(
        "UPDATE training_session SET starts_at = UTC_TIMESTAMP(6) - INTERVAL 20 DAY,"
            + " ends_at = UTC_TIMESTAMP(6) - INTERVAL 18 DAY WHERE id = "
            + session);
    scenario.sql(
        "UPDATE application_step SET happened_at = UTC_TIMESTAMP(6) - INTERVAL "
            + (20 + daysBefore)
            + " DAY WHERE application_id = "
            + application
            + " AND state = 'withdrawn'");
  }

  @Test
  void aSeatGivenBackLateIsMissedAndOneGivenBackEarlyWasNeverHeld() throws Exception {
    RankingRows.Sent before = sent();
    for (int days : List.of(13, 15)) {
      long session = scenario.session(3, Chain.NONE);
      long application = apply(session, scenario.officer(Scenario.MEMBER));
      enrolment.withdraw(application);
      over(session, application, days);
    }
    assertThat(sent()).isEqualTo(new RankingRows.Sent(before.held() + 1, before.missed() + 1));
  }

  @Test
  void whoDidNotComeIsMissedAndWhoCameIsHeld() throws Exception {
    RankingRows.Sent before = sent();
    long session = scenario.session(3, Chain.NONE);
    for (String result : List.of("absent", "completed", "")) {
      long person = scenario.officer(Scenario.MEMBER);
      apply(session, person);
      if (!result.isEmpty()) {
        scenario.sql(
            "INSERT INTO completion (person_id, course_id, session_id, result, on_day, marked_at)"
                + " SELECT "
                + person
                + ", course_id, id, '"
                + result
                + "', '2026-01-01', '2026-01-01' FROM training_session WHERE id = "
                + session);
      }
    }
    over(session, 0, 0);
    assertThat(sent()).isEqualTo(new RankingRows.Sent(before.held() + 3, before.missed() + 1));
  }

  @Test
  void aSeatInWhichAnotherCameWasNotMissed() throws Exception {
    RankingRows.Sent before = sent();
    long session = scenario.session(2, Chain.COORDINATOR);
    long leaving = apply(session, scenario.officer(Scenario.MEMBER));
    scenario.asCoordinator(Scenario.MEMBER);
    decisions.approve(leaving, "");
    long successor = apply(session, scenario.officer(Scenario.MEMBER));
    scenario.asCoordinator(Scenario.MEMBER);
    decisions.replace(leaving, successor, "A colleague of the same post comes.");
    over(session, leaving, 1);
    assertThat(sent()).isEqualTo(new RankingRows.Sent(before.held() + 1, before.missed()));
  }

  @Test
  void thousandsAreRankedByAsManyStatementsAsAFew() throws Exception {
    Criteria criteria =
        Criteria.read("profile:3 years:1 language:2 home:1 gender:1 unserved:2 attendance:1")
            .orElseThrow();
    long small = waiting(10);
    int few = Statements.of(() -> ranked(small, criteria)).size();
    long session = waiting(MANY);
    assertThat(Statements.of(() -> ranked(session, criteria))).hasSize(few);
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      assertThat(ranked(session, criteria)).isEqualTo(MANY);
      best = Math.min(best, System.nanoTime() - begin);
    }
    report(
        String.format(
            Locale.ROOT,
            "Ranking %d by seven criteria, with their facts: %d statements, %.0f ms at best%n",
            MANY,
            few,
            best / 1e6));
  }

  private int ranked(long session, Criteria criteria) throws Exception {
    return within(
        () ->
            rankings.of(session, criteria, rows.candidates(session), Instant.now()).order().size());
  }

  /** A session for whose selection so many wait. */
  private long waiting(int people) throws Exception {
    long session = scenario.session(20, Chain.of(Approver.CENTRE));
    String name = "DEMO-" + UUID.randomUUID().toString().substring(0, 12);
    List<String> members =
        List.of(
            scenario
                .text(
                    "SELECT GROUP_CONCAT(code ORDER BY code) FROM member_state"
                        + " WHERE code LIKE 'X%'")
                .split(","));
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO person (code, given_name, family_name, email, member_code, language,"
                  + " post, version) VALUES (?, 'Officer', ?, ?, ?, 'en', 'Inspector', 1)")) {
        for (int i = 0; i < people; i++) {
          insert.setString(1, name + "-" + i);
          insert.setString(2, name + "-" + i);
          insert.setString(3, name + "-" + i + "@demo.portolan.example");
          insert.setString(4, members.get(i % members.size()));
          insert.addBatch();
        }
        insert.executeBatch();
      }
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO application (session_id, person_id, member_code, motivation, state,"
                  + " asked, urgency, due_at, chain, group_codes, applied_at, version) SELECT ?,"
                  + " p.id, p.member_code, 'It is needed', 'waiting', 'centre', 'asked',"
                  + " UTC_TIMESTAMP(6) + INTERVAL 10 DAY, 'centre',"
                  + " CONCAT('member:', p.member_code), UTC_TIMESTAMP(6), 1 FROM person p"
                  + " WHERE p.code LIKE ?")) {
        insert.setLong(1, session);
        insert.setString(2, name + "-%");
        assertThat(insert.executeUpdate()).isEqualTo(people);
      }
    }
    return session;
  }

  /** What the server prints is lost with it. */
  private static void report(String line) throws IOException {
    System.out.print(line);
    Path folder = Path.of("target");
    if (Files.isDirectory(folder)) {
      Files.writeString(
          folder.resolve("ranking.txt"),
          line,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  @Test
  void whereNothingIsComparedNobodyIsRanked() throws Exception {
    long session = waiting(3);
    Map<Long, ?> ranked = within(() -> rankings.of(List.of(session), Instant.now()));
    assertThat(ranked).isEmpty();
  }
}
