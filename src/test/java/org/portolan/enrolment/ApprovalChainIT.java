package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.enrolment.Decisions.Outcome;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.ApplicationState;

/** The way of applications along a chain, as each who is asked sees and answers it. */
@ArquillianTest
class ApprovalChainIT {
  private static final String WHY = "Our border post needs it.";
  private static final Chain CHAIN = Chain.of(Approver.COORDINATOR, Approver.CENTRE);

  @Inject private EnrolmentService enrolment;
  @Inject private Decisions decisions;
  @Inject private ApprovalNudges nudges;
  @Inject private Scenario scenario;

  @AfterEach
  void itIsNow() {
    MovableClock.release();
  }

  @Test
  void eachIsAskedInTurnAndTheLastOneGivesTheSeat() {
    long session = scenario.session(2, CHAIN);
    long application = apply(session);

    scenario.asCentre();
    assertThat(waiting(session)).isEmpty();
    assertThatThrownBy(() -> decisions.approve(application, null)).isInstanceOf(NotFound.class);

    scenario.asCoordinator(Scenario.MEMBER);
    decisions.approve(application, "A good officer");
    assertThat(waiting(session)).isEmpty();
    assertThatThrownBy(() -> decisions.approve(application, null)).hasMessageContaining("decided");

    scenario.asCentre();
    assertThat(waiting(session)).extracting(ApplicationSummary::id).containsExactly(application);
    decisions.approve(application, null);
    assertThat(state(application)).isEqualTo("approved");
  }

  @Test
  void whoeverSaidNoIsNamedByTheirPartInTheChain() {
    long session = scenario.session(2, CHAIN);
    long passed = apply(session);
    scenario.asCoordinator(Scenario.MEMBER);
    decisions.approve(passed, "A good officer");
    scenario.asCentre();
    decisions.refuse(passed, "No seat is left");
    assertThat(enrolment.explain(passed, Language.EN).refusal())
        .isEqualTo(new Refusal(Approver.CENTRE, "No seat is left"));

    long stopped = apply(session);
    assertThat(enrolment.explain(stopped, Language.EN).refusal()).isNull();
    scenario.asCoordinator(Scenario.MEMBER);
    decisions.refuse(stopped, "Needed at home");
    assertThat(enrolment.explain(stopped, Language.EN).refusal())
        .isEqualTo(new Refusal(Approver.COORDINATOR, "Needed at home"));
    scenario.asCentre();
    assertThat(enrolment.explain(stopped, Language.EN).refusal())
        .as("why is for those at home")
        .isEqualTo(new Refusal(Approver.COORDINATOR, null));
    assertThat(enrolment.explain(stopped, Language.EN).reason()).isNull();
    assertThat(enrolment.find(stopped, Language.EN).timeline())
        .noneMatch(step -> "Needed at home".equals(step.reason()));
    assertThat(enrolment.find(passed, Language.EN).timeline())
        .anyMatch(step -> "A good officer".equals(step.reason()));
  }

  @Test
  void nobodyAnswersForAStepThatTheyNeverSaw() {
    long application = apply(scenario.session(2, CHAIN));
    scenario.asAdministrator();
    Pick seen = new Pick(application, Approver.COORDINATOR);
    decisions.approve(seen, null);
    assertThatThrownBy(() -> decisions.approve(seen, null)).hasMessageContaining("decided");
    assertThat(state(application)).isEqualTo("waiting");
  }

  @Test
  void nobodyDecidesOnTheirOwnApplicationAndTheRegionalOfficeIsAskedToo() {
    long session = scenario.session(2, Chain.COORDINATOR);
    String member = vacant();
    long coordinator = scenario.officer(member);
    scenario.mandate(coordinator, Office.COORDINATOR, Scope.member(member));
    long office = scenario.officer(Scenario.OTHER_MEMBER);
    scenario.mandate(office, Office.ROCB_OFFICER, Scope.region(scenario.regionOf(member)));
    scenario.asHolder(coordinator, member);
    long application = enrolment.apply(session, WHY).id();
    assertThat(letters(office)).isEqualTo("enrolment.letter.deciding-vacant");
    assertThat(letters(coordinator)).isNull();
    enrolment.apply(session, WHY);
    assertThat(letters(office)).as("told once").doesNotContain(",");

    assertThat(waiting(session)).isEmpty();
    assertThatThrownBy(() -> decisions.approve(application, null))
        .isInstanceOf(EnrolmentRefused.class)
        .hasMessageContaining("own");
    assertThat(enrolment.find(application, Language.EN).timeline())
        .anyMatch(step -> step.what().equals("escalated") && step.phase().equals("now"));

    scenario.asHolder(office, Scenario.OTHER_MEMBER);
    assertThat(waiting(session)).extracting(ApplicationSummary::id).containsExactly(application);
    decisions.approve(application, null);
    assertThat(state(application)).isEqualTo("approved");
    // and sees what comes of it
    assertThat(enrolment.find(application, Language.EN).summary().state())
        .isEqualTo(ApplicationState.APPROVED);
    scenario.endMandates(coordinator, office);
    scenario.asHolder(office, Scenario.OTHER_MEMBER);
    assertThatThrownBy(() -> enrolment.find(application, Language.EN)).isInstanceOf(NotFound.class);
  }

