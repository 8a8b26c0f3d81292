package org.portolan.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.OwnSession;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionPlan;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.enrolment.EnrolmentRefused;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.SeatDesk;
import org.portolan.enrolment.SeatPlan;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.Scope;
import org.portolan.seat.Group;
import org.portolan.seat.SeatRules;

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
  @Inject private CalendarService calendar;
  @Inject private SeatDesk desk;
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
  void whereTheSessionIsMovedTheLastDayForNamesMovesBeforeIt() {
    answered(true);
    move(by.minusDays(5));
    LocalDate last = by.minusDays(6);
    assertThat(shown()).isEqualTo(new UnnamedSeats(2, last, UnnamedSeats.State.HELD));
    assertThat(letters()).isEqualTo(HELD + ",nomination.letter.seats-changed");
    assertThat(newest())
        .contains("2 seats", "last day for names is " + new Dates(Language.EN).date(last));
    move(by.plusDays(9));
    assertThat(shown().nameBy()).as("what was said stays").isEqualTo(last);
    MovableClock.pass(Duration.ofDays(12));
    assertThat(naming.listDue(ALL)).contains(id);
    naming.nudge(id);
    assertThat(letters())
        .isEqualTo(HELD + ",nomination.letter.seats-changed,nomination.letter.seats-reminder");
  }

  @Test
  void whereTheSessionBeginsTodayTheDayForNamesIsOver() {
    answered(true);
    scenario.sql("UPDATE training_session SET zone = 'Etc/GMT+12' WHERE id = " + session);
    move(LocalDate.now(ZoneId.of("Etc/GMT+12")));
    assertThat(shown().state()).isEqualTo(UnnamedSeats.State.OPENED);
    assertThat(letters()).isEqualTo(HELD + ",nomination.letter.seats-opened");
    assertThat(naming.listDue(ALL)).doesNotContain(id);
  }

  @Test
  void whatTheCentreHoldsNoLongerIsToldAndNothingElseFollows() {
    answered(true);
    seated(1);
    rule(0, by.plusDays(1));
    assertThat(shown().state()).isEqualTo(UnnamedSeats.State.OPENED);
    assertThat(letters()).isEqualTo(HELD + ",nomination.letter.seats-released");
    assertThat(newest()).contains("no longer holds one seat");
    scenario.asHolder(coordinator, XS);
    assertThat(nominations.find(session, XS, Language.EN).promised()).isZero();
    MovableClock.pass(Duration.ofDays(22));
    naming.nudge(id);
    assertThat(letters()).isEqualTo(HELD + ",nomination.letter.seats-released");
  }

  @Test
  void whereFewerAreHeldOrNotSoLongThatIsTold() {
    answered(true);
    rule(1, by.plusDays(1));
    assertThat(shown()).isEqualTo(new UnnamedSeats(1, by, UnnamedSeats.State.HELD));
    assertThat(newest()).contains("One seat without a name");
    rule(1, by.minusDays(3));
    assertThat(shown().nameBy()).isEqualTo(by.minusDays(4));
    rule(1, by.minusDays(3));
    assertThat(letters())
        .isEqualTo(HELD + ",nomination.letter.seats-changed,nomination.letter.seats-changed");
  }

  @Test
  void whoHasNamedAllIsNotToldThatNothingIsHeldAnyMore() {
    answered(true);
    seated(2);
    rule(0, by.plusDays(1));
    assertThat(shown().state()).isEqualTo(UnnamedSeats.State.OPENED);
    assertThat(letters()).isEqualTo(HELD);
  }

  @Test
  void whatWasTakenOutUnseenIsFoundWhenItsTimeComes() {
    answered(true);
    scenario.sql(
        "UPDATE seat_book SET rules = REGEXP_REPLACE(rules, ' hold=[^ ]+', ''), due_at = NULL"
            + " WHERE session_id = "
            + session);
    MovableClock.pass(Duration.ofDays(18));
    naming.nudge(id);
    assertThat(letters()).isEqualTo(HELD + ",nomination.letter.seats-released");
    assertThat(shown().state()).isEqualTo(UnnamedSeats.State.OPENED);
  }

  /** The centre gives the session another first day. */
  private void move(LocalDate first) {
    scenario.asCentre();
    OwnSession own = calendar.getOwn(session, Language.EN);
    SessionFacts facts = own.summary().facts();
    calendar.update(
        session,
        own.version(),
        new SessionPlan(
            facts.courseId(),
            first,
            first.plusDays(2),
            LocalTime.of(23, 58),
            LocalTime.of(23, 59),
            facts.venue(),
            facts.room(),
            facts.seats(),
            List.of(facts.languages().split(" ")),
            facts.approval(),
            facts.donor(),
            facts.online()));
    scenario.asNobody();
  }

  /** The centre holds so many seats for the administration, until the beginning of a day. */
  private void rule(int held, LocalDate until) {
    scenario.asCentre();
    SeatPlan plan = desk.find(session, Language.EN);
    SeatRules plain = SeatRules.plain(plan.rules().capacity(), plan.rules().starts());
    ZoneId zone = ZoneId.of(enrolment.session(session, Language.EN).zone());
    desk.rule(
        session,
        plan.version(),
        held == 0
            ? plain
            : plain.holding(
                new Group(Group.Kind.MEMBER, XS), held, until.atStartOfDay(zone).toInstant()));
    scenario.asNobody();
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
