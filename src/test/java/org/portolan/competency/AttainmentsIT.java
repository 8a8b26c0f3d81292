package org.portolan.competency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.office.Office;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** People say what they can, administrations confirm it, courses give it. */
@ArquillianTest
class AttainmentsIT {
  @Resource(lookup = Scenario.TRANSACTIONS)
  private TransactionManager transaction;

  @Inject private Attainments attainments;
  @Inject private MovesAttainments moves;
  @Inject private Scenario scenario;

  private long officer;

  @BeforeEach
  void makeOfficer() {
    officer = scenario.officer(Scenario.MEMBER);
    scenario.as(officer, Scenario.MEMBER);
  }

  @AfterEach
  void leave() {
    scenario.asNobody();
  }

  private long stated(String competency, int level) {
    scenario.as(officer, Scenario.MEMBER);
    OwnCompetencies own = attainments.mine();
    attainments.state(own.job(), Map.of(competency, level), own.version());
    return attainments.mine().version();
  }

  private List<Long> waitingFor(String member) {
    scenario.asCoordinator(member);
    return attainments.waiting().stream().map(OpenStatement::id).toList();
  }

  @Test
  void whatSomebodySaysIsStatedAndNotConfirmed() {
    attainments.state("risk-analyst", Map.of("origin", 2, "targeting", 0), 0);
    OwnCompetencies own = attainments.mine();
    assertThat(own.job()).isEqualTo("risk-analyst");
    assertThat(own.attained()).isEqualTo(new Attained(Map.of(), Map.of("origin", 2)));
    assertThat(own.all()).hasSize(1);
    assertThat(own.all().get(0).asked()).isTrue();
    assertThat(attainments.jobs(Set.of(officer))).containsEntry(officer, "risk-analyst");
  }

  @Test
  void theNationalCoordinatorOfTheMemberConfirmsAndNoOther() {
    long statement = stated("origin", 3);
    assertThat(waitingFor(Scenario.OTHER_MEMBER)).doesNotContain(statement);
    assertThatThrownBy(() -> attainments.assess(statement, CompetencyLevel.EXPERT))
        .isInstanceOf(NotFound.class);
    assertThat(waitingFor(Scenario.MEMBER)).contains(statement);
    attainments.assess(statement, CompetencyLevel.TRAINED);
    assertThat(attainments.waiting()).extracting(OpenStatement::id).doesNotContain(statement);
    assertThat(attainments.of(Set.of(officer)).get(officer))
        .isEqualTo(new Attained(Map.of("origin", 2), Map.of("origin", 3)));
    assertThatThrownBy(() -> attainments.assess(statement, CompetencyLevel.EXPERT))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void nobodyConfirmsTheirOwn() {
    long statement = stated("origin", 3);
    scenario.mandate(officer, Office.COORDINATOR, member());
    scenario.asHolder(officer, Scenario.MEMBER);
    assertThat(attainments.waiting()).extracting(OpenStatement::id).doesNotContain(statement);
    assertThatThrownBy(() -> attainments.assess(statement, CompetencyLevel.EXPERT))
        .isInstanceOf(NotFound.class);
    scenario.endMandates(officer);
  }

  private static Scope member() {
    return Scope.member(Scenario.MEMBER);
  }

  @Test
  void whoLooksAfterNobodySeesNothing() {
    assertThatThrownBy(() -> attainments.waiting()).isInstanceOf(NotAllowed.class);
  }

  @Test
  void anAnswerThatSomebodyDoesNotHaveItTakesAwayWhatWasConfirmed() {
    long first = stated("origin", 2);
    scenario.asCoordinator(Scenario.MEMBER);
    attainments.assess(first, CompetencyLevel.TRAINED);
    long second = stated("origin", 4);
    scenario.asCoordinator(Scenario.MEMBER);
    attainments.assess(second, null);
    assertThat(attainments.of(Set.of(officer)).get(officer))
        .isEqualTo(new Attained(Map.of(), Map.of("origin", 4)));
  }

  @Test
  void whatIsConfirmedAlreadyNeedsNoAnswer() {
    long first = stated("origin", 3);
    scenario.asCoordinator(Scenario.MEMBER);
    attainments.assess(first, CompetencyLevel.ADVANCED);
    long second = stated("origin", 2);
    assertThat(second).isNotEqualTo(first);
    assertThat(waitingFor(Scenario.MEMBER)).doesNotContain(second);
  }

  @Test
  void whatIsTakenBackIsNotStatedAnyMore() {
    long first = stated("origin", 3);
    stated("origin", 0);
    assertThat(attainments.mine().attained().stated("origin")).isZero();
    assertThat(attainments.mine().all()).hasSize(1);
    assertThat(waitingFor(Scenario.MEMBER)).doesNotContain(first);
  }

  @Test
  void whatWasShownBeforeSomethingElseWasSaidIsNotKept() {
    stated("origin", 2);
    assertThatThrownBy(() -> attainments.state(null, Map.of("origin", 4), 0))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(attainments.mine().attained().stated("origin")).isEqualTo(2);
  }

  @Test
  void whatIsNotInTheListsIsNotKept() {
    assertThatThrownBy(() -> attainments.state(null, Map.of("magic", 1), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> attainments.state(null, Map.of("origin", 5), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> attainments.state("magician", Map.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCourseGivesOnceAndTakesBack() throws Exception {
    long other = scenario.officer(Scenario.OTHER_MEMBER);
    give(Set.of(officer, other), Set.of());
    give(Set.of(officer, other), Set.of());
    assertThat(attainments.mine().all()).hasSize(2);
    assertThat(attainments.of(Set.of(officer, other)))
        .containsEntry(officer, new Attained(Map.of("origin", 2, "valuation", 1), Map.of()))
        .containsKey(other);
    give(Set.of(other), Set.of(officer));
    assertThat(attainments.of(Set.of(officer, other))).containsOnlyKeys(other);
  }

  private void give(Set<Long> completed, Set<Long> others) throws Exception {
    transaction.begin();
    attainments.give(
        completed,
        others,
        Map.of("origin", 2, "valuation", 1),
        "DEMO-S-X" + officer,
        LocalDate.of(2026, 1, 9));
    transaction.commit();
  }

  @Test
  void ofTwoAccountsTheLaterStatementCountsAndTheJobOfTheOneThatStays() throws Exception {
    long goes = officer;
    attainments.state("risk-analyst", Map.of("origin", 4, "valuation", 1), 0);
    officer = scenario.officer(Scenario.MEMBER);
    scenario.as(officer, Scenario.MEMBER);
    attainments.state("audit-officer", Map.of("origin", 2), 0);
    transaction.begin();
    moves.move(officer, goes);
    transaction.commit();
    OwnCompetencies own = attainments.mine();
    assertThat(own.job()).isEqualTo("audit-officer");
    assertThat(own.attained().stated()).isEqualTo(Map.of("origin", 2, "valuation", 1));
    assertThat(own.all()).hasSize(3);
    assertThat(attainments.of(Set.of(goes))).isEmpty();
    assertThat(attainments.jobs(Set.of(goes))).isEmpty();
  }

  @Test
  void manyPeopleAreOneStatement() throws Exception {
    stated("origin", 2);
    long other = scenario.officer(Scenario.MEMBER);
    assertThat(Statements.of(() -> attainments.of(Set.of(officer, other)))).hasSize(1);
    assertThat(Statements.of(() -> attainments.jobs(Set.of(officer, other)))).hasSize(1);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(Statements.of(() -> attainments.waiting())).hasSize(1);
  }
}
