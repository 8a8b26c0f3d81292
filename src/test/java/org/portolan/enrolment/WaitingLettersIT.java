package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.office.Office;
import org.portolan.platform.security.Scope;

/** Those who decide read once a day what waits for their office, where something new does. */
@ArquillianTest
class WaitingLettersIT {
  private static final String WHY = "Our border post needs it.";
  private static final String MEMBER = Scenario.LONE_MEMBER;
  private static final String LETTER = "enrolment.letter.waiting";

  @Inject private WaitingLetters letters;
  @Inject private WaitingLettersTurn turn;
  @Inject private EnrolmentService enrolment;
  @Inject private Decisions decisions;
  @Inject private Scenario scenario;

  private final List<Long> holders = new ArrayList<>();
  private Instant evening;
  private long session;
  private long coordinator;

  @BeforeEach
  void nothingNewWaits() {
    // when it is day in New Zealand, and still the day before in Africa
    evening = LocalDate.now(ZoneOffset.UTC).plusDays(1).atTime(20, 0).toInstant(ZoneOffset.UTC);
    scenario.sql("DELETE FROM waiting_letter");
    scenario.sql("UPDATE application SET asked = NULL WHERE member_code = '" + MEMBER + "'");
    MovableClock.hold(evening);
    session = scenario.session(20, Chain.of(Approver.COORDINATOR, Approver.CENTRE));
    coordinator = holder(MEMBER);
    letters.write();
  }

  @AfterEach
  void itIsNow() {
    MovableClock.release();
    scenario.endMandates(holders.stream().mapToLong(each -> each).toArray());
    scenario.sql("UPDATE application SET asked = NULL WHERE session_id = " + session);
    scenario.asNobody();
  }

  private long holder(String member) {
    long person = scenario.officer(member);
    scenario.mandate(person, Office.COORDINATOR, Scope.member(member));
    holders.add(person);
    return person;
  }

  private long apply(String member) {
    scenario.as(scenario.officer(member), member);
    long application = enrolment.apply(session, WHY).id();
    scenario.asNobody();
    return application;
  }

  /** So many days later, some minutes after what was done last. */
  private void day(int day) {
    MovableClock.hold(evening.plus(Duration.ofDays(day)).plusSeconds(60));
  }

  private long told(long person) {
    return scenario.number(
        "SELECT COUNT(*) FROM mail_letter WHERE kind = ? AND person_id = ?", LETTER, person);
  }

  private String newest(long person) {
    return scenario.text(
        "SELECT CONCAT(subject, '\n', body_text) FROM mail_letter WHERE person_id = "
            + person
            + " ORDER BY id DESC LIMIT 1");
  }

  @Test
  void aLetterADayTellsWhatWaitsAndNoneWhereNothingIsNew() {
    apply(MEMBER);
    apply(MEMBER);
    letters.write();
    assertThat(told(coordinator)).as("the day was looked at already").isZero();
    day(1);
    letters.write();
    assertThat(told(coordinator)).isEqualTo(1);
    assertThat(newest(coordinator))
        .contains("2 applications wait for your answer", "2 applications wait, the oldest since")
        .contains("New Zealand", "The first answer is due by", "Pacific/Auckland")
        .contains("): 2 applications", "/desk/decisions")
        .doesNotContain("?session=");
    letters.write();
    assertThat(told(coordinator)).as("once a day").isEqualTo(1);
    day(2);
    letters.write();
    assertThat(told(coordinator)).as("nothing is new").isEqualTo(1);
    apply(MEMBER);
    day(3);
    letters.write();
    assertThat(told(coordinator)).isEqualTo(2);
    assertThat(newest(coordinator)).contains("3 applications wait for your answer");
  }

  @Test
  void aReminderIsNoNewsAndACentreIsToldWhenItIsItsTurn() {
    long application = apply(MEMBER);
    day(1);
    letters.write();
    scenario.sql(
        "INSERT INTO application_step (application_id, state, happened_at, approver, event)"
            + " SELECT id, state, '2036-01-01', 'coordinator', 'reminded' FROM application"
            + " WHERE id = "
            + application);
    day(2);
    letters.write();
    assertThat(told(coordinator)).isEqualTo(1);
    scenario.sql(
        "DELETE FROM application_step WHERE happened_at = '2036-01-01' AND application_id = "
            + application);

    long director = scenario.officer(MEMBER);
    scenario.mandate(director, Office.CENTRE_DIRECTOR, Scope.centre(Scenario.CENTRE));
    holders.add(director);
    scenario.asHolder(coordinator, MEMBER);
    decisions.approve(application, "");
    scenario.asNobody();
    day(3);
    letters.write();
    assertThat(told(coordinator)).isEqualTo(1);
    assertThat(told(director)).isEqualTo(1);
  }

  @Test
  void nobodyIsToldOfTheirOwnApplication() {
    long colleague = holder(MEMBER);
    scenario.asHolder(coordinator, MEMBER);
    enrolment.apply(session, WHY);
    scenario.asNobody();
    day(1);
    letters.write();
    assertThat(told(coordinator)).isZero();
    assertThat(told(colleague)).isEqualTo(1);
  }

  @Test
  void beforeTheMorningOfAnOfficeNothingIsWritten() {
    apply(MEMBER);
    // six in the morning there, in winter five
    MovableClock.hold(evening.plus(Duration.ofHours(21)));
    letters.write();
    assertThat(told(coordinator)).isZero();
    MovableClock.hold(evening.plus(Duration.ofHours(24)));
    letters.write();
    assertThat(told(coordinator)).isEqualTo(1);
  }

  @Test
  void twoNodesAtOnceWriteOneLetter() throws Exception {
    apply(MEMBER);
    day(1);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      for (Future<?> each : List.of(nodes.submit(turn::look), nodes.submit(turn::look))) {
        each.get();
      }
    } finally {
      nodes.shutdown();
    }
    turn.look();
    assertThat(told(coordinator)).isEqualTo(1);
  }

  @Test
  void fiftyOfficesTakeAsManyStatementsAsOne() throws Exception {
    letters.write();
    apply(MEMBER);
    day(1);
    int one = Statements.of(letters::write).size();
    assertThat(told(coordinator)).isEqualTo(1);

    List<String> members =
        Arrays.asList(
            scenario
                .text(
                    "SELECT GROUP_CONCAT(code) FROM (SELECT code FROM member_state WHERE NOT demo"
                        + " AND (zone LIKE 'Africa/%' OR zone LIKE 'Europe/%')"
                        + " ORDER BY code LIMIT 49) m")
                .split(","));
    assertThat(members).hasSize(49);
    for (String member : members) {
      holder(member);
    }
    session = scenario.session(60, Chain.COORDINATOR);
    for (String member : members) {
      apply(member);
    }
    apply(MEMBER);
    day(2);
    List<String> fifty = Statements.of(letters::write);
    assertThat(fifty).hasSize(one);
    assertThat(holders).allMatch(each -> told(each) >= 1);
  }

  @Test
  void whatSomebodyHasReadIsForgottenWithThem() {
    assertThat(
            scenario.number("SELECT COUNT(*) FROM waiting_letter WHERE person_id = ?", coordinator))
        .isEqualTo(1);
    scenario.endMandates(coordinator);
    day(70);
    letters.write();
    assertThat(
            scenario.number("SELECT COUNT(*) FROM waiting_letter WHERE person_id = ?", coordinator))
        .isZero();
  }
}
