package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.OwnSession;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionPlan;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedInAs;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.SeatRules;

/** Those whom a change concerns are asked again, and nobody else. */
@ArquillianTest
class ChangeAfterApprovalIT {
  private static final String WHY = "Our border post needs it.";
  private static final String CHIEF = "chief.again@demo.portolan.example";
  private static final String DONOR = "DONOR-WB";
  private static final Chain HOME = Chain.of(Approver.SUPERVISOR, Approver.COORDINATOR);

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Inject private EnrolmentService enrolment;
  @Inject private ApplicationChanges applicationChanges;
  @Inject private AgreedChanges agreedChanges;
  @Inject private Decisions decisions;
  @Inject private SupervisorConsents consents;
  @Inject private AnswerLinks links;
  @Inject private ApprovalNudges nudges;
  @Inject private ApplicationRepository applications;
  @Inject private ChangeLog log;
  @Inject private SeatDesk seats;
  @Inject private CalendarService calendar;
  @Inject private Scenario scenario;
  @Inject private CurrentPerson me;

  @Resource(lookup = Scenario.TRANSACTIONS)
  private TransactionManager transaction;

  private long officer;

  @AfterEach
  void itIsNow() {
    MovableClock.release();
    scenario.asNobody();
  }

  @Test
  void newDaysAskTheSupervisorAndTheCoordinatorAgainAndTheSeatStays() throws Exception {
    long session = scenario.session(1, HOME);
    long application = agreed(session);
    assertThat(state(application)).isEqualTo("approved");
    String lines = lines(session);
    String before = link(application);

    move(session, 7);
    assertThat(state(application)).isEqualTo("approved");
    assertThat(asked(application)).isEqualTo("supervisor");
    assertThat(again(application)).isEqualTo("supervisor coordinator");
    assertThat(lines(session)).as("rules of the new days and nothing else").startsWith(lines);
    assertThat(letters(CHIEF)).endsWith("enrolment.letter.supervisor-again");
    assertThat(letters(scenario.email(officer))).endsWith("enrolment.letter.session-changed");

    // the link of the first question leads nowhere, the new one shows the difference
    assertThat(consents.find(before, Language.EN).state()).isEqualTo(ConsentRequest.State.EXPIRED);
    String link = link(application);
    assertThat(consents.find(link, Language.EN).changes())
        .extracting(Difference::what)
        .containsExactly(Change.DAYS);
    assertThat(consents.answer(link, true, null)).isTrue();
    assertThat(asked(application)).isEqualTo("coordinator");

    SessionFacts now = facts(session);
    scenario.asCoordinator(Scenario.MEMBER);
    ApplicationSummary waits = waiting(session).get(0);
    AskedAgain why = agreedChanges.of(List.of(waits)).get(application);
    assertThat(why.differences())
        .containsExactly(
            new Difference(
                Change.DAYS,
                now.firstDay().minusDays(7) + "/" + now.lastDay().minusDays(7),
                now.firstDay() + "/" + now.lastDay()));
    decisions.approve(new Pick(application, Approver.COORDINATOR, why.seen()), "Still fine");
    assertThat(asked(application)).isNull();
    assertThat(again(application)).isNull();
    assertThat(state(application)).isEqualTo("approved");

    scenario.as(officer, Scenario.MEMBER);
    assertThat(enrolment.find(application, Language.EN).timeline())
        .extracting(TimelineStep::what)
        .containsExactly(
            "sent",
            "agreed",
            "approved",
            "session-changed",
            "asked-again",
            "asked-again",
            "agreed",
            "agreed",
            "begins");
    verified(session);
  }

