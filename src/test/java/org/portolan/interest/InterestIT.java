package org.portolan.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionPlan;
import org.portolan.calendar.Timing;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;

/** People say that they would come, the centre sees how many, and they get a letter. */
@ArquillianTest
class InterestIT {
  @Inject private Interests interests;
  @Inject private CalendarService calendar;
  @Inject private Scenario scenario;

  private long session;

  @BeforeEach
  void announce() {
    scenario.asCentre();
    session = calendar.draft(Scenario.CENTRE, plan(Timing.UNDATED));
    calendar.publish(session);
    scenario.asNobody();
  }

  @AfterEach
  void nobody() {
    scenario.asNobody();
  }

  private SessionPlan plan(Timing timing) {
    LocalDate day = LocalDate.now().plusMonths(3);
    return new SessionPlan(
        scenario.number("SELECT MIN(id) FROM course WHERE state = 'published'"),
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
        Chain.NONE,
        null,
        false);
  }

  private long interested(String member) {
    long person = scenario.officer(member);
    scenario.as(person, member);
    assertThat(interests.say(session)).isTrue();
    return person;
  }

  private long letters(long person, String kind) {
    return scenario.number(
        "SELECT COUNT(*) FROM mail_letter WHERE person_id = ? AND kind = ?", person, kind);
  }

  private Demand demand() {
    scenario.asCentre();
    return interests.demand(session, Language.EN);
  }

  @Test
  void saidTwiceIsSaidOnceAndCanBeTakenBack() {
    long person = interested(Scenario.MEMBER);
    interests.say(session);
    assertThat(interests.mine(session)).isTrue();
    assertThat(demand().total()).isEqualTo(1);
    scenario.as(person, Scenario.MEMBER);
    interests.takeBack(session);
    assertThat(interests.mine(session)).isFalse();
    assertThat(demand().total()).isZero();
  }

  @Test
  void theCentreSeesHowManyOfEachMemberAndLanguage() {
    interested(Scenario.MEMBER);
    interested(Scenario.OTHER_MEMBER);
    long french = interested(Scenario.OTHER_MEMBER);
    scenario.sql("UPDATE person SET language = 'fr' WHERE id = " + french);
    Demand demand = demand();
    assertThat(demand.languages()).containsExactly("en", "fr");
    assertThat(demand.rows())
        .containsExactly(
            new Demand.Row(Scenario.OTHER_MEMBER, List.of(1, 1)),
            new Demand.Row(Scenario.MEMBER, List.of(1, 0)));
    assertThat(demand.totals()).containsExactly(2, 1);
  }

  @Test
  void onlyItsCentreSeesThem() {
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> interests.demand(session, Language.EN)).isInstanceOf(NotAllowed.class);
    scenario.asNobody();
    assertThatThrownBy(() -> interests.say(session)).isInstanceOf(NotSignedIn.class);
  }

  @Test
  void whenTheDaysAreSetTheyGetALetterOnceAndAreForgotten() {
    long one = interested(Scenario.MEMBER);
    long other = interested(Scenario.OTHER_MEMBER);
    scenario.asCentre();
    int version = calendar.getOwn(session, Language.EN).version();
    calendar.update(session, version, plan(Timing.DATED));
    assertThat(letters(one, "interest.letter.dated")).isEqualTo(1);
    assertThat(letters(other, "interest.letter.dated")).isEqualTo(1);
    assertThat(demand().total()).isZero();
    calendar.update(session, version + 1, plan(Timing.DATED));
    assertThat(letters(one, "interest.letter.dated")).isEqualTo(1);
    scenario.as(one, Scenario.MEMBER);
    assertThat(interests.say(session)).isFalse();
    assertThat(interests.mine(session)).isFalse();
  }

  @Test
  void whenItIsCancelledTheyAreTold() {
    long one = interested(Scenario.MEMBER);
    scenario.asCentre();
    calendar.cancel(session);
    assertThat(letters(one, "interest.letter.cancelled")).isEqualTo(1);
    assertThat(letters(one, "interest.letter.dated")).isZero();
  }

  @Test
  void theDemandTakesAsManyStatementsWhateverTheNumberOfMembers() throws Exception {
    interested(Scenario.MEMBER);
    demand();
    int few = Statements.of(this::demand).size();
    for (String member : List.of("XC", "XE", "XM", "XQ", "XT")) {
      interested(member);
    }
    assertThat(Statements.of(this::demand)).hasSize(few);
  }
}
