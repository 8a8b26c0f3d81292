package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.Occupancy;
import org.portolan.catalog.Entry;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.Explanation;
import org.portolan.seat.Group;
import org.portolan.seat.Hindrance;
import org.portolan.seat.Prospect;
import org.portolan.seat.Quota;
import org.portolan.seat.SeatRefused;
import org.portolan.seat.SeatRules;

/** Waiting for a seat, being offered one, and what comes of it. */
@ArquillianTest
class WaitingListIT {
  private static final String WHY = "Our border post needs it.";
  private static final int ALL = 1_000_000;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Inject private EnrolmentService enrolment;
  @Inject private Nominees nominees;
  @Inject private Enrolments enrolments;
  @Inject private SeatDesk desk;
  @Inject private CalendarService calendar;
  @Inject private Scenario scenario;

  private long session;
  private long holder;
  private long first;
  private long second;
  private long held;
  private long waits;
  private long waitsLonger;

  @BeforeEach
  void oneSeatIsTakenAndTwoWait() {
    session = scenario.session(1, Chain.NONE);
    scenario.asCentre();
    SeatPlan plan = desk.find(session, Language.EN);
    desk.rule(session, plan.version(), list(plan.rules(), 5, Duration.ofHours(48)));
    holder = scenario.officer(Scenario.MEMBER);
    first = scenario.officer(Scenario.MEMBER);
    second = scenario.officer(Scenario.OTHER_MEMBER);
    held = apply(holder, Scenario.MEMBER);
    waits = apply(first, Scenario.MEMBER);
    waitsLonger = apply(second, Scenario.OTHER_MEMBER);
  }

  @AfterEach
  void itIsNow() {
    MovableClock.release();
    scenario.asNobody();
  }

  private static SeatRules list(SeatRules rules, int queue, Duration offer) {
    return new SeatRules(
        rules.capacity(),
        0,
        queue,
        offer,
        Duration.ofDays(2),
        rules.starts(),
        true,
        List.of(),
        List.of());
  }

  private long apply(long person, String member) {
    scenario.as(person, member);
    return enrolment.apply(session, WHY).id();
  }

  /** What was written to somebody. */
  private String letters(long person) {
    return scenario.text(
        "SELECT COALESCE(GROUP_CONCAT(kind ORDER BY kind), '') FROM mail_letter WHERE person_id = "
            + person);
  }

  private String state(long application) {
    return scenario.text("SELECT state FROM application WHERE id = " + application);
  }

  @Test
  void aSessionInWhichNothingEndsAnyMoreIsNotLookedAtAgain() {
    scenario.as(holder, Scenario.MEMBER);
    enrolment.withdraw(held);
    scenario.as(first, Scenario.MEMBER);
    enrolment.accept(waits);
    MovableClock.pass(Duration.ofDays(3));
    assertThat(enrolments.listDue(ALL)).contains(session);

    enrolments.settle(session);
    assertThat(enrolments.listDue(ALL)).doesNotContain(session);
  }

  @Test
  void aSeatThatIsGivenBackIsOfferedToTheFirstWhoTakesIt() {
    assertThat(state(waits)).isEqualTo("queued");
    scenario.as(holder, Scenario.MEMBER);
    enrolment.withdraw(held);
    assertThat(state(waits)).isEqualTo("offered");
    assertThat(state(waitsLonger)).isEqualTo("queued");
    assertThat(letters(first)).isEqualTo("enrolment.letter.offered");
    assertThat(letters(holder)).isEmpty();

    scenario.as(first, Scenario.MEMBER);
    enrolment.accept(waits);
    assertThat(state(waits)).isEqualTo("approved");
    assertThat(enrolment.find(waits, Language.EN).timeline())
        .extracting(TimelineStep::what)
        .containsExactly("sent", "listed", "offered", "accepted", "begins");
  }

  @Test
  void aSeatThatIsNotWantedGoesToTheNext() {
    scenario.as(holder, Scenario.MEMBER);
    enrolment.withdraw(held);
    scenario.as(first, Scenario.MEMBER);
    enrolment.decline(waits);

    assertThat(state(waits)).isEqualTo("declined");
    assertThat(state(waitsLonger)).isEqualTo("offered");
  }

