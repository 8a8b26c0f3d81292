package org.portolan.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionWorkflow;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.radar.rules.FindingKind;

/** Two centres are asked to hold one session together, and answer. */
@ArquillianTest
class JointEditionsIT {
  @Inject private Radar radar;
  @Inject private JointEditions editions;
  @Inject private CalendarService calendar;
  @Inject private SessionWorkflow workflow;
  @Inject private Scenario scenario;
  @Inject private Instance<RequestContextController> requests;
  @Resource private ManagedThreadFactory threads;

  private RadarCast cast;

  @BeforeEach
  void cast() {
    cast = RadarCast.inEastAfrica(scenario, calendar);
  }

  @AfterEach
  void leave() {
    cast.leave();
  }

  /** Drafts of both centres in this year, and the finding about them. */
  private String finding(int year) {
    cast.draft(cast.one, LocalDate.of(year, 9, 1), 12);
    cast.draft(cast.other, LocalDate.of(year, 9, 8), 15);
    cast.as(cast.coordinator);
    return findings(year).get(0).finding().fingerprint();
  }

  private List<ShownFinding> findings(int year) {
    return radar
        .report(cast.region, new RadarFilter(String.valueOf(year), null, null), Language.EN)
        .open()
        .stream()
        .filter(each -> each.finding().kind() == FindingKind.JOINT_EDITION)
        .toList();
  }

  private JointTerms terms(int year) {
    return on(LocalDate.of(year, 9, 15), LocalDate.of(year, 9, 17));
  }

  private JointTerms on(LocalDate firstDay, LocalDate lastDay) {
    return new JointTerms(
        cast.one,
        cast.other,
        firstDay,
        lastDay,
        14,
        10,
        60,
        "Each its trainers",
        "Bus from the airport.");
  }

  private long propose(int year) {
    return editions.propose(cast.region, year, finding(year), terms(year));
  }

  private JointSummary shown(long id) {
    return editions.mine(Language.EN).stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow();
  }

  private long letters(long person, String kind) {
    return scenario.number(
        "SELECT COUNT(*) FROM mail_letter WHERE person_id = ? AND kind = ?", person, kind);
  }

