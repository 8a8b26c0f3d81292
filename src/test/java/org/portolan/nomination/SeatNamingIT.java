package org.portolan.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.enrolment.EnrolmentRefused;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.Scope;

/** Seats that are held without names: named, reminded of, and given back to all. */
@ArquillianTest
class SeatNamingIT {
  private static final String XS = Scenario.MEMBER;
  private static final String HELD = "nomination.letter.seats-held";
  private static final String REMINDER = HELD + ",nomination.letter.seats-reminder";
  private static final int ALL = 1_000_000;

  @Inject private Nominations nominations;
  @Inject private SessionSelection selection;
  @Inject private SeatNaming naming;
  @Inject private EnrolmentService enrolment;
  @Inject private Scenario scenario;

  private final LocalDate by = LocalDate.now(ZoneOffset.UTC).plusDays(20);
  private long session;
  private long coordinator;
  private long id;

  @BeforeEach
  void anAdministrationAsksForTwoSeats() {
    session = scenario.session(2, Chain.NONE);
    coordinator = scenario.officer(XS);
    scenario.mandate(coordinator, Office.COORDINATOR, Scope.member(XS));
    scenario.asHolder(coordinator, XS);
    nominations.ask(session, XS, 2, by);
    id = nominations.find(session, XS, Language.EN).id();
  }

  @AfterEach
  void itIsNow() {
    MovableClock.release();
    scenario.endMandates(coordinator);
    scenario.asNobody();
  }

  private void answered(boolean hold) {
    scenario.asCentre();
    selection.answer(session, id, new UnnamedSeats(2, by, UnnamedSeats.State.ASKED), hold);
    scenario.asNobody();
  }

  @Test
  void heldSeatsAreNamedUntilTheirDayThoughApplicationsClosedBefore() {
    answered(true);
    scenario.sql(
        "UPDATE training_session SET closes_on = UTC_DATE() - INTERVAL 2 DAY WHERE id = "
            + session);
    scenario.asHolder(coordinator, XS);
    assertThat(nominations.find(session, XS, Language.EN).promised()).isEqualTo(2);
    named();
    named();
    nominations.handIn(session, XS, "The new post opens in June.");

    NominationView view = nominations.find(session, XS, Language.EN);
    assertThat(view.nominees()).extracting(each -> each.state().code()).containsOnly("approved");
    assertThat(view.promised()).isZero();
    assertThat(view.closed(Instant.now())).isTrue();
    assertThatThrownBy(this::named).isInstanceOf(EnrolmentRefused.class);
  }

  @Test
  void afterTheirDayOrWhereMoreAreNamedThanAreHeldApplicationsAreClosed() {
    answered(true);
    scenario.asHolder(coordinator, XS);
    for (int i = 0; i < 3; i++) {
      named();
    }
    scenario.sql(
        "UPDATE training_session SET closes_on = UTC_DATE() - INTERVAL 2 DAY WHERE id = "
            + session);
    assertThatThrownBy(() -> nominations.handIn(session, XS, "The new post opens in June."))
        .isInstanceOf(EnrolmentRefused.class)
        .hasMessage("Applications are closed");
    MovableClock.pass(Duration.ofDays(22));
    assertThat(nominations.find(session, XS, Language.EN).promised()).isZero();
    assertThatThrownBy(this::named).isInstanceOf(EnrolmentRefused.class);
  }

  private void named() {
    String email = scenario.text("SELECT email FROM person WHERE id = " + scenario.officer(XS));
    nominations.add(session, XS, email, false, "Knows the post.");
  }

  private String letters() {
    return scenario.text(
        "SELECT COALESCE(GROUP_CONCAT(kind ORDER BY id), '') FROM mail_letter WHERE person_id = "
            + coordinator);
  }

  private String newest() {
    return scenario.text(
        "SELECT body_text FROM mail_letter WHERE person_id = "
            + coordinator
            + " ORDER BY id DESC LIMIT 1");
  }

  private void seated(int officers) {
    for (int i = 0; i < officers; i++) {
      scenario.as(scenario.officer(XS), XS);
      enrolment.apply(session, "Our border post needs it.");
    }
    scenario.asNobody();
  }

  /** What the centre reads. */
  private UnnamedSeats shown() {
    scenario.asCentre();
    UnnamedSeats shown = selection.find(session, 9, Language.EN).nominations().get(0).unnamed();
    scenario.asNobody();
    return shown;
  }

  @Test
  void theAdministrationIsToldWhatTheCentreSays() {
    answered(true);
    assertThat(letters()).isEqualTo(HELD);
    assertThat(newest()).contains("2 seats", "/desk/nominations/" + session + "?member=XS");
  }

  @Test
  void theAdministrationIsToldThatSeatsAreNotHeld() {
    answered(false);
    assertThat(letters()).isEqualTo("nomination.letter.seats-refused");
    MovableClock.pass(Duration.ofDays(30));
    assertThat(naming.listDue(ALL)).doesNotContain(id);
  }

  @Test
  void itIsRemindedOnceOfThoseThatHaveNoNameYet() {
    answered(true);
    seated(1);
    naming.nudge(id);
    assertThat(letters()).as("not before its time").isEqualTo(HELD);
    MovableClock.pass(Duration.ofDays(18));
    assertThat(naming.listDue(ALL)).contains(id);
    naming.nudge(id);
    naming.nudge(id);
    assertThat(letters()).isEqualTo(REMINDER);
    assertThat(newest()).contains("One seat is still held");
    assertThat(naming.listDue(ALL)).doesNotContain(id);
  }

  @Test
  void whoHasNamedAllIsLeftInPeace() {
    answered(true);
    seated(2);
    MovableClock.pass(Duration.ofDays(18));
    naming.nudge(id);
    MovableClock.pass(Duration.ofDays(4));
    naming.nudge(id);
    assertThat(letters()).isEqualTo(HELD);
    assertThat(shown().state()).isEqualTo(UnnamedSeats.State.OPENED);
  }

  @Test
  void afterTheDayTheyAreThereForAllAndTheAdministrationReadsSo() {
    answered(true);
    long stranger = scenario.officer(Scenario.OTHER_MEMBER);
    scenario.as(stranger, Scenario.OTHER_MEMBER);
    assertThat(enrolment.prospect(session).hindrance()).isPresent();
    scenario.asNobody();
    MovableClock.pass(Duration.ofDays(18));
    naming.nudge(id);
    MovableClock.pass(Duration.ofDays(4));
    naming.nudge(id);
    naming.nudge(id);
    assertThat(letters()).isEqualTo(REMINDER + ",nomination.letter.seats-opened");
    assertThat(newest()).contains("2 seats to which nobody was admitted are there for all now");
    assertThat(shown()).isEqualTo(new UnnamedSeats(2, by, UnnamedSeats.State.OPENED));
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM audit_entry WHERE action = 'nomination.opened'"
                    + " AND record_id = ?",
                id))
        .isEqualTo(1);
    scenario.as(stranger, Scenario.OTHER_MEMBER);
    long application = enrolment.apply(session, "Our border post needs it.").id();
    assertThat(scenario.text("SELECT state FROM application WHERE id = " + application))
        .isEqualTo("approved");
  }

  @Test
  void ofASessionThatIsCancelledNobodyHears() {
    answered(true);
    scenario.sql("UPDATE training_session SET state = 'cancelled' WHERE id = " + session);
    MovableClock.pass(Duration.ofDays(18));
    naming.nudge(id);
    assertThat(letters()).isEqualTo(HELD);
    assertThat(naming.listDue(ALL)).doesNotContain(id);
  }
}