  @Test
  void whereNobodyIsThereAtHomeTheRegionalOfficeIsAskedAtOnceAndElseAnAdministrator() {
    long session = scenario.session(2, Chain.COORDINATOR);
    String member = vacant();
    String region = scenario.regionOf(member);
    String others =
        "UPDATE mandate SET ends_at = %s WHERE scope_kind = 'region' AND scope_code = '"
            + region
            + "' AND ends_at %s";
    String mark = "'" + LocalDateTime.now(ZoneOffset.UTC).minusMinutes(1).withNano(0) + "'";
    scenario.sql(others.formatted(mark, "IS NULL"));
    long office = scenario.officer(Scenario.OTHER_MEMBER);
    long administrator = scenario.officer(Scenario.OTHER_MEMBER);
    scenario.mandate(office, Office.ROCB_OFFICER, Scope.region(region));
    scenario.mandate(administrator, Office.ADMIN, Scope.PLATFORM);
    try {
      scenario.as(scenario.officer(member), member);
      enrolment.apply(session, WHY);
      assertThat(letters(office)).isEqualTo("enrolment.letter.deciding-vacant");
      assertThat(letters(administrator)).isNull();

      scenario.endMandates(office);
      scenario.as(scenario.officer(member), member);
      long application = enrolment.apply(session, WHY).id();
      assertThat(letters(office)).as("no more").doesNotContain(",");
      assertThat(letters(administrator)).isEqualTo("enrolment.letter.deciding-vacant");
      assertThat(enrolment.find(application, Language.EN).timeline())
          .filteredOn(step -> step.phase().equals("now"))
          .extracting(TimelineStep::what, TimelineStep::who)
          .containsExactly(tuple("vacant", "the administrators of this platform"));
    } finally {
      scenario.endMandates(office, administrator);
      scenario.sql(others.formatted("NULL", "= " + mark));
    }
  }

  @Test
  void theSecondCoordinatorDecidesOnTheApplicationOfTheFirst() {
    long session = scenario.session(2, Chain.COORDINATOR);
    String member = vacant();
    long coordinator = scenario.officer(member);
    long second = scenario.officer(member);
    scenario.mandate(coordinator, Office.COORDINATOR, Scope.member(member));
    scenario.mandate(second, Office.COORDINATOR, Scope.member(member));
    long office = scenario.officer(Scenario.OTHER_MEMBER);
    scenario.mandate(office, Office.ROCB_OFFICER, Scope.region(scenario.regionOf(member)));
    scenario.asHolder(coordinator, member);
    long application = enrolment.apply(session, WHY).id();
    assertThat(letters(office)).isNull();
    assertThat(enrolment.find(application, Language.EN).timeline())
        .noneMatch(step -> step.what().equals("escalated"));
    scenario.asHolder(office, Scenario.OTHER_MEMBER);
    assertThat(waiting(session)).isEmpty();
    scenario.asHolder(second, member);
    assertThat(waiting(session)).extracting(ApplicationSummary::id).containsExactly(application);
    decisions.approve(application, null);
    assertThat(state(application)).isEqualTo("approved");
    scenario.endMandates(coordinator, second, office);
  }

  /** A Member for which nobody holds an office. */
  private String vacant() {
    return scenario.text(
        "SELECT m.code FROM member_state m WHERE NOT EXISTS (SELECT 1 FROM mandate o"
            + " WHERE o.scope_code = m.code) AND m.region_code IS NOT NULL"
            + " ORDER BY m.code LIMIT 1");
  }

  @Test
  void theRegionalOfficeOfAnotherRegionSeesNothing() {
    long session = scenario.session(2, Chain.COORDINATOR);
    long application = apply(session);
    scenario.sql("UPDATE application SET urgency = 'escalated' WHERE id = " + application);
    long office = scenario.officer(Scenario.OTHER_MEMBER);
    scenario.mandate(
        office, Office.ROCB_OFFICER, Scope.region(scenario.regionOf(Scenario.OTHER_MEMBER)));
    scenario.asHolder(office, Scenario.OTHER_MEMBER);
    assertThat(waiting(session)).isEmpty();
    assertThatThrownBy(() -> decisions.approve(application, null)).isInstanceOf(NotFound.class);
  }

  @Test
  void theSilenceOfADonorAgreesToSeveralAtOnce() {
    long session = scenario.session(2, Chain.COORDINATOR);
    scenario.sql(
        "UPDATE training_session SET approval = 'donor', donor_code = 'DONOR-WB' WHERE id = "
            + session);
    long one = apply(session);
    long other = apply(session);
    MovableClock.pass(Duration.ofDays(11));
    nudges.nudge(session);
    assertThat(state(one)).isEqualTo("approved");
    assertThat(state(other)).isEqualTo("approved");
  }

