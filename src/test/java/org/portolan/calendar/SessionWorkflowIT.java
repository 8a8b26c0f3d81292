package org.portolan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.audit.AuditEntry;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedInAs;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** Centre and Regional Office move sessions on, each what is theirs. */
@ArquillianTest
class SessionWorkflowIT {
  /** Statements that read the directory anew, which may fall into any deed. */
  private static final int DIRECTORY = 4;

  private static final String OTHER_CENTRE = "DEMO-RTC-XN1";

  @Inject private CalendarService calendar;
  @Inject private SessionWorkflow workflow;
  @Inject private CheckRules rules;
  @Inject private Scenario scenario;
  @Inject private CurrentPerson me;

  private static final String REGION = "WCA";

  @AfterEach
  void asItWas() {
    MovableClock.release();
    asOffice(scenario.regionOf(Scenario.MEMBER));
    rules.require(scenario.regionOf(Scenario.MEMBER), false);
    scenario.asNobody();
  }

  @Test
  void aDraftGoesToTheRegionalOfficeAndBackAndIsPublishedWhereItWasChecked() {
    long id = draft(20);
    String home = scenario.regionOf(Scenario.MEMBER);
    asOffice(home);
    rules.require(home, true);
    scenario.asCentre();
    assertThatThrownBy(() -> calendar.publish(id))
        .asInstanceOf(type(NotPossible.class))
        .extracting(NotPossible::key)
        .isEqualTo("calendar.refused.unchecked");

    workflow.submit(seen(id));
    assertThatThrownBy(() -> workflow.check(seen(id), "")).isInstanceOf(NotAllowed.class);
    asOffice(home);
    Map<Long, Integer> asSubmitted = versions(id);
    assertThatThrownBy(() -> workflow.sendBack(asSubmitted, " "))
        .asInstanceOf(type(InvalidPlan.class))
        .satisfies(refused -> assertThat(refused.problems()).containsOnlyKeys("note"));
    workflow.sendBack(asSubmitted, "The same week as in Lomé");
    assertThatThrownBy(() -> workflow.check(asSubmitted, "")).isInstanceOf(ChangedMeanwhile.class);

    scenario.asCentre();
    assertThat(facts(id).progress().note()).isEqualTo("The same week as in Lomé");
    workflow.submit(seen(id));
    asOffice(home);
    workflow.check(versions(id), "");
    assertThatThrownBy(() -> workflow.publish(versions(id))).isInstanceOf(NotAllowed.class);
    scenario.asCentre();
    workflow.publish(seen(id));
    assertThat(facts(id).state()).isEqualTo(SessionState.PUBLISHED);
    assertThat(calendar.history(id).entries())
        .extracting(AuditEntry::action)
        .containsExactly(
            "session.published",
            "session.checked",
            "session.submitted",
            "session.sent-back",
            "session.submitted",
            "session.drafted");
  }

