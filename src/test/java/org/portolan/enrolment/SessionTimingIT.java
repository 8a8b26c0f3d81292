package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.SessionFilter;
import org.portolan.calendar.SessionPlan;
import org.portolan.calendar.Timing;
import org.portolan.catalog.ComingSession;
import org.portolan.catalog.ComingSessions;
import org.portolan.completion.CompletionResult;
import org.portolan.completion.Completions;
import org.portolan.container.Scenario;
import org.portolan.platform.i18n.Language;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.SeatRules;

/** Sessions without days: standing editions, and those that wait for their days. */
@ArquillianTest
class SessionTimingIT {
  @Inject private CalendarService calendar;
  @Inject private ComingSessions coming;
  @Inject private EnrolmentService enrolment;
  @Inject private Decisions decisions;
  @Inject private SessionResults results;
  @Inject private SeatDesk desk;
  @Inject private Completions completions;
  @Inject private Enrolments enrolments;
  @Inject private Scenario scenario;

  @Resource(lookup = Scenario.TRANSACTIONS)
  private TransactionManager transaction;

  @AfterEach
  void nobody() {
    scenario.asNobody();
  }

  private long course(String mode) {
    return scenario.number(
        "SELECT MIN(id) FROM course c WHERE state = 'published' AND mode = ? AND NOT EXISTS"
            + " (SELECT 1 FROM course_prerequisite q WHERE q.course_id = c.id)",
        mode);
  }

  private long published(Timing timing, String mode, Chain chain) {
    scenario.asCentre();
    long id = calendar.draft(Scenario.CENTRE, plan(timing, course(mode), chain));
    calendar.publish(id);
    return id;
  }

  private static SessionPlan plan(Timing timing, long course, Chain chain) {
    LocalDate day = LocalDate.now().plusMonths(3);
    return new SessionPlan(
        course,
        timing,
        day,
        day.plusDays(1),
        null,
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        "Hall",
        "",
        5,
        List.of("en"),
        chain,
        null,
        true);
  }

  @Test
  void aStandingEditionIsAppliedForDecidedAndCompletedLikeAnyOther() {
    long session = published(Timing.STANDING, "self-paced", Chain.COORDINATOR);
    long person = scenario.officer(Scenario.MEMBER);
    scenario.as(person, Scenario.MEMBER);
    ApplicationReceipt sent = enrolment.apply(session, "Our post.");
    assertThat(sent.state()).isEqualTo(ApplicationState.WAITING);
    scenario.asCoordinator(Scenario.MEMBER);
    decisions.approve(sent.id(), "");
    scenario.asCentre();
    assertThat(desk.find(session, Language.EN).listed())
        .extracting(ApplicationSummary::state)
        .containsExactly(ApplicationState.APPROVED);
    results.mark(session, Map.of(person, CompletionResult.COMPLETED));
    assertThat(completions.completed(Set.of(person))).containsOnlyKeys(person);
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM training_session WHERE id = "
                    + session
                    + " AND starts_at IS NULL AND first_day IS NULL"))
        .isEqualTo(1);
  }

  @Test
  void aStandingEditionHasPlacesForAllAndNoRulesForThem() {
    long session = published(Timing.STANDING, "self-paced", Chain.NONE);
    for (int i = 0; i < 6; i++) {
      scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
      assertThat(enrolment.apply(session, "Our post.").state())
          .isEqualTo(ApplicationState.APPROVED);
    }
    scenario.asCentre();
    SeatPlan plan = desk.find(session, Language.EN);
    assertThat(plan.open()).isFalse();
    SeatRules rules = plan.rules();
    assertThatThrownBy(() -> desk.rule(session, plan.version(), rules))
        .isInstanceOf(EnrolmentRefused.class);
  }

  @Test
  void onlyASelfPacedCourseRunsAtAnyTime() {
    scenario.asCentre();
    SessionPlan plan = plan(Timing.STANDING, course("workshop"), Chain.NONE);
    assertThatThrownBy(() -> calendar.draft(Scenario.CENTRE, plan))
        .asInstanceOf(type(InvalidPlan.class))
        .extracting(InvalidPlan::problems)
        .isEqualTo(Map.of("timing", "calendar.problem.timing.standing"));
  }

  @Test
  void whatHasNoDaysStandsWithItsCourseAndInNoCalendar() {
    long standing = published(Timing.STANDING, "self-paced", Chain.NONE);
    long undated = published(Timing.UNDATED, "self-paced", Chain.NONE);
    long course = course("self-paced");
    assertThat(coming.coming(List.of(course)).get(course))
        .extracting(ComingSession::id)
        .contains(standing, undated);
    assertThat(
            calendar
                .list(SessionFilter.ofCentre(Scenario.CENTRE, null, null), null, 500, Language.EN)
                .items())
        .isNotEmpty()
        .allMatch(each -> each.facts().dated());
    assertThat(calendar.feed(SessionFilter.ofCentre(Scenario.CENTRE, null, null), Language.EN))
        .allMatch(each -> each.facts().dated());
    assertThat(coming.starts()).containsKey(course);
  }

  @Test
  void anAnnouncedSessionTakesNobodyInBeforeItsDaysAreSet() {
    long session = published(Timing.UNDATED, "workshop", Chain.NONE);
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    assertThatThrownBy(() -> enrolment.apply(session, "Our post."))
        .asInstanceOf(type(EnrolmentRefused.class))
        .extracting(EnrolmentRefused::kind)
        .isEqualTo(EnrolmentRefused.Kind.CLOSED);
    scenario.asCentre();
    int version = calendar.getOwn(session, Language.EN).version();
    calendar.update(session, version, plan(Timing.DATED, course("workshop"), Chain.NONE));
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    assertThat(enrolment.apply(session, "Our post.").state()).isEqualTo(ApplicationState.APPROVED);
  }

  @Test
  void aSeatThatWasUsedIsNotTakenBack() throws Exception {
    long session = published(Timing.STANDING, "self-paced", Chain.NONE);
    long person = scenario.officer(Scenario.MEMBER);
    scenario.as(person, Scenario.MEMBER);
    long application = enrolment.apply(session, "Our post.").id();
    assertThat(enrolment.find(application, Language.EN).withdrawable(Instant.now())).isTrue();
    scenario.asCentre();
    results.mark(session, Map.of(person, CompletionResult.COMPLETED));

    scenario.as(person, Scenario.MEMBER);
    assertThat(enrolment.find(application, Language.EN).withdrawable(Instant.now())).isFalse();
    assertThatThrownBy(() -> enrolment.withdraw(application)).isInstanceOf(EnrolmentRefused.class);
    transaction.begin();
    enrolments.withdrawAll(person);
    transaction.commit();
    assertThat(enrolment.find(application, Language.EN).summary().state())
        .isEqualTo(ApplicationState.APPROVED);
  }

  @Test
  void whoCompletesAStandingEditionLaterCompletedItThen() {
    long session = published(Timing.STANDING, "self-paced", Chain.NONE);
    long person = scenario.officer(Scenario.MEMBER);
    scenario.as(person, Scenario.MEMBER);
    enrolment.apply(session, "Our post.");
    scenario.asCentre();
    results.mark(session, Map.of(person, CompletionResult.NOT_COMPLETED));
    scenario.sql("UPDATE completion SET on_day = '2020-01-01' WHERE session_id = " + session);
    results.mark(session, Map.of(person, CompletionResult.COMPLETED));
    assertThat(completions.completed(Set.of(person)).get(person).values())
        .singleElement()
        .satisfies(day -> assertThat(day).isAfter(LocalDate.of(2020, 1, 1)));
  }
}
