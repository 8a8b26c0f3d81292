package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/** Supervisors answer by a link, and what happens where they do not. */
@ArquillianTest
class SupervisorIT {
  private static final String WHY = "Our border post needs it.";
  private static final Chain CHAIN = Chain.of(Approver.SUPERVISOR, Approver.COORDINATOR);
  private static final String AT_HOME = "chief@demo.portolan.example";

  @Inject private EnrolmentService enrolment;
  @Inject private Decisions decisions;
  @Inject private SupervisorConsents consents;
  @Inject private AnswerLinks links;
  @Inject private ApprovalNudges nudges;
  @Inject private ApplicationRepository applications;
  @Inject private Scenario scenario;

  @Resource(lookup = Scenario.TRANSACTIONS)
  private TransactionManager transaction;

  private long session;
  private long officer;

  @AfterEach
  void itIsNow() {
    MovableClock.release();
    scenario.asNobody();
  }

  @Test
  void aSupervisorAgreesByTheLinkAndTheCoordinatorIsAskedNext() throws Exception {
    long application = apply("Ada Chief", AT_HOME);
    assertThat(letters(AT_HOME)).isEqualTo("enrolment.letter.supervisor");
    String token = token(application, Duration.ofDays(9));
    scenario.asNobody();

    assertThat(consents.find(token, Language.EN).state()).isEqualTo(ConsentRequest.State.OPEN);
    assertThat(consents.find(token, Language.EN).timeline())
        .extracting(step -> step.phase() + " " + step.what())
        .containsExactly(
            "done sent", "now supervisor", "next coordinator", "next seat", "next begins");
    assertThat(asked(application)).isEqualTo("supervisor");
    assertThat(consents.answer(token, true, "")).isTrue();
    assertThat(asked(application)).isEqualTo("coordinator");
    assertThat(consents.answer(token, false, "No")).isFalse();
    assertThat(consents.find(token, Language.EN).state()).isEqualTo(ConsentRequest.State.ANSWERED);
    assertThat(asked(application)).isEqualTo("coordinator");
    assertThat(consents.find(token, Language.EN).timeline())
        .as("what was said, and nobody else by name")
        .anyMatch(step -> step.what().equals("agreed") && step.who().equals("Ada Chief"))
        .anyMatch(step -> step.what().equals("coordinator") && step.who().isEmpty());

    scenario.as(officer, Scenario.MEMBER);
    assertThat(enrolment.find(application, Language.EN).timeline())
        .anyMatch(step -> step.what().equals("agreed") && step.who().equals("Ada Chief"));
  }

  @Test
  void aRefusalNeedsAReasonWhichTheOfficerReads() throws Exception {
    long application = apply("Ada Chief", AT_HOME);
    String token = token(application, Duration.ofDays(9));
    scenario.asNobody();
    assertThatThrownBy(() -> consents.answer(token, false, " "))
        .isInstanceOf(EnrolmentRefused.class);
    assertThat(consents.answer(token, false, "We are too few")).isTrue();
    scenario.as(officer, Scenario.MEMBER);
    assertThat(enrolment.find(application, Language.EN).summary().reason())
        .isEqualTo("We are too few");
  }

  @Test
  void aLinkThatIsOverOrOfAnotherLeadsNowhere() throws Exception {
    long application = apply("Ada Chief", AT_HOME);
    String over = token(application, Duration.ofSeconds(-1));
    String good = token(application, Duration.ofDays(9));
    String forged = good.replaceFirst("^\\d+", String.valueOf(application + 1));
    scenario.asNobody();
    assertThat(consents.find(over, Language.EN).state()).isEqualTo(ConsentRequest.State.EXPIRED);
    assertThat(consents.answer(over, true, null)).isFalse();
    assertThatThrownBy(() -> consents.find(forged, Language.EN)).isInstanceOf(NotFound.class);

    scenario.as(officer, Scenario.MEMBER);
    consents.askAnother(application, "Bo Chief", "bo@demo.portolan.example");
    assertThat(letters("bo@demo.portolan.example")).isEqualTo("enrolment.letter.supervisor");
    assertThat(consents.answer(good, true, null)).isFalse();
    assertThat(consents.answer(token(application, Duration.ofDays(9)), true, null)).isTrue();
  }

