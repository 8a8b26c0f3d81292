package org.portolan.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.eligibility.Eligibility;
import org.portolan.eligibility.Fact;
import org.portolan.eligibility.Facts;
import org.portolan.eligibility.Flaw;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.ChangedMeanwhile;

/** A centre says who may apply, and what is known of people is gathered. */
@ArquillianTest
class ConditionsDeskIT {
  private static final Eligibility TWO =
      Eligibility.of("competency:origin:2 in-post::12|region:WCA:");

  @Inject private ConditionsDesk desk;
  @Inject private FactsOfPeople facts;
  @Inject private Scenario scenario;

  private long session;

  @BeforeEach
  void makeSession() {
    session = scenario.session(5, Chain.NONE);
    scenario.asCentre();
  }

  @AfterEach
  void leave() {
    MovableClock.release();
    scenario.asNobody();
  }

  @Test
  void aCentreGivesItsSessionConditions() throws Exception {
    assertThat(desk.find(session, Language.EN).conditions()).isEqualTo(Eligibility.NONE);
    desk.save(session, 0, TWO);
    ConditionsOfSession kept = desk.find(session, Language.EN);
    assertThat(kept.conditions()).isEqualTo(TWO);
    assertThat(kept.own()).isTrue();
    assertThat(kept.open()).isTrue();
    desk.save(session, kept.version(), Eligibility.NONE);
    assertThat(desk.find(session, Language.EN).conditions()).isEqualTo(Eligibility.NONE);
    assertThat(desk.find(session, Language.EN).own()).isTrue();
  }

  @Test
  void whatWasChangedMeanwhileIsNotOverwritten() throws Exception {
    desk.save(session, 0, TWO);
    assertThatThrownBy(() -> desk.save(session, 0, Eligibility.NONE))
        .isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void aSessionThatHasBegunKeepsItsConditions() {
    MovableClock.hold(Instant.now().plus(Duration.ofDays(70)));
    assertThat(desk.find(session, Language.EN).open()).isFalse();
    assertThatThrownBy(() -> desk.save(session, 0, TWO)).isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void conditionsThatNobodyCanBeJudgedByAreNotKept() {
    String course =
        scenario.text(
            "SELECT c.code FROM course c JOIN training_session s ON s.course_id = c.id"
                + " WHERE s.id = "
                + session);
    assertThatThrownBy(
            () ->
                desk.save(
                    session,
                    0,
                    Eligibility.of(
                        "competency:magic:1 course:"
                            + course
                            + ": job:magician: speaks:xx:A1"
                            + " member:KE: region:WCA: member:QQ: region:QQ: course:QQ:")))
        .isInstanceOfSatisfying(
            FlawedConditions.class,
            flawed ->
                assertThat(flawed.flaws())
                    .containsExactly(
                        new Flaw(0, Flaw.Kind.UNKNOWN),
                        new Flaw(1, Flaw.Kind.CIRCLE),
                        new Flaw(2, Flaw.Kind.UNKNOWN),
                        new Flaw(3, Flaw.Kind.UNKNOWN),
                        new Flaw(5, Flaw.Kind.CONTRADICTION),
                        new Flaw(6, Flaw.Kind.UNKNOWN),
                        new Flaw(7, Flaw.Kind.UNKNOWN),
                        new Flaw(8, Flaw.Kind.UNKNOWN)));
    assertThat(desk.find(session, Language.EN).own()).isFalse();
  }

  @Test
  void nobodyElseGivesThem() {
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    assertThatThrownBy(() -> desk.find(session, Language.EN)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> desk.save(session, 0, TWO)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void factsOfManyPeopleAreOneStatementForEachKind() throws Exception {
    Map<Long, String> people = new HashMap<>();
    for (int i = 0; i < 4; i++) {
      people.put(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    }
    people.put(scenario.officer(Scenario.MEMBER), null);
    assertThat(Statements.of(() -> facts.of(people, Set.of()))).isEmpty();
    assertThat(Statements.of(() -> facts.of(people, Set.of(Fact.values())))).hasSize(5);
    assertThat(Statements.of(() -> facts.of(people, Set.of(Fact.PROFILE)))).hasSize(1);
  }

  @Test
  void whatPeopleSayAndDidIsKnown() {
    long officer = scenario.officer(Scenario.MEMBER);
    scenario.sql(
        "INSERT INTO profile (person_id, grade, in_post_since, languages, supervisor_name,"
            + " supervisor_email, gender, zone, accessibility, name_public, version) VALUES ("
            + officer
            + ", '', '2024-05-01', 'en:B2 fr:C1', '', '', '', '', '', 0, 1)");
    scenario.sql("INSERT INTO person_job VALUES (" + officer + ", 'risk-analyst')");
    Facts known = facts.of(Map.of(officer, Scenario.MEMBER), Set.of(Fact.values())).get(officer);
    assertThat(known.member()).isEqualTo(Scenario.MEMBER);
    assertThat(known.region()).isEqualTo("WCA");
    assertThat(known.job()).isEqualTo("risk-analyst");
    assertThat(known.inPostSince()).isEqualTo("2024-05-01");
    assertThat(known.languages()).containsOnlyKeys("en", "fr");
    assertThat(known.engagements()).isEmpty();
  }
}