  @Test
  void whenBothAgreeTheLeadHasADraftAndTheRadarForgetsTheOldOnes() {
    long id = propose(2028);
    assertThat(findings(2028).get(0).proposal()).isEqualTo(id);
    assertThat(letters(cast.staff, "radar.letter.proposed")).isEqualTo(1);
    assertThat(letters(cast.otherStaff, "radar.letter.proposed")).isEqualTo(1);

    cast.as(cast.staff);
    assertThat(shown(id).mayAnswer()).containsExactly(cast.one);
    assertThat(editions.answer(id, cast.one, true, "")).isNull();
    assertThatThrownBy(() -> editions.answer(id, cast.one, true, ""))
        .hasMessage("radar.problem.answered");
    cast.as(cast.otherStaff);
    Long session = editions.answer(id, cast.other, true, "Gladly.");

    SessionFacts made = calendar.facts(List.of(session)).get(session);
    assertThat(made.state()).isEqualTo(SessionState.DRAFT);
    assertThat(made.centreCode()).isEqualTo(cast.one);
    assertThat(made.seats()).isEqualTo(24);
    assertThat(made.firstDay()).isEqualTo(LocalDate.of(2028, 9, 15));
    assertThat(made.lastDay()).isEqualTo(LocalDate.of(2028, 9, 17));
    assertThat(made.venue()).isEqualTo("Hall");
    assertThat(calendar.coHost(session)).contains(cast.other);
    JointSummary agreed = shown(id);
    assertThat(agreed.state()).isEqualTo(JointState.AGREED);
    assertThat(agreed.session().facts().id()).isEqualTo(session);
    assertThat(agreed.drafts()).hasSize(2);
    assertThat(letters(cast.coordinator, "radar.letter.agreed")).isEqualTo(1);
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM audit_entry WHERE action LIKE 'joint.%' AND record_id = '"
                    + id
                    + "'"))
        .isEqualTo(3);
    cast.as(cast.coordinator);
    assertThat(findings(2028)).isEmpty();
    assertThatThrownBy(() -> editions.withdraw(id)).hasMessage("radar.problem.over");
  }

  @Test
  void theSlotsOfItsDraftGoAlongWhereTheJointEditionIsAsLong() {
    SessionFacts asLong = inSlots(2035, 16);
    assertThat(asLong.slots().text())
        .isEqualTo("2035-09-15 09:00-12:00 14:00-17:00; 2035-09-16 09:00-12:00");
    assertThat(asLong.lastDay()).isEqualTo(LocalDate.of(2035, 9, 16));
    SessionFacts longer = inSlots(2036, 17);
    assertThat(longer.slots().everyDay()).isTrue();
    assertThat(longer.meets()).hasSize(3).allMatch(each -> each.end().getHour() == 17);
  }

  private SessionFacts inSlots(int year, int lastDay) {
    String finding = finding(year);
    scenario.sql(
        "UPDATE training_session SET slots = '%1$d-09-01 09:00-12:00 14:00-17:00; %1$d-09-02 09:00-12:00',"
                .formatted(year)
            + " version = version + 1 WHERE centre_code = '"
            + cast.one
            + "' AND first_day = '"
            + year
            + "-09-01'");
    long id =
        editions.propose(
            cast.region,
            year,
            finding,
            on(LocalDate.of(year, 9, 15), LocalDate.of(year, 9, lastDay)));
    cast.as(cast.staff);
    editions.answer(id, cast.one, true, "");
    cast.as(cast.otherStaff);
    long session = editions.answer(id, cast.other, true, "");
    return calendar.facts(List.of(session)).get(session);
  }

  @Test
  void whoDeclinesSaysWhyAndEverythingStaysAsItWas() {
    long id = propose(2029);
    cast.as(cast.otherStaff);
    assertThatThrownBy(() -> editions.answer(id, cast.other, false, " "))
        .hasMessage("radar.problem.decline");
    assertThat(editions.answer(id, cast.other, false, "Our hall is paid.")).isNull();
    assertThat(shown(id).state()).isEqualTo(JointState.DECLINED);
    assertThat(letters(cast.coordinator, "radar.letter.declined")).isEqualTo(1);
    cast.as(cast.staff);
    assertThat(shown(id).mayAnswer()).isEmpty();
    assertThatThrownBy(() -> editions.answer(id, cast.one, true, ""))
        .hasMessage("radar.problem.over");
    cast.as(cast.coordinator);
    assertThat(findings(2029)).hasSize(1);
    assertThat(findings(2029).get(0).proposal()).isNull();
  }

  @Test
  void onlyTheCentresAnswerAndOnlyWhoCoordinatesProposes() {
    long id = propose(2030);
    assertThatThrownBy(() -> editions.answer(id, cast.one, true, ""))
        .isInstanceOf(NotAllowed.class);
    cast.as(cast.staff);
    assertThatThrownBy(() -> editions.answer(id, cast.other, true, ""))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> editions.withdraw(id)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> editions.offer(cast.region, 2030, "any", Language.EN))
        .isInstanceOf(NotAllowed.class);
    long elsewhere = cast.holder(Office.CENTRE_STAFF, Scope.centre("DEMO-RTC-XN1"));
    cast.as(elsewhere);
    assertThat(editions.mine(Language.EN)).extracting(JointSummary::id).doesNotContain(id);
    assertThatThrownBy(() -> editions.answer(id, "DEMO-RTC-XN1", true, ""))
        .isInstanceOf(NotFound.class);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> editions.mine(Language.EN)).isInstanceOf(NotAllowed.class);
    cast.as(cast.coordinator);
    editions.withdraw(id);
    assertThat(shown(id).state()).isEqualTo(JointState.WITHDRAWN);
    scenario.endMandates(elsewhere);
  }

  @Test
  void termsAreLookedAtFieldByField() {
    String finding = finding(2031);
    JointTerms wrong =
        new JointTerms(
            "DEMO-RTC-XS3",
            "DEMO-RTC-XS3",
            LocalDate.of(2020, 1, 1),
            null,
            0,
            null,
            101,
            "x".repeat(501),
            "x".repeat(1001));
    assertThatThrownBy(() -> editions.propose(cast.region, 2031, finding, wrong))
        .isInstanceOfSatisfying(
            InvalidTerms.class,
            e ->
                assertThat(e.problems())
                    .isEqualTo(
                        Map.of(
                            "lead", "radar.problem.lead",
                            "other", "radar.problem.other",
                            "firstDay", "radar.problem.past",
                            "lastDay", "radar.problem.day",
                            "leadSeats", "radar.problem.seats",
                            "otherSeats", "radar.problem.seats",
                            "leadCost", "radar.problem.percent",
                            "costWords", "radar.problem.long",
                            "note", "radar.problem.long")));
    JointTerms far = on(LocalDate.of(2038, 1, 4), LocalDate.parse("+999999999-12-31"));
    assertThatThrownBy(() -> editions.propose(cast.region, 2031, finding, far))
        .isInstanceOfSatisfying(
            InvalidTerms.class,
            e ->
                assertThat(e.problems())
                    .isEqualTo(
                        Map.of(
                            "firstDay", "calendar.problem.years",
                            "lastDay", "calendar.problem.years")));
    editions.propose(cast.region, 2031, finding, terms(2031));
    assertThatThrownBy(() -> editions.propose(cast.region, 2031, finding, terms(2031)))
        .hasMessage("radar.problem.proposed");
  }

  @Test
  void aYearThatNobodyPlansHasNoFindings() {
    cast.as(cast.coordinator);
    for (int year : List.of(0, -1, 1999, 9999, Integer.MAX_VALUE, Integer.MIN_VALUE)) {
      assertThatThrownBy(() -> editions.offer(cast.region, year, "any", Language.EN))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> radar.dismiss(cast.region, year, "any", "So."))
          .isInstanceOf(NotFound.class);
    }
  }

  @Test
  void ofManyWhoDoTheSameAtOnceOneDoesIt() throws Exception {
    String finding = finding(2027);
    long before = scenario.number("SELECT COUNT(*) FROM joint_proposal");
    Queue<String> told = new ConcurrentLinkedQueue<>();
    atOnce(told, () -> editions.propose(cast.region, 2027, finding, terms(2027)));
    assertThat(told).hasSize(5).containsOnly("radar.problem.proposed");
    assertThat(scenario.number("SELECT COUNT(*) FROM joint_proposal")).isEqualTo(before + 1);
    told.clear();
    atOnce(told, () -> radar.dismiss(cast.region, 2027, finding, "Agreed."));
    assertThat(told).isEmpty();
    atOnce(told, () -> radar.restore(cast.region, 2027, finding));
    assertThat(told).isEmpty();
    for (String action : List.of("radar.dismissed", "radar.restored")) {
      assertThat(
              scenario.number(
                  "SELECT COUNT(*) FROM audit_entry WHERE action = ? AND actor_id = ?",
                  action,
                  cast.coordinator))
          .as(action)
          .isEqualTo(1);
    }
  }

  private void atOnce(Queue<String> told, Runnable deed) throws InterruptedException {
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      clients.add(threads.newThread(() -> client(told, deed)));
    }
    clients.forEach(Thread::start);
    for (Thread client : clients) {
      client.join();
    }
  }

  private void client(Queue<String> told, Runnable deed) {
    RequestContextController request = requests.get();
    request.activate();
    try {
      cast.as(cast.coordinator);
      deed.run();
    } catch (RuntimeException e) {
      told.add(String.valueOf(e.getMessage()));
    } finally {
      request.deactivate();
      requests.destroy(request);
    }
  }

  @Test
  void whereADraftMovedOnNothingIsMade() {
    long id = propose(2032);
    cast.as(cast.staff);
    editions.answer(id, cast.one, true, "");
    calendar.publish(scenario.number("SELECT lead_draft FROM joint_proposal WHERE id = " + id));
    cast.as(cast.otherStaff);
    assertThatThrownBy(() -> editions.answer(id, cast.other, true, ""))
        .hasMessage("radar.problem.moved");
    assertThat(shown(id).state()).isEqualTo(JointState.OPEN);
    assertThat(shown(id).mayAnswer()).containsExactly(cast.other);
  }

  @Test
  void aDraftThatBecamePartOfAJointEditionIsNotPublishedUntilItsCentrePlansItAgain() {
    long id = propose(2035);
    cast.as(cast.staff);
    editions.answer(id, cast.one, true, "");
    long lead = scenario.number("SELECT lead_draft FROM joint_proposal WHERE id = " + id);
    long other = scenario.number("SELECT other_draft FROM joint_proposal WHERE id = " + id);
    assertThat(workflow.joined(lead)).isEmpty();
    cast.as(cast.otherStaff);
    editions.answer(id, cast.other, true, "");
    assertThatThrownBy(() -> calendar.publish(other)).hasMessage("calendar.refused.joined");
    assertThat(shown(id).mayPart()).containsExactly(cast.other);
    assertThatThrownBy(() -> editions.apart(id, cast.one)).isInstanceOf(NotAllowed.class);
    cast.as(cast.staff);
    assertThat(workflow.joined(lead)).contains("/desk/joint-editions#p-" + id);
    assertThatThrownBy(() -> calendar.publish(lead)).hasMessage("calendar.refused.joined");
    calendar.publish(shown(id).session().facts().id());

    editions.apart(id, cast.one);

    assertThat(workflow.joined(lead)).isEmpty();
    assertThat(shown(id).mayPart()).isEmpty();
    assertThatThrownBy(() -> editions.apart(id, cast.one)).hasMessage("radar.problem.apart");
    calendar.publish(lead);
    cast.as(cast.otherStaff);
    assertThatThrownBy(() -> calendar.publish(other)).hasMessage("calendar.refused.joined");
  }

  @Test
  void theDeskTakesAsManyStatementsWhateverTheNumberOfProposals() throws Exception {
    propose(2033);
    cast.as(cast.coordinator);
    editions.mine(Language.EN);
    int few = Statements.of(() -> editions.mine(Language.EN)).size();
    propose(2034);
    cast.as(cast.coordinator);
    assertThat(Statements.of(() -> editions.mine(Language.EN))).hasSize(few);
  }
}
