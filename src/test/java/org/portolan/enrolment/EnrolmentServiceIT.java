package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.audit.AuditEntry;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Change;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.SeatRefused;

/** Applying and deciding with the real transactions, locks and constraints. */
@ArquillianTest
class EnrolmentServiceIT {
  private static final String WHY = "Our border post needs it.";

  @Inject private EnrolmentService enrolment;
  @Inject private Decisions decisions;
  @Inject private Scenario scenario;
  @Inject private AuditTrail audit;

  @Test
  void withoutApprovalAnApplicationTakesTheSeatAtOnce() {
    long session = scenario.session(2, Chain.NONE);
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);

    assertThat(enrolment.apply(session, WHY).state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(taken(session)).isEqualTo(1);
    assertThat(ledger(session)).isEqualTo(1);
  }

  @Test
  void theLastSeatIsGivenOnce() {
    long session = scenario.session(1, Chain.NONE);
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    enrolment.apply(session, WHY);
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);

    assertThatThrownBy(() -> enrolment.apply(session, WHY))
        .asInstanceOf(type(SeatRefused.class))
        .extracting(SeatRefused::kind)
        .isEqualTo(SeatRefused.Kind.SESSION_FULL);
    assertThat(taken(session)).isEqualTo(1);
    assertThat(ledger(session)).isEqualTo(1);
  }

  @Test
  void applyingAgainIsTheSameApplication() {
    long session = scenario.session(5, Chain.COORDINATOR);
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);

    long first = enrolment.apply(session, WHY).id();
    assertThat(enrolment.apply(session, WHY).id()).isEqualTo(first);
    assertThat(scenario.number("SELECT COUNT(*) FROM application WHERE session_id = ?", session))
        .isEqualTo(1);
  }

  @Test
  void aWaitingApplicationHoldsNoSeatUntilItsCoordinatorApproves() {
    long session = scenario.session(1, Chain.COORDINATOR);
    long application = waiting(session);
    assertThat(taken(session)).isZero();

    scenario.asCoordinator(Scenario.MEMBER);
    decisions.approve(application, null);

    assertThat(taken(session)).isEqualTo(1);
    assertThat(enrolment.find(application, Language.EN).summary().state())
        .isEqualTo(ApplicationState.APPROVED);
  }

  @Test
  void aRefusalNeedsAReasonAndNothingChangesWithoutOne() {
    long application = waiting(scenario.session(1, Chain.COORDINATOR));
    scenario.asCoordinator(Scenario.MEMBER);

    assertThatThrownBy(() -> decisions.refuse(application, "  "))
        .isInstanceOf(EnrolmentRefused.class);
    assertThat(enrolment.find(application, Language.EN).summary().state())
        .isEqualTo(ApplicationState.WAITING);
  }

  @Test
  void theCoordinatorOfAnotherMemberDoesNotEvenLearnThatItExists() {
    long application = waiting(scenario.session(1, Chain.COORDINATOR));
    scenario.asCoordinator(Scenario.OTHER_MEMBER);

    assertThatThrownBy(() -> decisions.approve(application, null)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> decisions.refuse(application, "No")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> enrolment.find(application, Language.EN)).isInstanceOf(NotFound.class);
    assertThat(waiting()).noneMatch(each -> each.id() == application);
  }

  @Test
  void aWithdrawnSeatIsFreeForTheNext() {
    long session = scenario.session(1, Chain.NONE);
    long first = scenario.officer(Scenario.MEMBER);
    scenario.as(first, Scenario.MEMBER);
    enrolment.withdraw(enrolment.apply(session, WHY).id());
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);

    assertThat(enrolment.apply(session, WHY).state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(taken(session)).isEqualTo(1);
    assertThat(ledger(session)).isEqualTo(2);
  }

  @Test
  void nobodyWithdrawsForAnother() {
    long application = waiting(scenario.session(1, Chain.COORDINATOR));
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);

    assertThatThrownBy(() -> enrolment.withdraw(application)).isInstanceOf(NotFound.class);
  }

  @Test
  void aTitleSaysItsLanguageWhichIsTheOneThatTheCatalogueWouldTake() {
    // its course has texts in French, Arabic and Portuguese
    assertThat(enrolment.session("DEMO-S-075", Language.PT).language()).isEqualTo("pt");
    OfferedSession nearest = enrolment.session("DEMO-S-075", Language.EN);
    assertThat(nearest.language()).isEqualTo("fr");
    assertThat(nearest.title()).isEqualTo("Vos six premiers mois en douane");
  }

  @Test
  void visitorsAreAskedToSignIn() {
    long session = scenario.session(1, Chain.NONE);

    assertThatThrownBy(() -> enrolment.apply(session, WHY)).isInstanceOf(NotSignedIn.class);
  }

  @Test
  void lookingWhatWouldComeOfAnApplicationKeepsNobodyWaiting() throws Exception {
    long session = scenario.session(1, Chain.NONE);
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    assertThat(Statements.of(() -> enrolment.prospect(session)))
        .isNotEmpty()
        .noneMatch(statement -> statement.contains("SHARE MODE") || statement.contains("UPDATE"));
    scenario.asNobody();
    assertThatThrownBy(() -> enrolment.prospect(session)).isInstanceOf(NotSignedIn.class);
  }

  @Test
  void theDeskOfACoordinatorCostsTheSameForManyAsForFew() throws Exception {
    long session = scenario.session(50, Chain.COORDINATOR);
    waiting(session);
    scenario.asCoordinator(Scenario.MEMBER);
    int few = Statements.of(() -> waiting()).size();
    for (int i = 0; i < 20; i++) {
      waiting(session);
    }
    scenario.asCoordinator(Scenario.MEMBER);

    assertThat(Statements.of(() -> waiting())).hasSize(few).hasSizeBetween(1, 4);
  }

  @Test
  void theAuditTrailTellsTheWayOfAnApplicationInOneStatementEach() throws Exception {
    long session = scenario.session(1, Chain.COORDINATOR);
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    List<String> sent = Statements.of(() -> enrolment.apply(session, WHY));
    assertThat(sent).filteredOn(statement -> statement.contains("audit_")).hasSize(1);
    long application = enrolment.apply(session, WHY).id();
    enrolment.withdraw(application);
    enrolment.apply(session, WHY);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> decisions.refuse(application, "  "))
        .isInstanceOf(EnrolmentRefused.class);
    decisions.approve(application, null);

    List<AuditEntry> entries = audit.history("application", application, null, 10).entries();
    assertThat(entries)
        .extracting(AuditEntry::action)
        .containsExactly(
            "application.approved",
            "application.handed-in",
            "application.withdrawn",
            "application.handed-in");
    assertThat(entries.get(0).changes())
        .containsExactly(
            new Change("state", "waiting", "approved"), new Change("step", null, "coordinator"));
    assertThat(entries.get(0).scopeCode()).isEqualTo(Scenario.MEMBER);
  }

  private long waiting(long session) {
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    return enrolment.apply(session, WHY).id();
  }

  private long taken(long session) {
    return scenario.number("SELECT taken FROM seat_book WHERE session_id = ?", session);
  }

  private long ledger(long session) {
    return scenario.number(
        "SELECT COUNT(CASE event WHEN 'seated' THEN 1 END) FROM seat_line WHERE session_id = ?",
        session);
  }

  private List<ApplicationSummary> waiting() {
    return decisions.waiting(WaitingFilter.EVERYTHING, 0, 50, Language.EN).shown();
  }
}
