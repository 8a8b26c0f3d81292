package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionPlan;
import org.portolan.catalog.ComingSession;
import org.portolan.catalog.ComingSessions;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.i18n.Language;
import org.portolan.seat.ApplicationState;

/** The last day on which a session takes applications. */
@ArquillianTest
class ClosingDayIT {
  private static final String WHY = "Our border post needs it.";

  @Inject private CalendarService calendar;
  @Inject private ComingSessions coming;
  @Inject private EnrolmentService enrolment;
  @Inject private Decisions decisions;
  @Inject private SeatDesk desk;
  @Inject private Scenario scenario;

  private final LocalDate first = LocalDate.now().plusMonths(2);
  private final LocalDate applyBy = first.minusDays(20);
  private long course;

  @BeforeEach
  void aCourse() {
    course =
        scenario.number(
            "SELECT MIN(id) FROM course c WHERE state = 'published' AND valid_until IS NULL AND NOT"
                + " EXISTS (SELECT 1 FROM course_prerequisite q WHERE q.course_id = c.id)");
    scenario.asCentre();
  }

  @AfterEach
  void itIsNow() {
    MovableClock.release();
    scenario.asNobody();
  }

  private SessionPlan plan(LocalDate closing) {
    return new SessionPlan(
            course,
            first,
            first.plusDays(2),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            "Main hall",
            "",
            5,
            List.of("en"),
            Chain.COORDINATOR,
            null,
            false)
        .withApplyBy(closing);
  }

  private long published() {
    long id = calendar.draft(Scenario.CENTRE, plan(applyBy));
    calendar.publish(id);
    return id;
  }

  private SessionFacts facts(long session) {
    return calendar.facts(List.of(session)).get(session);
  }

  /** A time of day on the clocks of the centre. */
  private Instant at(long session, LocalDate day, int hour, int minute) {
    return day.atTime(hour, minute).atZone(ZoneId.of(facts(session).zone())).toInstant();
  }

  private ApplicationReceipt apply(long session, long officer) {
    scenario.as(officer, Scenario.MEMBER);
    return enrolment.apply(session, WHY);
  }

  @Test
  void peopleApplyUntilTheLastMinuteOfTheDayAndAreDecidedOnAfterIt() throws Exception {
    long session = published();
    long early = scenario.officer(Scenario.MEMBER);
    long late = scenario.officer(Scenario.MEMBER);
    Instant lastMinute = at(session, applyBy, 23, 59);
    MovableClock.hold(lastMinute);
    ApplicationReceipt sent = apply(session, early);
    assertThat(sent.state()).isEqualTo(ApplicationState.WAITING);
    assertThat(open(session, lastMinute)).isTrue();

    Instant midnight = at(session, applyBy.plusDays(1), 0, 0);
    MovableClock.hold(midnight);
    assertThatThrownBy(() -> apply(session, late))
        .asInstanceOf(type(EnrolmentRefused.class))
        .satisfies(
            refused -> {
              assertThat(refused.kind()).isEqualTo(EnrolmentRefused.Kind.CLOSED);
              assertThat(refused.detail()).isEqualTo("Applications closed on " + applyBy);
            });
    assertThat(open(session, midnight)).isFalse();
    assertThat(enrolment.session(session, Language.EN).closed(at(session, first, 8, 59))).isTrue();
    assertThat(coming.coming(List.of(course)).get(course))
        .filteredOn(each -> each.id() == session)
        .singleElement()
        .matches(ComingSession::closed)
        .extracting(ComingSession::applyBy)
        .isEqualTo(applyBy);

    MovableClock.hold(at(session, first.minusDays(1), 12, 0));
    assertThat(apply(session, early).id()).as("the same once more").isEqualTo(sent.id());
    scenario.asCoordinator(Scenario.MEMBER);
    decisions.approve(sent.id(), "");
    scenario.asCentre();
    SeatPlan seats = desk.find(session, Language.EN);
    assertThat(seats.open()).isTrue();
    assertThat(seats.rules().starts()).isEqualTo(facts(session).startsAt());
    assertThat(seats.listed())
        .extracting(ApplicationSummary::state)
        .containsExactly(ApplicationState.APPROVED);
    scenario.as(early, Scenario.MEMBER);
    enrolment.withdraw(sent.id());
  }

  private boolean open(long session, Instant now) {
    return calendar.find(session, Language.EN).orElseThrow().openAt(now);
  }