  @Test
  void aNewPlaceAsksCoordinatorAndDonorTitlesAndRoomsNobody() {
    long session =
        session(Chain.of(Approver.SUPERVISOR, Approver.COORDINATOR, Approver.DONOR), DONOR);
    long application = agreed(session);
    scenario.asAdministrator();
    decisions.approve(application, null);
    assertThat(state(application)).isEqualTo("approved");

    change(session, plan -> with(plan, plan.firstDay(), plan.venue(), "Room 9", plan.seats() + 4));
    assertThat(again(application)).isNull();
    change(
        session, plan -> with(plan, plan.firstDay(), "Training port", plan.room(), plan.seats()));
    assertThat(again(application)).isEqualTo("coordinator donor");
    assertThat(asked(application)).isEqualTo("coordinator");
    // the donor agrees by silence, as before
    scenario.asAdministrator();
    decisions.approve(application, null);
    assertThat(asked(application)).isEqualTo("donor");
    MovableClock.pass(Duration.ofDays(11));
    nudges.nudge(session);
    assertThat(asked(application)).isNull();
    assertThat(state(application)).isEqualTo("approved");
    assertThat(
            scenario.text(
                "SELECT GROUP_CONCAT(event ORDER BY id) FROM application_step WHERE application_id = "
                    + application))
        .endsWith("asked-again,asked-again,agreed,silent");
  }