  @Test
  void severalAreDecidedAtOnceEachByItself() {
    long session = scenario.session(2, Chain.COORDINATOR);
    List<Pick> picks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      picks.add(new Pick(apply(session), Approver.COORDINATOR));
    }
    scenario.as(scenario.officer(Scenario.OTHER_MEMBER), Scenario.OTHER_MEMBER);
    long strange = enrolment.apply(session, WHY).id();
    picks.add(1, new Pick(strange, Approver.COORDINATOR));

    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> decisions.decideAll(picks, false, " "))
        .isInstanceOf(EnrolmentRefused.class);
    assertThat(decisions.decideAll(picks, true, "All of them"))
        .extracting(Outcome::refused)
        .containsExactly(null, "not-found", null, "session-full");
    assertThat(decisions.decideAll(picks.subList(0, 1), false, "Too late"))
        .extracting(Outcome::refused)
        .containsExactly("already-decided");
    assertThat(state(strange)).isEqualTo("waiting");
  }

  @Test
  void theDeskTakesThreeStatementsHoweverMuchWaits() throws Exception {
    long session = scenario.session(50, Chain.COORDINATOR);
    for (int i = 0; i < 12; i++) {
      apply(session);
    }
    scenario.asCoordinator(Scenario.MEMBER);
    WaitingFilter filter = new WaitingFilter(session, Scenario.MEMBER, Approver.COORDINATOR, false);
    assertThat(Statements.of(() -> decisions.waiting(filter, 0, 50, Language.EN))).hasSize(3);
    Waiting first = decisions.waiting(filter, 0, 5, Language.EN);
    Waiting next = decisions.waiting(filter, 5, 50, Language.EN);
    assertThat(first.total()).isEqualTo(12);
    assertThat(first.overdue()).isZero();
    assertThat(first.shown()).hasSize(5);
    assertThat(next.shown()).hasSize(7).doesNotContainAnyElementsOf(first.shown());
    assertThat(first.sessions()).anyMatch(each -> each.id() == session && each.count() == 12);
    assertThat(Statements.of(() -> decisions.waiting(WaitingFilter.EVERYTHING, 0, 50, Language.EN)))
        .hasSize(3);
    Waiting all = decisions.waiting(WaitingFilter.EVERYTHING, 0, 5, Language.EN);
    assertThat(all.total())
        .isGreaterThanOrEqualTo(12)
        .isEqualTo(all.sessions().stream().mapToLong(Waiting.ForSession::count).sum());
    assertThat(all.overdue()).isBetween(0L, all.total());
    assertThat(
            decisions
                .waiting(new WaitingFilter(session, null, null, true), 0, 5, Language.EN)
                .total())
        .isZero();
  }

  @Test
  void whoDecidesForSeveralMembersIsOfferedThoseThatWait() throws Exception {
    long session = scenario.session(50, Chain.of(Approver.CENTRE));
    long own = apply(session);
    long other = apply(session, Scenario.OTHER_MEMBER);
    scenario.asCentre();
    Waiting all = decisions.waiting(WaitingFilter.EVERYTHING, 0, 50, Language.EN);
    assertThat(all.members())
        .contains(Scenario.MEMBER, Scenario.OTHER_MEMBER)
        .doesNotHaveDuplicates()
        .doesNotContain(Scenario.LONE_MEMBER);
    assertThat(all.total())
        .isEqualTo(all.sessions().stream().mapToLong(Waiting.ForSession::count).sum());
    assertThat(Statements.of(() -> decisions.waiting(WaitingFilter.EVERYTHING, 0, 50, Language.EN)))
        .hasSizeBetween(2, 3);
    WaitingFilter filter = new WaitingFilter(session, Scenario.OTHER_MEMBER, null, false);
    assertThat(decisions.waiting(filter, 0, 50, Language.EN).shown())
        .extracting(ApplicationSummary::id)
        .containsExactly(other);
    decisions.approve(own, null);

    scenario.asAdministrator();
    assertThat(decisions.waiting(WaitingFilter.EVERYTHING, 0, 5, Language.EN).members())
        .contains(Scenario.OTHER_MEMBER);
    scenario.asCoordinator(Scenario.MEMBER);
    apply(scenario.session(2, Chain.COORDINATOR));
    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(decisions.waiting(WaitingFilter.EVERYTHING, 0, 5, Language.EN).members()).isEmpty();
  }

  private long apply(long session) {
    return apply(session, Scenario.MEMBER);
  }

  private long apply(long session, String member) {
    scenario.as(scenario.officer(member), member);
    ApplicationReceipt receipt = enrolment.apply(session, WHY);
    assertThat(receipt.state()).isEqualTo(ApplicationState.WAITING);
    return receipt.id();
  }

  private List<ApplicationSummary> waiting(long session) {
    return decisions
        .waiting(new WaitingFilter(session, null, null, false), 0, 50, Language.EN)
        .shown();
  }

  /** Kinds of the letters to a person, in their order. */
  private String letters(long person) {
    return scenario.text(
        "SELECT GROUP_CONCAT(kind ORDER BY id) FROM mail_letter WHERE to_address = '"
            + scenario.email(person)
            + "'");
  }

  private String state(long application) {
    return scenario.text("SELECT state FROM application WHERE id = " + application);
  }
}