  @Test
  void theDayCostsApplyingNoStatement() throws Exception {
    long closes = published();
    long plain = calendar.draft(Scenario.CENTRE, plan(null));
    calendar.publish(plain);
    for (long session : List.of(closes, plain)) {
      apply(session, scenario.officer(Scenario.MEMBER));
    }
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    int without = Statements.of(() -> enrolment.apply(plain, WHY)).size();
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    assertThat(Statements.of(() -> enrolment.apply(closes, WHY))).hasSize(without);
  }

  @Test
  void whichSessionIsNextIsJudgedByTheDayWhereItIsHeld() throws Exception {
    long own = scenario.number("SELECT MAX(id) FROM course WHERE id <> ?", course);
    scenario.sql("UPDATE training_session SET state = 'cancelled' WHERE course_id = " + own);
    long soon = published();
    long later = published();
    long over = published();
    scenario.sql(
        "UPDATE training_session SET course_id = "
            + own
            + " WHERE id IN ("
            + soon
            + ","
            + later
            + ")");
    scenario.sql(
        "UPDATE training_session SET closes_on = NULL, starts_at = starts_at"
            + " + INTERVAL 1 DAY WHERE id = "
            + later);

    MovableClock.hold(applyBy.atTime(11, 0).toInstant(ZoneOffset.UTC));
    scenario.sql("UPDATE training_session SET zone = 'Pacific/Kiritimati' WHERE id = " + soon);
    assertThat(next(own)).as("it is the day after on Kiritimati").isEqualTo(later);
    scenario.sql("UPDATE training_session SET closes_on = NULL, zone = 'UTC' WHERE id = " + soon);
    assertThat(next(own)).isEqualTo(soon);

    MovableClock.hold(applyBy.plusDays(1).atTime(11, 0).toInstant(ZoneOffset.UTC));
    scenario.sql(
        "UPDATE training_session SET zone = 'Etc/GMT+12', closes_on = '"
            + applyBy
            + "' WHERE id = "
            + soon);
    scenario.sql(
        "UPDATE training_session SET course_id = "
            + own
            + ", closes_on = '"
            + applyBy.minusDays(9)
            + "', starts_at = starts_at - INTERVAL 1 DAY WHERE id = "
            + first);
    assertThat(next(own)).as("it is the last day there still").isEqualTo(soon);
    assertThat(Statements.of(() -> coming.next(List.of(own)))).hasSize(2);
  }

  private long next(long of) {
    return coming.next(List.of(of)).get(of).id();
  }

  @Test
  void aCopyClosesAsManyDaysLaterUnlessThatIsOver() {
    long session = published();
    long copy = calendar.copy(session, null, 28L);
    assertThat(facts(copy).applyBy()).isEqualTo(applyBy.plusDays(28));
    assertThat(calendar.copied(session, copy).closingLeftOut()).isFalse();

    MovableClock.hold(at(session, applyBy.plusDays(10), 12, 0));
    long soon = calendar.copy(session, null, 9L);
    assertThat(facts(soon).applyBy()).isNull();
    assertThat(facts(soon).firstDay()).isEqualTo(first.plusDays(9));
    assertThat(calendar.copied(session, soon).closingLeftOut()).isTrue();
  }

  @Test
  void aDayThatCannotCloseItIsRefused() {
    refused(first.plusDays(1), "calendar.problem.applyBy.late");
    refused(LocalDate.now().minusDays(2), "calendar.problem.applyBy.past");
    long session = published();
    int version = calendar.getOwn(session, Language.EN).version();
    assertThatThrownBy(() -> calendar.update(session, version, plan(first.plusDays(1))))
        .isInstanceOf(InvalidPlan.class);
    calendar.update(session, version, plan(first));
    assertThat(facts(session).applyBy()).isEqualTo(first);
    assertThat(calendar.history(session).entries())
        .anySatisfy(
            entry ->
                assertThat(entry.changes())
                    .anySatisfy(change -> assertThat(change.field()).isEqualTo("applyBy")));
  }

  private void refused(LocalDate closing, String problem) {
    assertThatThrownBy(() -> calendar.draft(Scenario.CENTRE, plan(closing)))
        .asInstanceOf(type(InvalidPlan.class))
        .extracting(InvalidPlan::problems)
        .isEqualTo(Map.of("applyBy", problem));
  }
}
