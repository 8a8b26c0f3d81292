package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionPlan;
import org.portolan.calendar.SessionWorkflow;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.platform.i18n.Language;
import org.portolan.seat.SeatRules;

/** A cancelled session takes place after all: all have what they had, and are told. */
@ArquillianTest
class RestoredSessionIT {
  private static final String TOLD_TWICE =
      "enrolment.letter.session-cancelled,enrolment.letter.session-restored";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Inject private EnrolmentService enrolment;
  @Inject private Decisions decisions;
  @Inject private ApprovalNudges nudges;
  @Inject private Enrolments enrolments;
  @Inject private SeatDesk seats;
  @Inject private CalendarService calendar;
  @Inject private SessionWorkflow workflow;
  @Inject private Scenario scenario;

  private long officer;

  @AfterEach
  void itIsNow() {
    MovableClock.release();
    scenario.asNobody();
  }

  @Test
  void seatsAndTheWaitingListAreAsTheyWereAndNobodyIsTakenTwice() throws Exception {
    long session = scenario.session(1, Chain.COORDINATOR);
    queue(session, Duration.ZERO);
    long seated = agreed(session);
    String first = scenario.email(officer);
    long queued = agreed(session);
    String second = scenario.email(officer);
    long waiting = applied(session);
    String third = scenario.email(officer);
    long gone = applied(session);
    String fourth = scenario.email(officer);
    enrolment.withdraw(gone);
    long elsewhere = scenario.session(1, Chain.NONE);
    applied(elsewhere);
    String other = scenario.email(officer);

    cancel(session);
    MovableClock.pass(Duration.ofDays(15));
    nudges.nudge(session);
    assertThat(state(seated)).isEqualTo("approved");
    assertThat(scenario.text("SELECT nudge_at FROM application WHERE id = " + waiting)).isNull();
    restore(session);

    assertThat(state(seated)).isEqualTo("approved");
    assertThat(state(queued)).isEqualTo("queued");
    assertThat(state(waiting)).isEqualTo("waiting");
    assertThat(scenario.text("SELECT nudge_at FROM application WHERE id = " + waiting))
        .as("whoever is asked has the time anew")
        .isNotNull();
    assertThat(letters(first)).endsWith(TOLD_TWICE);
    assertThat(letters(second)).endsWith(TOLD_TWICE);
    assertThat(letters(third)).endsWith(TOLD_TWICE);
    assertThat(letters(fourth)).as("left by themselves").doesNotContain("session-cancelled");
    assertThat(letters(other)).as("of another session").doesNotContain("session-");
    assertThat(body(first)).contains("Your seat is yours as before");
    assertThat(body(second)).contains("waiting list where you were");

    scenario.asCoordinator(Scenario.MEMBER);
    decisions.approve(waiting, null);
    assertThat(state(waiting)).as("the one seat is taken").isEqualTo("queued");
    try (Connection connection = database.getConnection()) {
      assertThat(new LedgerCheck(connection).of(session).problems()).isEmpty();
    }
  }

  @Test
  void whoWasAskedAgainAndLeftAloneIsAskedAgain() {
    long session = scenario.session(2, Chain.COORDINATOR);
    long application = agreed(session);
    scenario.asCentre();
    SessionFacts facts = calendar.getOwn(session, Language.EN).facts();
    calendar.update(session, calendar.getOwn(session, Language.EN).version(), moved(facts));
    assertThat(again(application)).isEqualTo("coordinator");
    cancel(session);
    assertThat(again(application)).isNull();
    restore(session);
    assertThat(again(application)).isEqualTo("coordinator");
    assertThat(state(application)).isEqualTo("approved");
  }

  @Test
  void whoseOfferEndedMeanwhileIsToldHowToGoOn() {
    long session = scenario.session(1, Chain.COORDINATOR);
    queue(session, Duration.ofDays(2));
    long seated = agreed(session);
    long first = officer;
    long next = agreed(session);
    String reader = scenario.email(officer);
    scenario.as(first, Scenario.MEMBER);
    enrolment.withdraw(seated);
    assertThat(state(next)).isEqualTo("offered");
    cancel(session);
    MovableClock.pass(Duration.ofDays(4));
    enrolments.settle(session);
    assertThat(state(next)).isEqualTo("lapsed");
    restore(session);
    assertThat(letters(reader)).endsWith("enrolment.letter.session-restored");
    assertThat(body(reader)).contains("apply again");
  }

  private void queue(long session, Duration offer) {
    scenario.asCentre();
    SessionFacts facts = calendar.facts(List.of(session)).get(session);
    seats.rule(
        session,
        scenario.number("SELECT COUNT(*) FROM seat_line WHERE session_id = ?", session),
        new SeatRules(1, 0, 5, offer, Duration.ZERO, facts.startsAt(), true, List.of(), List.of()));
  }

  private static SessionPlan moved(SessionFacts facts) {
    return new SessionPlan(
        facts.courseId(),
        facts.firstDay().plusDays(7),
        facts.lastDay().plusDays(7),
        facts.dayStart(),
        facts.dayEnd(),
        facts.venue(),
        facts.room(),
        facts.seats(),
        List.of(facts.languages().split(" ")),
        facts.approval(),
        facts.donor(),
        facts.online());
  }

  private long applied(long session) {
    officer = scenario.officer(Scenario.MEMBER);
    scenario.as(officer, Scenario.MEMBER);
    return enrolment.apply(session, "Our border post needs it.").id();
  }

  private long agreed(long session) {
    long application = applied(session);
    scenario.asCoordinator(Scenario.MEMBER);
    decisions.approve(application, null);
    return application;
  }

  private void cancel(long session) {
    scenario.asCentre();
    calendar.cancel(session);
  }

  private void restore(long session) {
    scenario.asCentre();
    workflow.restore(session, calendar.getOwn(session, Language.EN).version());
  }

  private String state(long application) {
    return scenario.text("SELECT state FROM application WHERE id = " + application);
  }

  private String again(long application) {
    return scenario.text("SELECT asked_again FROM application WHERE id = " + application);
  }

  private String letters(String address) {
    return scenario.text(
        "SELECT COALESCE(GROUP_CONCAT(kind ORDER BY id), '') FROM mail_letter WHERE to_address = '"
            + address
            + "'");
  }

  private String body(String address) {
    return scenario.text(
        "SELECT body_text FROM mail_letter WHERE to_address = '"
            + address
            + "' ORDER BY id DESC LIMIT 1");
  }
}