  @Test
  void anotherSupervisorIsAskedFiveTimesADayAtMost() {
    long application = apply("Ada Chief", AT_HOME);
    for (int i = 1; i < 5; i++) {
      consents.askAnother(application, "Chief " + i, "chief" + i + "@demo.portolan.example");
    }
    // the same once more is a letter too
    consents.askAnother(application, "Chief 4", "chief4@demo.portolan.example");
    assertThatThrownBy(
            () -> consents.askAnother(application, "Bo Late", "late@demo.portolan.example"))
        .isInstanceOfSatisfying(
            EnrolmentRefused.class,
            refused -> assertThat(refused.kind()).isEqualTo(EnrolmentRefused.Kind.TOO_OFTEN));
    assertThat(letters("late@demo.portolan.example")).isNull();
    assertThat(enrolment.find(application, Language.EN).timeline())
        .filteredOn(step -> step.what().equals("changed"))
        .as("where there was another")
        .hasSize(4);
    MovableClock.pass(Duration.ofDays(1).plusMinutes(1));
    consents.askAnother(application, "Bo Late", "late@demo.portolan.example");
    assertThat(letters("late@demo.portolan.example")).isEqualTo("enrolment.letter.supervisor");
  }

  @Test
  void withdrawnApplicationsAskNothing() throws Exception {
    long application = apply("Ada Chief", AT_HOME);
    String token = token(application, Duration.ofDays(9));
    enrolment.withdraw(application);
    assertThat(consents.find(token, Language.EN).state()).isEqualTo(ConsentRequest.State.GONE);
    assertThat(consents.answer(token, true, null)).isFalse();
  }

  @Test
  void nobodySupervisesThemselvesAndSomebodyHasToBeNamed() {
    session = scenario.session(2, CHAIN);
    officer = scenario.officer(Scenario.MEMBER);
    scenario.as(officer, Scenario.MEMBER);
    String own = scenario.email(officer);
    assertThatThrownBy(() -> enrolment.apply(session, WHY, "Me", own))
        .hasMessageContaining("own supervisor");
    assertThatThrownBy(() -> enrolment.apply(session, WHY, "Boss", own.replace("@", "+boss@")))
        .hasMessageContaining("own supervisor");
    assertThatThrownBy(() -> enrolment.apply(session, WHY)).hasMessageContaining("needed");
    assertThatThrownBy(() -> enrolment.apply(session, WHY, "Ada", "no address"))
        .hasMessageContaining("letter");
  }

  @Test
  void anAddressOfNobodyKnowsIsConfirmedByTheCoordinatorFirst() {
    scenario.sql(
        "INSERT INTO profile (person_id, grade, languages, supervisor_name, supervisor_email,"
            + " gender, zone, accessibility, name_public, version) SELECT id, '', '', 'Ada Chief',"
            + " 'ada@elsewhere.example', '', '', '', 0, 1 FROM person WHERE id = "
            + (officer = scenario.officer(Scenario.MEMBER)));
    session = scenario.session(2, CHAIN);
    long coordinator = scenario.officer(Scenario.MEMBER);
    scenario.mandate(coordinator, Office.COORDINATOR, Scope.member(Scenario.MEMBER));
    scenario.as(officer, Scenario.MEMBER);
    long application = enrolment.apply(session, WHY).id();
    scenario.endMandates(coordinator);
    assertThat(letters("ada@elsewhere.example")).isNull();
    assertThat(letters(scenario.email(coordinator))).isEqualTo("enrolment.letter.deciding-address");

    scenario.asCoordinator(Scenario.OTHER_MEMBER);
    assertThatThrownBy(() -> consents.confirm(application, "ada@elsewhere.example"))
        .isInstanceOf(NotFound.class);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(waiting())
        .singleElement()
        .satisfies(each -> assertThat(each.supervisor().known()).isFalse());
    assertThatThrownBy(() -> consents.confirm(application, "other@elsewhere.example"))
        .isInstanceOf(EnrolmentRefused.class);
    consents.confirm(application, "ada@elsewhere.example");
    assertThat(letters("ada@elsewhere.example")).isEqualTo("enrolment.letter.supervisor");
    assertThat(waiting()).isEmpty();
  }