  @Test
  void anOfferThatHasEndedCannotBeTakenAndTheNextHasIt() {
    scenario.as(holder, Scenario.MEMBER);
    enrolment.withdraw(held);
    MovableClock.hold(Instant.now().plus(Duration.ofHours(49)));
    scenario.as(first, Scenario.MEMBER);

    assertThatThrownBy(() -> enrolment.accept(waits))
        .isInstanceOfSatisfying(
            SeatRefused.class,
            refused -> assertThat(refused.kind()).isEqualTo(SeatRefused.Kind.OFFER_ENDED));
    // that it ended is kept all the same
    assertThat(state(waits)).isEqualTo("lapsed");
    assertThat(letters(first)).isEqualTo("enrolment.letter.lapsed,enrolment.letter.offered");
    assertThat(state(waitsLonger)).isEqualTo("offered");
  }

  @Test
  void whatTimeBroughtIsInTheLedgerThoughNothingElseWasDone() throws Exception {
    scenario.as(holder, Scenario.MEMBER);
    enrolment.withdraw(held);
    MovableClock.hold(Instant.now().plus(Duration.ofHours(49)));
    scenario.asCoordinator(Scenario.MEMBER);
    // an admitted officer keeps their place: nothing is written of it
    nominees.rank(waitsLonger, 1);
    assertThat(state(waits)).isEqualTo("lapsed");
    assertThat(state(waitsLonger)).isEqualTo("offered");
    try (Connection connection = database.getConnection()) {
      assertThat(new LedgerCheck(connection).of(session).problems()).isEmpty();
    }
  }

  @Test
  void nobodyTakesTheOfferOfAnother() {
    scenario.as(holder, Scenario.MEMBER);
    enrolment.withdraw(held);
    scenario.as(second, Scenario.OTHER_MEMBER);
    assertThatThrownBy(() -> enrolment.accept(waits)).isInstanceOf(NotFound.class);
    assertThat(state(waits)).isEqualTo("offered");
  }

  @Test
  void moreSeatsMoveTheListUpAtOnce() {
    scenario.sql("UPDATE training_session SET seats = 3 WHERE id = " + session);
    enrolments.settle(session);
    assertThat(List.of(state(waits), state(waitsLonger))).containsOnly("offered");
  }

  @Test
  void rulesAreNotWrittenOverThoseOfAnother() {
    scenario.asCentre();
    SeatPlan plan = desk.find(session, Language.EN);
    desk.rule(session, plan.version(), list(plan.rules(), 9, Duration.ZERO));

    assertThatThrownBy(
            () -> desk.rule(session, plan.version(), list(plan.rules(), 7, Duration.ZERO)))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(desk.find(session, Language.EN).rules().queue()).isEqualTo(9);
  }

  @Test
  void whoComesNowReadsWhetherThereIsASeatAPlaceToWaitOrNothing() {
    assertThat(entry()).isEqualTo(new Occupancy(1, 2, Entry.LIST));
    scenario.asCentre();
    SeatPlan plan = desk.find(session, Language.EN);
    desk.rule(session, plan.version(), list(plan.rules(), 2, Duration.ofHours(48)));
    assertThat(entry()).isEqualTo(new Occupancy(1, 2, Entry.NONE));

    long open = scenario.session(2, Chain.NONE);
    assertThat(calendar.find(open, Language.EN).orElseThrow().occupancy())
        .isEqualTo(Occupancy.NOBODY);
  }

  @Test
  void whatStandsInTheWayIsKnownBeforeAnybodyApplies() {
    long wide = scenario.session(9, Chain.NONE);
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    Prospect full = enrolment.prospect(session);
    assertThat(full.hindrance()).contains(new Hindrance(Hindrance.Kind.FULL, null, 1));
    assertThat(full.waits()).isTrue();
    assertThat(full.queued()).isEqualTo(2);

    assertThat(enrolment.prospect(wide).hindrance()).isEmpty();
    Group member = new Group(Group.Kind.MEMBER, Scenario.MEMBER);
    scenario.asCentre();
    SeatPlan plan = desk.find(wide, Language.EN);
    desk.rule(
        wide,
        plan.version(),
        new SeatRules(
            9,
            0,
            0,
            Duration.ZERO,
            Duration.ZERO,
            plan.rules().starts(),
            true,
            List.of(new Quota(member, 0)),
            List.of()));
    scenario.as(first, Scenario.MEMBER);
    assertThat(enrolment.prospect(wide).hindrance())
        .contains(new Hindrance(Hindrance.Kind.QUOTA, member, 0));
    assertThat(enrolment.prospect(wide).refusal()).contains(SeatRefused.Kind.QUOTA_FULL);
    scenario.as(second, Scenario.OTHER_MEMBER);
    assertThat(enrolment.prospect(wide).hindrance()).isEmpty();
  }