  @Test
  void anotherRegionsOfficeAndAnotherCentreMoveNothing() {
    long id = draft(20);
    Map<Long, Integer> seen = versions(id);
    asOffice(scenario.regionOf(Scenario.OTHER_MEMBER).equals(REGION) ? "EUR" : "AMS");
    assertThatThrownBy(() -> workflow.check(seen, "")).isInstanceOf(NotAllowed.class);
    // a version that is not the one tells nobody that the session is there
    assertThatThrownBy(() -> workflow.check(Map.of(id, 99), "")).isInstanceOf(NotAllowed.class);
    SignedInAs.person(
        me, 1, Scenario.OTHER_MEMBER, new Grant(Role.CENTRE, Scope.centre(OTHER_CENTRE)));
    assertThatThrownBy(() -> workflow.submit(seen)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> workflow.restore(id, seen.get(id))).isInstanceOf(NotAllowed.class);
    asOffice(scenario.regionOf(Scenario.MEMBER));
    assertThatThrownBy(() -> workflow.check(seen, ""))
        .as("not handed in: nobody's but its centre's")
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> rules.require("NOWHERE", true)).isInstanceOf(NotFound.class);
    scenario.asCentre();
    assertThatThrownBy(() -> rules.require(REGION, true)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void aChangeOfItsDaysTakesTheCheckAwayAndSaysSo() {
    long id = draft(20);
    workflow.submit(seen(id));
    asOffice(scenario.regionOf(Scenario.MEMBER));
    workflow.check(versions(id), "Good");
    scenario.asCentre();
    OwnSession own = calendar.getOwn(id, Language.EN);
    assertThat(calendar.update(id, own.version(), plan(20, "Annexe"))).isFalse();
    assertThat(facts(id).progress().checkedAt()).isNotNull();
    own = calendar.getOwn(id, Language.EN);
    assertThat(calendar.update(id, own.version(), plan(22, "Annexe"))).isTrue();
    assertThat(facts(id).progress()).isEqualTo(Progress.NONE);
  }

  @Test
  void eitherAllAreMovedOrNone() {
    long good = draft(20);
    long submitted = draft(20);
    workflow.submit(seen(submitted));
    Map<Long, Integer> both = new TreeMap<>(seen(good));
    both.putAll(seen(submitted));
    assertThatThrownBy(() -> workflow.submit(both)).isInstanceOf(NotPossible.class);
    assertThat(facts(good).progress().submittedAt()).isNull();
    assertThatThrownBy(() -> workflow.submit(Map.of())).isInstanceOf(InvalidPlan.class);
    assertThatThrownBy(() -> workflow.submit(Map.of(Long.MAX_VALUE, 1)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whatCameOfASessionIsSaidOnceItIsOver() {
    long id = scenario.session(20, Chain.NONE);
    scenario.asCentre();
    SessionReport report = new SessionReport(true, 19, "One was ill");
    assertThatThrownBy(() -> workflow.report(id, seen(id).get(id), report))
        .isInstanceOf(NotPossible.class);
    MovableClock.pass(Duration.ofDays(70));
    workflow.report(id, seen(id).get(id), report);
    assertThat(facts(id).progress().participants()).isEqualTo(19);
    assertThatThrownBy(() -> calendar.cancel(id)).isInstanceOf(NotPossible.class);
  }

  @Test
  void aYearCostsAsManyStatementsAsAFewSessions() throws Exception {
    Map<Long, Integer> few = drafts(10);
    Map<Long, Integer> many = drafts(30);
    int submitted = cost(() -> workflow.submit(few));
    assertThat(cost(() -> workflow.submit(many))).isCloseTo(submitted, within(DIRECTORY));
    Map<Long, Integer> fewNow = again(few);
    Map<Long, Integer> manyNow = again(many);
    int published = cost(() -> workflow.publish(fewNow));
    assertThat(cost(() -> workflow.publish(manyNow))).isCloseTo(published, within(DIRECTORY));
    assertThat(published).isLessThanOrEqualTo(12 + DIRECTORY);
  }

  private static int cost(Runnable deed) throws Exception {
    return Statements.of(
            () -> {
              deed.run();
              return null;
            })
        .size();
  }

  private Map<Long, Integer> drafts(int count) {
    Map<Long, Integer> made = new TreeMap<>();
    IntStream.range(0, count).forEach(each -> made.putAll(seen(draft(20))));
    return made;
  }

  private Map<Long, Integer> again(Map<Long, Integer> these) {
    Map<Long, Integer> now = new TreeMap<>();
    these.keySet().forEach(id -> now.putAll(versions(id)));
    return now;
  }

  private long draft(int seats) {
    scenario.asCentre();
    return calendar.draft(Scenario.CENTRE, plan(seats, "Main hall"));
  }

  private SessionPlan plan(int seats, String venue) {
    LocalDate day = LocalDate.now().plusMonths(2);
    return new SessionPlan(
        scenario.number("SELECT MIN(id) FROM course"),
        day,
        day.plusDays(2),
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        venue,
        "",
        seats,
        List.of("en"),
        Chain.NONE,
        null,
        false);
  }

  /** As its centre sees it. */
  private Map<Long, Integer> seen(long id) {
    return Map.of(id, calendar.getOwn(id, Language.EN).version());
  }

  private Map<Long, Integer> versions(long id) {
    return Map.of(
        id, (int) scenario.number("SELECT version FROM training_session WHERE id = ?", id));
  }

  private SessionFacts facts(long id) {
    return calendar.facts(List.of(id)).get(id);
  }

  private void asOffice(String of) {
    SignedInAs.person(me, 1, null, new Grant(Role.ROCB, Scope.region(of)));
  }
}