  @Test
  void aCoordinatorWhoseSupervisorNobodyKnowsIsDecidedOnByTheRegionalOffice() {
    session = scenario.session(2, CHAIN);
    long coordinator = scenario.officer(Scenario.LONE_MEMBER);
    scenario.mandate(coordinator, Office.COORDINATOR, Scope.member(Scenario.LONE_MEMBER));
    long office = scenario.officer(Scenario.OTHER_MEMBER);
    scenario.mandate(
        office, Office.ROCB_OFFICER, Scope.region(scenario.regionOf(Scenario.LONE_MEMBER)));
    scenario.asHolder(coordinator, Scenario.LONE_MEMBER);
    long application = enrolment.apply(session, WHY, "Ada", "ada@elsewhere.example").id();
    assertThat(letters(scenario.email(coordinator))).isNull();
    assertThat(letters(scenario.email(office))).isEqualTo("enrolment.letter.deciding-vacant");
    scenario.asHolder(office, Scenario.OTHER_MEMBER);
    decisions.approve(new Pick(application, Approver.SUPERVISOR), null);
    assertThat(asked(application)).isEqualTo("coordinator");
    scenario.endMandates(coordinator, office);
  }

  @Test
  void whereTheSupervisorIsSilentTheCoordinatorAnswersForThem() {
    long application = apply("Ada Chief", AT_HOME);
    Instant applied = Instant.now();
    MovableClock.hold(applied.plus(Duration.ofDays(8)));
    nudges.nudge(session);
    nudges.nudge(session);
    assertThat(letters(AT_HOME))
        .isEqualTo("enrolment.letter.supervisor,enrolment.letter.supervisor-reminder");

    long coordinator = scenario.officer(Scenario.MEMBER);
    scenario.mandate(coordinator, Office.COORDINATOR, Scope.member(Scenario.MEMBER));
    scenario.asHolder(coordinator, Scenario.MEMBER);
    assertThat(forCoordinator(false)).as("it is the turn of the supervisor alone").isZero();
    MovableClock.hold(applied.plus(Duration.ofDays(11)));
    assertThat(nudges.listDue(1000)).contains(session);
    nudges.nudge(session);
    assertThat(nudges.listDue(1000)).doesNotContain(session);
    assertThat(letters(scenario.email(coordinator))).isEqualTo("enrolment.letter.deciding-late");

    scenario.asHolder(coordinator, Scenario.MEMBER);
    assertThat(forCoordinator(false)).isEqualTo(1);
    assertThat(forCoordinator(true)).as("three days after it was due").isEqualTo(1);
    assertThat(waiting()).extracting(ApplicationSummary::id).containsExactly(application);
    decisions.approve(new Pick(application, Approver.SUPERVISOR), null);
    assertThat(asked(application)).isEqualTo("coordinator");
    assertThat(forCoordinator(false)).as("now it is their own turn").isEqualTo(1);
    decisions.approve(new Pick(application, Approver.COORDINATOR), null);
    assertThat(forCoordinator(false)).isZero();
    scenario.endMandates(coordinator);
  }

  /** How much waits, as it is counted from its index. */
  private long forCoordinator(boolean overdue) {
    Waiting waiting =
        decisions.waiting(new WaitingFilter(session, null, null, overdue), 0, 5, Language.EN);
    assertThat(waiting.total()).isEqualTo(waiting.shown().size());
    return waiting.total();
  }

  private long apply(String name, String email) {
    session = scenario.session(2, CHAIN);
    officer = scenario.officer(Scenario.MEMBER);
    scenario.sql("DELETE FROM mail_letter WHERE to_address = '" + email + "'");
    scenario.as(officer, Scenario.MEMBER);
    return enrolment.apply(session, WHY, name, email).id();
  }

  private String token(long application, Duration life) throws Exception {
    transaction.begin();
    try {
      return links.consent(applications.get(application), Instant.now().plus(life));
    } finally {
      transaction.rollback();
    }
  }

  private List<ApplicationSummary> waiting() {
    return decisions
        .waiting(new WaitingFilter(session, null, null, false), 0, 50, Language.EN)
        .shown();
  }

  private String asked(long application) {
    return scenario.text("SELECT asked FROM application WHERE id = " + application);
  }

  /** Kinds of the letters to an address, in their order. */
  private String letters(String address) {
    return scenario.text(
        "SELECT GROUP_CONCAT(kind ORDER BY id) FROM mail_letter WHERE to_address = '"
            + address
            + "'");
  }
}
