package org.portolan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.office.Office;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/** The end of an account: who may ask for it, what stands against it, what is left. */
@ArquillianTest
class ErasuresIT {
  @Inject private Erasures erasures;
  @Inject private OwnData data;
  @Inject private ErasureTurn turn;
  @Inject private Scenario scenario;
  @Inject @Any private Instance<PersonalData> parts;

  @Test
  void whoAsksWaitsForAWeekAndMayThinkAgain() {
    long person = officer();
    erasures.ask();
    erasures.ask();
    assertThat(requests(person, "asked")).isEqualTo(1);
    assertThat(erasures.mine()).isPresent();
    turn.run();
    assertThat(erased(person)).isFalse();

    erasures.takeBack();
    assertThat(erasures.mine()).isEmpty();
    due(person);
    turn.run();
    assertThat(erased(person)).isFalse();
  }

  @Test
  void whoDoesNotThinkAgainIsErased() {
    long person = officer();
    erasures.ask();
    due(person);
    scenario.asNobody();

    assertThat(turn.run()).isPositive();

    assertThat(erased(person)).isTrue();
    assertThat(requests(person, "done")).isEqualTo(1);
    assertThat(scenario.text("SELECT given_name FROM person WHERE id = " + person))
        .isEqualTo("Erased");
    assertThat(turn.run()).as("once").isZero();
  }

  /** Somebody writes to all who decide, and had read their names before. */
  @Test
  void whatWasWrittenToThemMeanwhileIsForgotten() throws Exception {
    long person = officer();
    erasures.ask();
    due(person);
    scenario.asNobody();
    turn.run();
    scenario.sql(
        "INSERT INTO mail_letter (message_id, kind, to_address, person_id, language, subject,"
            + " secret, state, attempts, created_at, next_attempt_at) VALUES (UUID(), 'late',"
            + " 'late@demo.portolan.example', "
            + person
            + ", 'en', 'Late', FALSE, 'withheld', 0, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))");

    Instant end = Instant.now().plusSeconds(30);
    while (scenario.number("SELECT COUNT(*) FROM mail_letter WHERE person_id = ?", person) > 0) {
      assertThat(Instant.now()).as("until it is forgotten").isBefore(end);
      Thread.sleep(200);
    }
  }

  @Test
  void whoHoldsAnOfficeThatNobodyElseHoldsHandsItOverFirst() {
    long person = officer();
    scenario.mandate(person, Office.CENTRE_DIRECTOR, Scope.centre("DEMO-RTC-XS1"));
    assertThatThrownBy(() -> erasures.ask())
        .isInstanceOfSatisfying(
            ErasureRefused.class, e -> assertThat(e.hindrance()).isEqualTo("office"));
    String email = scenario.email(person);
    scenario.asAdministrator();
    assertThatThrownBy(() -> erasures.execute(email, "Asked for."))
        .isInstanceOf(ErasureRefused.class);
    scenario.endMandates(person);
    erasures.execute(email, "Asked for.");
    assertThat(erased(person)).isTrue();
  }

  @Test
  void nobodyWhoRunsThePlatformDisappearsFromIt() {
    long person = officer();
    scenario.mandate(person, Office.ADMIN, Scope.PLATFORM);
    assertThat(erasures.hindrance()).contains("admin");
    scenario.endMandates(person);
  }

  @Test
  void whatStandsAgainstItWhenItIsDueKeepsIt() {
    long person = officer();
    erasures.ask();
    due(person);
    scenario.mandate(person, Office.ADMIN, Scope.PLATFORM);
    turn.run();
    assertThat(erased(person)).isFalse();
    assertThat(requests(person, "asked")).isEqualTo(1);
    scenario.endMandates(person);
    turn.run();
    assertThat(erased(person)).isTrue();
  }

  @Test
  void othersThanAdministratorsAndTheSecretariatEraseNobody() {
    String email = scenario.email(officer());
    assertThatThrownBy(() -> erasures.list()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> erasures.execute(email, "x")).isInstanceOf(NotAllowed.class);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> erasures.execute(email, "x")).isInstanceOf(NotAllowed.class);
    scenario.asNobody();
    assertThatThrownBy(() -> erasures.ask()).isInstanceOf(NotSignedIn.class);
    assertThatThrownBy(() -> data.document()).isInstanceOf(NotSignedIn.class);
  }

  @Test
  void nobodyIsErasedTwice() {
    String email = scenario.email(officer());
    scenario.asAdministrator();
    erasures.execute(email, "Asked for.");
    assertThatThrownBy(() -> erasures.execute(email, "Asked for.")).isInstanceOf(NotFound.class);
  }

  @Test
  void whoAsksGetsTheirOwnDataOfAllPartsAndNoSecrets() {
    long person = officer();
    JsonObject document = data.document();
    assertThat(document.getJsonArray("person").getJsonObject(0).getString("email"))
        .isEqualTo(scenario.email(person));
    assertThat(document.keySet())
        .contains(
            "person", "profile", "mandates", "sign_ins", "applications", "practices", "letters");
    assertThat(document.toString()).doesNotContain("hash", "secret", "wrapped");
  }

  @Test
  void everyPartHasAWordOfItsOwn() {
    assertThat(parts.stream().map(PersonalData::part))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(4);
  }

  private long officer() {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.as(person, Scenario.MEMBER);
    return person;
  }

  private boolean erased(long person) {
    return scenario.number(
            "SELECT COUNT(*) FROM person WHERE id = ? AND erased_at IS NOT NULL", person)
        == 1;
  }

  private long requests(long person, String state) {
    return scenario.number(
        "SELECT COUNT(*) FROM erasure_request WHERE person_id = ? AND state = ?", person, state);
  }

  private void due(long person) {
    scenario.sql("UPDATE erasure_request SET due_at = '2020-01-01' WHERE person_id = " + person);
  }
}
