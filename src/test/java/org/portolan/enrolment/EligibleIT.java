package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.competency.Attainments;
import org.portolan.competency.CompetencyLevel;
import org.portolan.competency.OpenStatement;
import org.portolan.condition.ConditionsDesk;
import org.portolan.condition.EligibilityCheck;
import org.portolan.condition.NotEligible;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.eligibility.Eligibility;
import org.portolan.eligibility.Finding;
import org.portolan.eligibility.Remedy;
import org.portolan.eligibility.Verdict;
import org.portolan.platform.i18n.Language;

/** Who does not meet the conditions of a session gets no seat, and is told what would help. */
@ArquillianTest
class EligibleIT {
  private static final String WHY = "Our border post needs it.";

  @Inject private EnrolmentService enrolment;
  @Inject private ConditionsDesk desk;
  @Inject private EligibilityCheck check;
  @Inject private Attainments attainments;
  @Inject private Scenario scenario;

  private long session;
  private long officer;

  @BeforeEach
  void makeSession() {
    session = scenario.session(8, Chain.NONE);
    officer = scenario.officer(Scenario.MEMBER);
  }

  @AfterEach
  void leave() {
    scenario.asNobody();
  }

  private void asks(String conditions) throws Exception {
    scenario.asCentre();
    desk.save(session, desk.find(session, Language.EN).version(), Eligibility.of(conditions));
    scenario.as(officer, Scenario.MEMBER);
  }

  private Verdict mine() {
    return check.mine(
        enrolment.session(Long.toString(session), Language.EN).occasion(Instant.now()));
  }

  @Test
  void whatIsMissingIsSaidAndNothingIsKept() throws Exception {
    asks("competency:origin:2 region:WCA: no-overlap:: per-year::3");
    assertThat(mine().met()).isEqualTo(3);
    assertThat(mine().asked()).isEqualTo(4);
    assertThatThrownBy(() -> enrolment.apply(session, WHY))
        .isInstanceOfSatisfying(
            NotEligible.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(403);
              assertThat(refused.type()).isEqualTo("not-eligible");
              assertThat(refused.detail()).isEqualTo("3 of 4 conditions are met");
              assertThat(refused.errors()).isEqualTo(Map.of("competency:origin:2", "learn"));
            });
    assertThat(enrolment.myStanding(session)).isEmpty();
  }

  @Test
  void whoseAdministrationConfirmsWhatTheyStateGetsTheSeat() throws Exception {
    asks("competency:origin:2");
    attainments.state(null, Map.of("origin", 2), 0);
    assertThat(remedies(mine())).containsExactly(Remedy.Kind.CONFIRM);
    scenario.asCoordinator(Scenario.MEMBER);
    long statement = scenario.number("SELECT MAX(id) FROM attainment WHERE person_id = " + officer);
    assertThat(attainments.waiting()).extracting(OpenStatement::id).contains(statement);
    attainments.assess(statement, CompetencyLevel.TRAINED);
    scenario.as(officer, Scenario.MEMBER);
    assertThat(mine().eligible()).isTrue();
    assertThat(enrolment.apply(session, WHY).state().code()).isEqualTo("approved");
  }

  private static List<Remedy.Kind> remedies(Verdict verdict) {
    return verdict.missing().stream()
        .map(Finding::remedies)
        .flatMap(List::stream)
        .map(Remedy::kind)
        .toList();
  }

  @Test
  void anotherSessionOnTheSameDaysIsNamed() throws Exception {
    asks("no-overlap::");
    long other = scenario.session(8, Chain.NONE);
    scenario.as(officer, Scenario.MEMBER);
    enrolment.apply(other, WHY);
    Verdict verdict = mine();
    assertThat(remedies(verdict)).containsExactly(Remedy.Kind.TAKE_BACK);
    assertThat(verdict.missing().get(0).remedies().get(0).others().get(0).session())
        .isEqualTo(other);
  }

  @Test
  void aSessionAsksForWhatItsCourseDoesUntilItsCentreSaysOtherwise() throws Exception {
    scenario.sql(
        "INSERT INTO course_prerequisite (course_id, required_id) SELECT s.course_id,"
            + " (SELECT MAX(id) FROM course WHERE state = 'published') FROM training_session s"
            + " WHERE s.id = "
            + session);
    try {
      scenario.as(officer, Scenario.MEMBER);
      assertThat(remedies(mine())).containsExactly(Remedy.Kind.COMPLETE);
      assertThatThrownBy(() -> enrolment.apply(session, WHY)).isInstanceOf(NotEligible.class);
      asks("");
      assertThat(mine().asked()).isZero();
      assertThat(enrolment.apply(session, WHY).state().code()).isEqualTo("approved");
    } finally {
      scenario.sql(
          "DELETE q FROM course_prerequisite q JOIN training_session s ON s.course_id = q.course_id"
              + " WHERE s.id = "
              + session);
    }
  }

  @Test
  void anApplicationThatStandsIsNotJudgedAgain() throws Exception {
    scenario.as(officer, Scenario.MEMBER);
    long first = enrolment.apply(session, WHY).id();
    asks("competency:origin:4");
    assertThat(enrolment.apply(session, WHY).id()).isEqualTo(first);
    enrolment.withdraw(first);
    assertThatThrownBy(() -> enrolment.apply(session, WHY)).isInstanceOf(NotEligible.class);
  }

  @Test
  void withoutConditionsNothingMoreIsAskedOfTheDatabase() throws Exception {
    List<String> plain = applying();
    asks("region:WCA:");
    assertThat(applying()).hasSameSizeAs(plain);
    asks("region:WCA: no-overlap:: per-year::20");
    assertThat(applying()).hasSize(plain.size() + 1);
    assertThat(plain).noneMatch(each -> each.contains("attainment") || each.contains("completion"));
  }

  private List<String> applying() throws Exception {
    long person = scenario.officer(Scenario.MEMBER);
    // the book is there already
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    enrolment.apply(session, WHY);
    scenario.as(person, Scenario.MEMBER);
    return Statements.of(() -> enrolment.apply(session, WHY));
  }
}