  @Test
  void aNoGivesTheSeatBackAndTheNextMovesUp() throws Exception {
    long session = scenario.session(1, Chain.COORDINATOR);
    scenario.asCentre();
    seats.rule(
        session,
        scenario.number("SELECT COUNT(*) FROM seat_line WHERE session_id = ?", session),
        rules(session));
    long seated = agreed(session);
    long first = officer;
    long waits = agreed(session);
    assertThat(state(waits)).isEqualTo("queued");

    move(session, 7);
    assertThat(state(seated)).isEqualTo("approved");
    assertThat(again(waits)).isEqualTo("coordinator");
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> decisions.refuse(seated, " ")).isInstanceOf(EnrolmentRefused.class);
    decisions.refuse(seated, "We are inspected that week");
    assertThat(state(seated)).isEqualTo("refused");
    assertThat(again(seated)).isNull();
    assertThat(state(waits)).isEqualTo("approved");
    // who moved up is still asked about
    assertThat(asked(waits)).isEqualTo("coordinator");
    assertThat(letters(scenario.email(first))).endsWith("enrolment.letter.no-longer");
    scenario.as(first, Scenario.MEMBER);
    assertThat(enrolment.find(seated, Language.EN).summary().reason())
        .isEqualTo("We are inspected that week");
    verified(session);
  }

  @Test
  void changesBeforeTheAnswerComeToOneAndWhatIsAgainAsAgreedAsksNobody() {
    long session = scenario.session(1, Chain.COORDINATOR);
    long application = agreed(session);
    LocalDate agreed = facts(session).firstDay();
    move(session, 7);
    move(session, 7);
    scenario.asCoordinator(Scenario.MEMBER);
    List<Difference> differences =
        agreedChanges.of(waiting(session)).get(application).differences();
    assertThat(differences)
        .containsExactly(
            new Difference(
                Change.DAYS,
                agreed + "/" + agreed.plusDays(2),
                agreed.plusDays(14) + "/" + agreed.plusDays(16)));
    scenario.as(officer, Scenario.MEMBER);
    assertThat(enrolment.find(application, Language.EN).timeline())
        .filteredOn(step -> step.what().equals("session-changed"))
        .hasSize(2);

    move(session, -14);
    assertThat(asked(application)).isNull();
    assertThat(again(application)).isNull();
    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(waiting(session)).isEmpty();
    assertThatThrownBy(
            () -> decisions.refuse(new Pick(application, Approver.COORDINATOR, 1), "Too late"))
        .hasMessageContaining("decided");
    assertThat(state(application)).isEqualTo("approved");
    scenario.as(officer, Scenario.MEMBER);
    assertThat(enrolment.find(application, Language.EN).timeline())
        .extracting(TimelineStep::what)
        .endsWith("session-changed", "unasked", "begins");
  }

  @Test
  void nobodyAgreesToWhatTheyWereNotShown() {
    long session = scenario.session(1, Chain.COORDINATOR);
    long application = agreed(session);
    move(session, 7);
    scenario.asCoordinator(Scenario.MEMBER);
    long seen = agreedChanges.of(waiting(session)).get(application).seen();
    move(session, 1);
    scenario.asCoordinator(Scenario.MEMBER);
    Pick stale = new Pick(application, Approver.COORDINATOR, seen);
    assertThatThrownBy(() -> decisions.approve(stale, null)).hasMessageContaining("changed");
    assertThatThrownBy(() -> decisions.refuse(stale, "No")).hasMessageContaining("changed");
    assertThat(decisions.decideAll(List.of(stale), true, null))
        .extracting(Decisions.Outcome::refused)
        .containsExactly("changed");
    assertThatThrownBy(() -> decisions.approve(new Pick(application, Approver.COORDINATOR), null))
        .hasMessageContaining("changed");
    Pick fresh =
        new Pick(
            application,
            Approver.COORDINATOR,
            agreedChanges.of(waiting(session)).get(application).seen());
    assertThat(decisions.decideAll(List.of(fresh), true, null))
        .extracting(Decisions.Outcome::refused)
        .containsExactly((String) null);
    assertThat(again(application)).isNull();
    // a second click is no second answer
    assertThatThrownBy(() -> decisions.approve(fresh, null)).hasMessageContaining("decided");
  }

  @Test
  void anotherMotivationAsksWhoJudgedByItAndAnotherSupervisorOnlyThem() throws Exception {
    long session = scenario.session(1, Chain.of(Approver.SUPERVISOR, Approver.COORDINATOR));
    long application = agreed(session);
    scenario.as(officer, Scenario.MEMBER);
    ChangeForm form = applicationChanges.form(application, Language.EN);
    assertThat(form.askedForMotivation()).containsExactly(Approver.COORDINATOR);
    assertThat(form.askedForSupervisor()).containsExactly(Approver.SUPERVISOR);
    assertThat(form.supervised()).isTrue();
    assertThatThrownBy(
            () -> applicationChanges.change(application, form.version(), WHY, "Ada Chief", CHIEF))
        .hasMessageContaining("Nothing");
    assertThatThrownBy(
            () -> applicationChanges.change(application, form.version(), " ", "Ada Chief", CHIEF))
        .isInstanceOf(EnrolmentRefused.class);
    assertThatThrownBy(
            () ->
                applicationChanges.change(
                    application, form.version() - 1, "Other", "Ada Chief", CHIEF))
        .hasMessageContaining("changed");

    assertThat(
            applicationChanges.change(
                application, form.version(), "A new post opens.", "Ada Chief", CHIEF))
        .containsExactly(Approver.COORDINATOR);
    assertThat(state(application)).isEqualTo("approved");
    scenario.asCoordinator(Scenario.MEMBER);
    ApplicationSummary waits = waiting(session).get(0);
    assertThat(waits.motivation()).isEqualTo("A new post opens.");
    AskedAgain why = agreedChanges.of(List.of(waits)).get(application);
    assertThat(why.differences())
        .containsExactly(new Difference(Change.MOTIVATION, WHY, "A new post opens."));
    decisions.approve(new Pick(application, Approver.COORDINATOR, why.seen()), null);

    scenario.as(officer, Scenario.MEMBER);
    String second = "second." + CHIEF;
    assertThat(
            applicationChanges.change(
                application,
                applicationChanges.form(application, Language.EN).version(),
                "A new post opens.",
                "Bo Chief",
                second))
        .containsExactly(Approver.SUPERVISOR);
    // who never agreed is not told that they did
    assertThat(letters(second)).isEqualTo("enrolment.letter.supervisor");
    ConsentRequest shown = consents.find(link(application), Language.EN);
    assertThat(shown.anotherBefore()).isTrue();
    assertThat(shown.since()).isEmpty();
    assertThat(consents.answer(link(application), true, null)).isTrue();
    assertThat(again(application)).isNull();
    assertThat(state(application)).isEqualTo("approved");

    long other = scenario.officer(Scenario.MEMBER);
    scenario.as(other, Scenario.MEMBER);
    assertThatThrownBy(() -> applicationChanges.form(application, Language.EN))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> applicationChanges.change(application, 1, "Mine", null, null))
        .isInstanceOf(NotFound.class);
    scenario.as(officer, Scenario.MEMBER);
    enrolment.withdraw(application);
    assertThatThrownBy(() -> applicationChanges.form(application, Language.EN))
        .hasMessageContaining("decided");
  }

  @Test
  void anotherSupervisorInsteadOfOneWhoIsAskedAgainIsToldWhatChanged() {
    long session = scenario.session(1, HOME);
    long application = agreed(session);
    move(session, 7);
    String second = "instead." + CHIEF;
    scenario.as(officer, Scenario.MEMBER);
    assertThatThrownBy(() -> consents.askAnother(application, "Bo Chief", second))
        .as("the log would not know of it")
        .hasMessageContaining("changed");
    changed(application, WHY, "Bo Chief", second);
    assertThat(letters(second)).isEqualTo("enrolment.letter.supervisor");
    ConsentRequest shown = consents.find(link(application), Language.EN);
    assertThat(shown.anotherBefore()).isTrue();
    assertThat(shown.since()).extracting(Difference::what).containsExactly(Change.DAYS);
  }

  @Test
  void whoHadNothingYetIsRefusedAndHasLostNothing() {
    long session = scenario.session(1, HOME);
    long application = applied(session);
    assertThat(consents.answer(link(application), true, null)).isTrue();
    move(session, 7);
    assertThat(again(application)).isEqualTo("supervisor>coordinator");
    assertThat(consents.answer(link(application), false, "Not that week")).isTrue();
    assertThat(letters(scenario.email(officer))).endsWith("enrolment.letter.refused");

    long full = scenario.session(1, Chain.COORDINATOR);
    scenario.asCentre();
    seats.rule(
        full,
        scenario.number("SELECT COUNT(*) FROM seat_line WHERE session_id = ?", full),
        rules(full));
    agreed(full);
    long listed = agreed(full);
    assertThat(state(listed)).isEqualTo("queued");
    move(full, 7);
    scenario.asCoordinator(Scenario.MEMBER);
    decisions.refuse(listed, "Not that week");
    assertThat(letters(scenario.email(officer))).endsWith("enrolment.letter.no-longer-listed");
  }

  @Test
  void anApplicationIsChangedFiveTimesADayAtMost() {
    long session = scenario.session(1, HOME);
    long application = applied(session);
    scenario.as(officer, Scenario.MEMBER);
    for (int i = 1; i <= 5; i++) {
      changed(application, WHY + i, i + ".supervisor", i + "." + CHIEF);
    }
    assertThatThrownBy(() -> changed(application, WHY, "Bo Chief", "sixth." + CHIEF))
        .hasMessageContaining("too often");
    assertThat(letters("sixth." + CHIEF)).isNull();
    MovableClock.pass(Duration.ofHours(25));
    changed(application, WHY, "Bo Chief", "sixth." + CHIEF);
    assertThat(letters("sixth." + CHIEF)).isNotNull();
  }

  @Test
  void whoIsAskedUrgentlyStaysSoWhereTheSessionIsEarlier() {
    long session = scenario.session(1, HOME);
    officer = scenario.officer(Scenario.MEMBER);
    scenario.as(officer, Scenario.MEMBER);
    // of no address that the administration is known to have
    long application = enrolment.apply(session, WHY, "Ada Chief", "ada@elsewhere.example").id();
    assertThat(urgency(application)).isEqualTo("escalated");
    Instant due = ask(application).due();
    int days = (int) Duration.between(Instant.now(), facts(session).startsAt()).toDays();
    move(session, 4 - days);
    assertThat(ask(application).due()).isBefore(due);
    assertThat(urgency(application)).isEqualTo("escalated");
  }

  @Test
  void aLateQuestionIsOverOnceTheSessionBeginsWheneverThatIs() {
    long session = scenario.session(1, Chain.COORDINATOR);
    long application = agreed(session);
    move(session, 7);
    MovableClock.pass(Duration.ofDays(30));
    nudges.nudge(session);
    nudges.nudge(session);
    assertThat(urgency(application)).isEqualTo("escalated");
    Instant start = facts(session).startsAt();
    assertThat(ask(application).nudge()).isEqualTo(start);
    int letters = letters(scenario.email(officer)).length();
    change(
        session,
        plan ->
            new SessionPlan(
                plan.courseId(),
                plan.firstDay(),
                plan.lastDay(),
                plan.start().plusHours(1),
                plan.end(),
                plan.venue(),
                plan.room(),
                plan.seats(),
                plan.languages(),
                plan.approval(),
                plan.donor(),
                plan.online()));
    assertThat(letters(scenario.email(officer)).length()).isGreaterThan(letters);
    assertThat(urgency(application)).isEqualTo("escalated");
    assertThat(ask(application).nudge()).isEqualTo(start.plus(Duration.ofHours(1)));
  }

  @Test
  void whoHasNotAnsweredYetSimplySeesWhatItIsNow() throws Exception {
    long session = scenario.session(1, HOME);
    long application = applied(session);
    int number = number(application);
    move(session, 7);
    assertThat(asked(application)).isEqualTo("supervisor");
    assertThat(again(application)).isNull();
    assertThat(number(application)).isEqualTo(number);

    scenario.as(officer, Scenario.MEMBER);
    applicationChanges.change(
        application,
        applicationChanges.form(application, Language.EN).version(),
        WHY,
        "Cy Chief",
        "third." + CHIEF);
    assertThat(again(application)).isNull();
    assertThat(letters("third." + CHIEF)).isEqualTo("enrolment.letter.supervisor");
    assertThat(consents.answer(link(application), true, null)).isTrue();
    // where it waits for the coordinator the supervisor is asked again, and then it goes on
    move(session, 7);
    assertThat(again(application)).isEqualTo("supervisor>coordinator");
    assertThat(consents.answer(link(application), true, null)).isTrue();
    assertThat(asked(application)).isEqualTo("coordinator");
    scenario.asCoordinator(Scenario.MEMBER);
    // what is asked first is answered as it was shown too
    Pick before = new Pick(application, Approver.COORDINATOR, agreedChanges.last() - 1);
    assertThatThrownBy(() -> decisions.approve(before, null)).hasMessageContaining("changed");
    assertThatThrownBy(() -> decisions.refuse(before, "No")).hasMessageContaining("changed");
    decisions.approve(new Pick(application, Approver.COORDINATOR, agreedChanges.last()), null);
    assertThat(state(application)).isEqualTo("approved");
  }

  @Test
  void aSupervisorAnswersWhatTheyWereShown() {
    long session = scenario.session(1, HOME);
    long application = applied(session);
    long seen = agreedChanges.last();
    String link = link(application);
    move(session, 7);
    assertThatThrownBy(() -> consents.answer(link, true, null, seen))
        .hasMessageContaining("changed");
    assertThat(consents.answer(link, true, null, agreedChanges.last())).isTrue();
  }

  @Test
  void addressesOfSupervisorsAndEarlierMotivationsAreNotForEverybody() {
    long session = session(Chain.of(Approver.SUPERVISOR, Approver.CENTRE, Approver.DONOR), DONOR);
    long application = applied(session);
    assertThat(consents.answer(link(application), true, null)).isTrue();
    scenario.asAdministrator();
    decisions.approve(application, null);
    decisions.approve(application, null);
    assertThat(state(application)).isEqualTo("approved");
    scenario.as(officer, Scenario.MEMBER);
    changed(application, "A new post opens.", "Bo Chief", "bo." + CHIEF);
    assertThat(again(application)).isEqualTo("supervisor centre");
    String was = "Ada Chief <" + CHIEF + ">";
    String is = "Bo Chief <bo." + CHIEF + ">";

    assertThat(shown(application)).contains(was, is, WHY);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(shown(application)).contains(was, is, WHY);
    SignedInAs.person(me, 1, null, new Grant(Role.DONOR, Scope.body(DONOR)));
    assertThat(shown(application))
        .contains("Ada Chief", "Bo Chief")
        .doesNotContain(was, is, WHY, "A new post opens.");
    assertThat(consents.answer(link(application), true, null)).isTrue();
    scenario.asCentre();
    assertThat(shown(application)).contains("Ada Chief", "Bo Chief", WHY).doesNotContain(was, is);
  }

  /** All values of differences that the page of an application shows. */
  private List<String> shown(long application) {
    ApplicationDetail detail = enrolment.find(application, Language.EN);
    List<Difference> all = new ArrayList<>(detail.again().differences());
    detail.timeline().forEach(step -> all.addAll(step.changes()));
    return all.stream().flatMap(each -> Stream.of(each.before(), each.after())).toList();
  }

  @Test
  void whereNobodyElseWouldAnswerOthersAreAskedAtOnce() {
    long session = scenario.session(2, Chain.COORDINATOR);
    String vacant =
        scenario.text(
            "SELECT m.code FROM member_state m WHERE NOT EXISTS (SELECT 1 FROM mandate o"
                + " WHERE o.scope_code = m.code) AND m.region_code IS NOT NULL"
                + " ORDER BY m.code LIMIT 1");
    long coordinator = scenario.officer(vacant);
    scenario.mandate(coordinator, Office.COORDINATOR, Scope.member(vacant));
    long office = scenario.officer(Scenario.MEMBER);
    scenario.mandate(
        office,
        Office.ROCB_OFFICER,
        Scope.region(
            scenario.text("SELECT region_code FROM member_state WHERE code = '" + vacant + "'")));
    scenario.asHolder(coordinator, vacant);
    long application = enrolment.apply(session, WHY).id();
    scenario.asAdministrator();
    decisions.approve(application, null);
    move(session, 7);
    assertThat(scenario.text("SELECT urgency FROM application WHERE id = " + application))
        .isEqualTo("escalated");
    // for the first question, and for the second
    assertThat(letters(scenario.email(office)))
        .isEqualTo("enrolment.letter.deciding-vacant,enrolment.letter.deciding-again");
    scenario.asHolder(coordinator, vacant);
    assertThatThrownBy(() -> decisions.approve(application, null)).hasMessageContaining("own");
    scenario.endMandates(coordinator, office);
  }

  @Test
  void onceTheSessionBeginsOrIsCancelledWhatWasAgreedStands() throws Exception {
    long session = scenario.session(1, Chain.COORDINATOR);
    long application = agreed(session);
    move(session, 7);
    MovableClock.pass(Duration.ofDays(40));
    nudges.nudge(session);
    assertThat(asked(application)).isEqualTo("coordinator");
    MovableClock.pass(Duration.ofDays(60));
    nudges.nudge(session);
    assertThat(asked(application)).isNull();
    assertThat(state(application)).isEqualTo("approved");
    MovableClock.release();

    long other = scenario.session(1, Chain.COORDINATOR);
    long second = agreed(other);
    move(other, 7);
    assertThat(asked(second)).isEqualTo("coordinator");
    scenario.asCentre();
    calendar.cancel(other);
    assertThat(asked(second)).isNull();
    verified(session);
    verified(other);
  }

  @Test
  void aLetterThatCannotBeSentKeepsNobodyBack() {
    long session = scenario.session(1, Chain.COORDINATOR);
    long application = agreed(session);
    scenario.sql("UPDATE person SET email = 'no address " + officer + "' WHERE id = " + officer);
    move(session, 7);
    assertThat(again(application)).isEqualTo("coordinator");
    scenario.asCoordinator(Scenario.MEMBER);
    decisions.refuse(application, "Not that week");
    assertThat(state(application)).isEqualTo("refused");
  }

  @Test
  void aChangeOfSixtyTakesAsManyStatementsAsOneOfTen() throws Exception {
    long few = crowd(10);
    long many = crowd(60);
    List<String> small = Statements.of(() -> moved(few));
    List<String> large = Statements.of(() -> moved(many));
    assertThat(again(few, 10)).isEqualTo(10);
    assertThat(again(many, 60)).isEqualTo(60);
    assertThat(large).as(String.join("\n", large)).hasSameSizeAs(small);
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM mail_letter l JOIN application a ON a.person_id = l.person_id"
                    + " WHERE l.kind = 'enrolment.letter.session-changed' AND a.session_id = ?",
                many))
        .isEqualTo(60);
    scenario.asCoordinator(Scenario.MEMBER);
    List<ApplicationSummary> waiting = waiting(many);
    assertThat(waiting).hasSize(30);
    assertThat(Statements.of(() -> agreedChanges.of(waiting))).hasSize(1);
    assertThat(Statements.of(() -> agreedChanges.of(List.of()))).isEmpty();
  }

  @Test
  void theDeskTakesFourStatementsAlsoWhereOneIsAskedAgainAndTheFilterIsSet() throws Exception {
    long session = crowd(3);
    move(session, 7);
    assertThat(again(session, 3)).isEqualTo(3);
    scenario.asCoordinator(Scenario.MEMBER);
    for (WaitingFilter filter :
        List.of(
            new WaitingFilter(session, Scenario.MEMBER, Approver.COORDINATOR, false),
            WaitingFilter.EVERYTHING)) {
      assertThat(Statements.of(() -> page(filter))).hasSizeBetween(3, 4);
    }
    WaitingFilter filter = new WaitingFilter(session, null, null, false);
    assertThat(agreedChanges.of(page(filter).shown())).isNotEmpty();
    long last = page(filter).last();
    assertThat(last)
        .isEqualTo(scenario.number("SELECT MAX(id) FROM application_change"))
        .isEqualTo(agreedChanges.last());
  }

  /** What the page of the desk asks for. */
  private Waiting page(WaitingFilter filter) {
    Waiting waiting = decisions.waiting(filter, 0, 50, Language.EN);
    agreedChanges.of(waiting.shown());
    return waiting;
  }

  private Object moved(long session) {
    move(session, 7);
    return session;
  }

  /** A session with officers of two administrations to whom all agreed. */
  private long crowd(int size) {
    long session = scenario.session(size, Chain.of(Approver.COORDINATOR, Approver.CENTRE));
    List<Long> applications = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String member = i % 2 == 0 ? Scenario.MEMBER : Scenario.OTHER_MEMBER;
      scenario.as(scenario.officer(member), member);
      applications.add(enrolment.apply(session, WHY).id());
    }
    scenario.asAdministrator();
    for (long each : applications) {
      decisions.approve(each, null);
      decisions.approve(each, null);
    }
    return session;
  }

  private long again(long session, int size) {
    return scenario.number(
        "SELECT COUNT(*) FROM application WHERE session_id = ? AND state = 'approved'"
            + " AND asked_again = 'coordinator' LIMIT "
            + size,
        session);
  }

  @Test
  void whatIsReplayedFromTheLogIsWhatWasAgreed() throws Exception {
    long session = scenario.session(1, Chain.COORDINATOR);
    long application = agreed(session);
    LocalDate agreed = facts(session).firstDay();
    move(session, 7);
    scenario.asCoordinator(Scenario.MEMBER);
    decisions.approve(application, null);
    move(session, 7);
    List<ChangeLog.Entry> entries = inTransaction(() -> log.entries(session, application));
    assertThat(entries)
        .extracting(each -> each.difference().before())
        .containsExactly(
            agreed + "/" + agreed.plusDays(2), agreed.plusDays(7) + "/" + agreed.plusDays(9));
    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(agreedChanges.of(waiting(session)).get(application).differences())
        .extracting(Difference::before)
        .containsExactly(agreed.plusDays(7) + "/" + agreed.plusDays(9));
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM audit_entry WHERE action = 'application.asked-again'"
                    + " AND record_id = ?",
                String.valueOf(application)))
        .isEqualTo(2);
  }

  private SeatRules rules(long session) {
    SessionFacts facts = facts(session);
    return new SeatRules(
        1, 0, 5, Duration.ZERO, Duration.ZERO, facts.startsAt(), true, List.of(), List.of());
  }

  private long session(Chain chain, String donor) {
    scenario.asCentre();
    long course = scenario.number("SELECT MIN(id) FROM course");
    LocalDate day = LocalDate.now().plusMonths(2);
    long id =
        calendar.draft(
            Scenario.CENTRE,
            new SessionPlan(
                course,
                day,
                day.plusDays(2),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                "Main hall",
                "",
                3,
                List.of("en"),
                chain,
                donor,
                false));
    calendar.publish(id);
    scenario.asNobody();
    return id;
  }

  /** Somebody applies. */
  private long applied(long session) {
    officer = scenario.officer(Scenario.MEMBER);
    scenario.as(officer, Scenario.MEMBER);
    return enrolment.apply(session, WHY, "Ada Chief", CHIEF).id();
  }

  /** Somebody applies, and supervisor and coordinator agree. */
  private long agreed(long session) {
    long application = applied(session);
    if ("supervisor".equals(asked(application))) {
      assertThat(consents.answer(link(application), true, null)).isTrue();
    }
    scenario.asCoordinator(Scenario.MEMBER);
    decisions.approve(application, null);
    return application;
  }

  /** The applicant changes it as it stands. */
  private void changed(long application, String why, String name, String email) {
    applicationChanges.change(
        application, applicationChanges.form(application, Language.EN).version(), why, name, email);
  }

  private void move(long session, int days) {
    change(
        session,
        plan ->
            with(plan, plan.firstDay().plusDays(days), plan.venue(), plan.room(), plan.seats()));
  }

  private void change(long session, UnaryOperator<SessionPlan> how) {
    SignedInAs.person(
        me, 1, Scenario.MEMBER, new Grant(Role.CENTRE, Scope.centre(Scenario.CENTRE)));
    OwnSession own = calendar.getOwn(session, Language.EN);
    SessionFacts facts = own.facts();
    calendar.update(
        session,
        own.version(),
        how.apply(
            new SessionPlan(
                facts.courseId(),
                facts.firstDay(),
                facts.lastDay(),
                facts.dayStart(),
                facts.dayEnd(),
                facts.venue(),
                facts.room(),
                facts.seats(),
                List.of(facts.languages().split(" ")),
                facts.approval(),
                facts.donor(),
                facts.online())));
  }

  private static SessionPlan with(
      SessionPlan plan, LocalDate first, String venue, String room, int seats) {
    return new SessionPlan(
        plan.courseId(),
        first,
        first.plusDays(2),
        plan.start(),
        plan.end(),
        venue,
        room,
        seats,
        plan.languages(),
        plan.approval(),
        plan.donor(),
        plan.online());
  }

  private SessionFacts facts(long session) {
    scenario.asCentre();
    return calendar.facts(List.of(session)).get(session);
  }

  private List<ApplicationSummary> waiting(long session) {
    return decisions
        .waiting(new WaitingFilter(session, null, null, false), 0, 100, Language.EN)
        .shown();
  }

  private String link(long application) {
    return inTransaction(
        () -> links.consent(applications.get(application), Instant.now().plus(Duration.ofDays(9))));
  }

  private <T> T inTransaction(Callable<T> work) {
    try {
      transaction.begin();
      try {
        return work.call();
      } finally {
        transaction.rollback();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void verified(long session) throws Exception {
    try (Connection connection = database.getConnection()) {
      assertThat(new LedgerCheck(connection).of(session).problems()).isEmpty();
    }
  }

  private String lines(long session) {
    return scenario.text(
        "SELECT GROUP_CONCAT(event ORDER BY number) FROM seat_line WHERE session_id = " + session);
  }

  private int number(long application) {
    return (int)
        scenario.number("SELECT supervisor_link FROM application WHERE id = ?", application);
  }

  private Ask ask(long application) {
    return inTransaction(() -> applications.get(application).asked().orElseThrow());
  }

  private String urgency(long application) {
    return scenario.text("SELECT urgency FROM application WHERE id = " + application);
  }

  private String state(long application) {
    return scenario.text("SELECT state FROM application WHERE id = " + application);
  }

  private String asked(long application) {
    return scenario.text("SELECT asked FROM application WHERE id = " + application);
  }

  private String again(long application) {
    return scenario.text("SELECT asked_again FROM application WHERE id = " + application);
  }

  /** Kinds of the letters to an address, in their order. */
  private String letters(String address) {
    return scenario.text(
        "SELECT GROUP_CONCAT(kind ORDER BY id) FROM mail_letter WHERE to_address = '"
            + address
            + "'");
  }
}
