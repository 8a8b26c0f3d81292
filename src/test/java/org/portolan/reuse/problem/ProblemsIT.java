package org.portolan.reuse.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.office.Office;
import org.portolan.people.Erasures;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** Readers tell editors what is wrong, and get an answer. */
@ArquillianTest
class ProblemsIT {
  private static final String PRACTICE = "DEMO-PR-049";
  private static final String NARROW = "DEMO-PR-073";

  @Inject private Problems problems;
  @Inject private Erasures erasures;
  @Inject private Scenario scenario;

  private long reader;
  private long editor;

  @BeforeEach
  void people() {
    reader = scenario.officer("XN");
    editor = scenario.officer("XS");
    scenario.mandate(editor, Office.EDITOR, Scope.region("WCA"));
    scenario.as(reader, "XN");
  }

  @AfterEach
  void nobody() {
    scenario.asNobody();
    scenario.endMandates(editor);
    scenario.sql("DELETE FROM practice_problem");
  }

  private ToldProblem tell(String words) throws InvalidProblem {
    scenario.as(reader, "XN");
    problems.tell(PRACTICE, "wrong", words);
    scenario.asHolder(editor, "XS");
    return problems.desk().stream()
        .filter(each -> each.words().equals(words))
        .findFirst()
        .orElseThrow();
  }

  private long letters(long person, String kind) {
    return scenario.number(
        "SELECT COUNT(*) FROM mail_letter WHERE person_id = ? AND kind = ?",
        person,
        ProblemLetters.KIND + kind);
  }

  @Test
  void editorsOfTheRegionAnswerAndForgetWhoTold() throws Exception {
    ToldProblem told = tell("Forty is fourteen");
    assertThat(told.practice().code()).isEqualTo(PRACTICE);
    assertThat(letters(editor, "problem")).isOne();
    scenario.asEditor("EUR");
    assertThat(problems.desk()).isEmpty();
    assertThatThrownBy(() -> problems.settle(told.id(), told.version(), "Not mine"))
        .isInstanceOf(NotFound.class);
    scenario.as(reader, "XN");
    assertThatThrownBy(() -> problems.desk()).isInstanceOf(NotAllowed.class);

    scenario.asHolder(editor, "XS");
    assertInvalid(() -> problems.settle(told.id(), told.version(), " "), "answer");
    problems.settle(told.id(), told.version(), "Mended in the next version");
    assertThat(problems.desk()).isEmpty();
    assertThat(letters(reader, "settled")).isOne();
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM practice_problem WHERE id = ? AND person_id IS NULL",
                told.id()))
        .isOne();
    assertThatThrownBy(() -> problems.settle(told.id(), told.version(), "Again"))
        .isInstanceOf(ChangedMeanwhile.class);
  }

  private interface Attempt {
    void run() throws Exception;
  }

  private static void assertInvalid(Attempt attempt, String problem) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            InvalidProblem.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @Test
  void onlyReadersTellAndNotAsFastAsAProgram() throws Exception {
    assertInvalid(() -> problems.tell(PRACTICE, "strange", "x"), "kind");
    assertInvalid(() -> problems.tell(PRACTICE, "wrong", "\u200B"), "words");
    assertInvalid(() -> problems.tell(PRACTICE, "wrong", "x".repeat(1_001)), "words-long");
    assertThatThrownBy(() -> problems.tell(NARROW, "wrong", "x")).isInstanceOf(NotFound.class);
    for (int i = 0; i < Problems.MOST_A_DAY; i++) {
      problems.tell(PRACTICE, "wrong", "Number " + i);
    }
    assertInvalid(() -> problems.tell(PRACTICE, "wrong", "One more"), "many");
    assertThat(letters(editor, "problem")).as("few an hour").isEqualTo(3);
    scenario.asHolder(editor, "XS");
    assertThat(Statements.of(() -> problems.desk())).hasSizeLessThanOrEqualTo(3);
    scenario.asNobody();
    assertThatThrownBy(() -> problems.tell(PRACTICE, "wrong", "x")).isInstanceOf(NotSignedIn.class);
  }

  @Test
  void whatIsWrongStaysWhenWhoeverToldItIsErased() throws Exception {
    ToldProblem told = tell("Still wrong");
    scenario.asAdministrator();
    erasures.execute(scenario.email(reader), "asked");
    scenario.asHolder(editor, "XS");
    problems.settle(told.id(), problems.desk().get(0).version(), "Mended");
    assertThat(letters(reader, "settled")).isZero();
  }
}
