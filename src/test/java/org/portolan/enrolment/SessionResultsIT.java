package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.competency.Attainments;
import org.portolan.completion.CompletionResult;
import org.portolan.completion.CompletionSummary;
import org.portolan.completion.Completions;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;

/** A centre says who completed a session that is over. */
@ArquillianTest
class SessionResultsIT {
  @Inject private SessionResults results;
  @Inject private Completions completions;
  @Inject private Attainments attainments;
  @Inject private EnrolmentService enrolment;
  @Inject private Scenario scenario;

  private long session;
  private long one;
  private long other;

  @BeforeEach
  void seatTwo() {
    session = scenario.session(5, Chain.NONE);
    one = seated();
    other = seated();
  }

  @AfterEach
  void backToNow() {
    MovableClock.release();
    scenario.asNobody();
  }

  private long seated() {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.as(person, Scenario.MEMBER);
    enrolment.apply(session, "Our post.");
    return person;
  }

  private void end() {
    MovableClock.hold(Instant.now().plus(Duration.ofDays(90)));
    scenario.asCentre();
  }

  @Test
  void whoHadASeatHasAResultAndNobodyElse() {
    long stranger = scenario.officer(Scenario.MEMBER);
    end();
    assertThat(results.find(session, Language.EN).over()).isTrue();
    assertThat(results.find(session, Language.EN).results()).isEmpty();
    results.mark(
        session,
        Map.of(
            one,
            CompletionResult.COMPLETED,
            other,
            CompletionResult.ABSENT,
            stranger,
            CompletionResult.COMPLETED));
    assertThat(results.find(session, Language.EN).results())
        .isEqualTo(Map.of(one, CompletionResult.COMPLETED, other, CompletionResult.ABSENT));
    assertThat(completions.completed(Set.of(one, other, stranger))).containsOnlyKeys(one);
    scenario.as(other, Scenario.MEMBER);
    assertThat(completions.mine())
        .extracting(CompletionSummary::result)
        .containsExactly(CompletionResult.ABSENT);
  }

  @Test
  void aCompletedCourseGivesItsCompetencies() {
    scenario.sql(
        "INSERT INTO course_competency (course_id, competency_code, level) SELECT course_id,"
            + " 'wildlife', 3 FROM training_session WHERE id = "
            + session);
    try {
      end();
      results.mark(
          session, Map.of(one, CompletionResult.COMPLETED, other, CompletionResult.ABSENT));
      assertThat(attainments.of(Set.of(one)).get(one).confirmed("wildlife")).isEqualTo(3);
      assertThat(attainments.of(Set.of(other))).isEmpty();
    } finally {
      scenario.sql(
          "DELETE g FROM course_competency g JOIN training_session s ON s.course_id = g.course_id"
              + " WHERE g.competency_code = 'wildlife' AND s.id = "
              + session);
    }
  }

  @Test
  void aResultCanBeMended() {
    end();
    results.mark(session, Map.of(one, CompletionResult.COMPLETED));
    results.mark(
        session, Map.of(one, CompletionResult.NOT_COMPLETED, other, CompletionResult.COMPLETED));
    assertThat(completions.ofSession(session))
        .isEqualTo(Map.of(one, CompletionResult.NOT_COMPLETED, other, CompletionResult.COMPLETED));
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM audit_entry WHERE action = 'completion.marked'"
                    + " AND record_id = "
                    + session))
        .isEqualTo(2);
  }

  @Test
  void aSessionThatIsNotOverHasNoResults() {
    scenario.asCentre();
    assertThat(results.find(session, Language.EN).over()).isFalse();
    assertThatThrownBy(() -> results.mark(session, Map.of(one, CompletionResult.COMPLETED)))
        .isInstanceOfSatisfying(
            EnrolmentRefused.class,
            refused -> assertThat(refused.kind()).isEqualTo(EnrolmentRefused.Kind.NOT_OVER));
    assertThat(completions.ofSession(session)).isEmpty();
  }

  @Test
  void anotherCentreKeepsNothing() {
    end();
    scenario.as(one, Scenario.MEMBER);
    assertThatThrownBy(() -> results.find(session, Language.EN)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> results.mark(session, Map.of(one, CompletionResult.COMPLETED)))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void manyResultsCostNoMoreStatementsThanFew() throws Exception {
    List<Long> more = List.of(seated(), seated(), seated());
    end();
    // of either kind, as the trail needs a key for each person whom it names first
    int few =
        statements(Map.of(one, CompletionResult.COMPLETED, other, CompletionResult.ABSENT)).size();
    Map<Long, CompletionResult> rest = new HashMap<>();
    more.forEach(person -> rest.put(person, CompletionResult.COMPLETED));
    rest.put(more.get(0), CompletionResult.ABSENT);
    assertThat(statements(rest)).hasSizeLessThanOrEqualTo(few + 1);
    assertThat(Statements.of(() -> completions.completed(Set.copyOf(more)))).hasSize(1);
  }

  private List<String> statements(Map<Long, CompletionResult> marked) throws Exception {
    // what a node keeps may have been forgotten meanwhile, as others work on the same database
    results.find(session, Language.EN);
    return Statements.of(
        () -> {
          results.mark(session, marked);
          return null;
        });
  }
}