  private Occupancy entry() {
    return calendar.find(session, Language.EN).orElseThrow().occupancy();
  }

  @Test
  void aTryChangesNothing() {
    scenario.asCentre();
    SeatPlan plan = desk.find(session, Language.EN);
    String before = desk.kept(session);
    SeatRules wider =
        new SeatRules(
            1,
            1,
            5,
            Duration.ZERO,
            Duration.ZERO,
            plan.rules().starts(),
            true,
            List.of(),
            List.of());
    assertThat(desk.tryOut(session, wider).movingUp()).containsExactly(waits);
    assertThat(desk.kept(session)).isEqualTo(before);
  }

  @Test
  void onlyItsCentreSeesTheListAndChooses() {
    scenario.as(first, Scenario.MEMBER);
    assertThatThrownBy(() -> desk.find(session, Language.EN)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> desk.move(waitsLonger, waits, WHY)).isInstanceOf(NotFound.class);
    scenario.asCentre();
    desk.move(waitsLonger, waits, "Needed for the laboratory");
    assertThat(desk.find(session, Language.EN).listed())
        .extracting(ApplicationSummary::id)
        .containsExactly(held, waitsLonger, waits);
  }

  @Test
  void nothingIsGivenOnceTheSessionHasBegun() {
    scenario.asCentre();
    SeatPlan plan = desk.find(session, Language.EN);
    scenario.sql("UPDATE training_session SET seats = 3 WHERE id = " + session);
    MovableClock.hold(plan.rules().starts());

    assertThatThrownBy(() -> desk.offer(waits, "Needed for the laboratory"))
        .isInstanceOf(EnrolmentRefused.class);
    assertThatThrownBy(() -> desk.move(waitsLonger, waits, "Needed for the laboratory"))
        .isInstanceOf(EnrolmentRefused.class);
    assertThatThrownBy(
            () -> desk.rule(session, plan.version(), list(plan.rules(), 9, Duration.ZERO)))
        .isInstanceOf(EnrolmentRefused.class);
    assertThat(List.of(state(waits), state(waitsLonger))).containsOnly("queued");
  }

  @Test
  void whoStoodBeforeReadsWhyAnotherWasPutBeforeButNotWho() {
    scenario.asCentre();
    String family = scenario.text("SELECT family_name FROM person WHERE id = " + second);
    desk.move(waitsLonger, waits, "Only " + family + " handles cargo");
    scenario.as(first, Scenario.MEMBER);
    Explained told = enrolment.explain(waits, Language.EN);
    Explanation.Ahead ahead = told.explanation().ahead().get(0);
    assertThat(ahead.moved()).isTrue();
    assertThat(told.outOfTurn())
        .filteredOn(each -> each.is(ahead.application(), ahead.since()))
        .extracting(OutOfTurn::reason)
        .containsExactly("Only … handles cargo");

    scenario.as(second, Scenario.OTHER_MEMBER);
    assertThat(enrolment.explain(waitsLonger, Language.EN).outOfTurn())
        .as("the reason of one's own place stands with the own application")
        .isEmpty();
  }

  @Test
  void whyIsToldToThoseWhomItConcernsAndToNobodyElse() {
    scenario.as(second, Scenario.OTHER_MEMBER);
    Explained told = enrolment.explain(waitsLonger, Language.EN);
    assertThat(told.summary().state()).isEqualTo(ApplicationState.QUEUED);
    assertThat(told.explanation().then()).isPresent();
    assertThat(told.explanation().ahead()).hasSize(1);
    scenario.asCoordinator(Scenario.OTHER_MEMBER);
    assertThat(enrolment.explain(waitsLonger, Language.EN).own()).isFalse();
    scenario.asCentre();
    assertThat(enrolment.explain(waitsLonger, Language.EN).own()).isFalse();

    scenario.as(first, Scenario.MEMBER);
    assertThatThrownBy(() -> enrolment.explain(waitsLonger, Language.EN))
        .isInstanceOf(NotFound.class);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> enrolment.explain(waitsLonger, Language.EN))
        .isInstanceOf(NotFound.class);
  }
}
