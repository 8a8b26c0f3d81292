package org.portolan.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.enrolment.Decisions;
import org.portolan.enrolment.EnrolmentRefused;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.OutOfTurn;
import org.portolan.enrolment.Pick;
import org.portolan.enrolment.SelectionDesk;
import org.portolan.enrolment.SelectionList;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.storage.FileRules;
import org.portolan.platform.storage.FileStore;
import org.portolan.platform.storage.StoredFile;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.Problem;
import org.portolan.selection.Criteria;

/** Administrations send officers, centres select among them. */
@ArquillianTest
class NominationsIT {
  private static final String XS = Scenario.MEMBER;
  private static final String XN = Scenario.OTHER_MEMBER;
  private static final String WORDS = "Leads the audit unit.";
  private static final String REASON = "The unit opens in spring.";

  @Inject private Nominations nominations;
  @Inject private SessionSelection selection;
  @Inject private SelectionDesk desk;
  @Inject private Decisions decisions;
  @Inject private EnrolmentService enrolment;
  @Inject private FileStore files;
  @Inject private Scenario scenario;

  private long session;

  @BeforeEach
  void aSessionOfTwoSeats() {
    session = scenario.session(2, Chain.read("supervisor coordinator centre").orElseThrow());
  }

  @AfterEach
  void nobodyIsSignedIn() {
    scenario.asNobody();
  }

  /** Puts a new officer on the list of a Member. */
  private long listed(String member, boolean alternate) {
    long officer = scenario.officer(member);
    scenario.asCoordinator(member);
    nominations.add(session, member, scenario.email(officer), alternate, WORDS);
    return officer;
  }

  private NominationView handedIn(String member) {
    scenario.asCoordinator(member);
    nominations.handIn(session, member, REASON);
    return nominations.find(session, member, Language.EN);
  }

  private String application(long officer, String column) {
    return scenario.text(
        "SELECT "
            + column
            + " FROM application WHERE session_id = "
            + session
            + " AND person_id = "
            + officer);
  }

  private long number(long officer) {
    return Long.parseLong(application(officer, "id"));
  }

  @Test
  void nomineesWaitForTheCentreAndAlternatesForNothing() {
    long first = listed(XS, false);
    long second = listed(XS, false);
    long alternate = listed(XS, true);
    NominationView view = handedIn(XS);
    assertThat(view.nominees()).extracting(Listed::personId).containsExactly(first, second);
    assertThat(view.nominees()).allMatch(Listed::handedIn);
    assertThat(view.alternates()).extracting(Listed::personId).containsExactly(alternate);
    assertThat(application(first, "asked")).isEqualTo("centre");
    assertThat(application(first, "home_rank")).isEqualTo("1");
    assertThat(application(second, "home_rank")).isEqualTo("2");
    assertThat(application(first, "motivation")).isEqualTo(WORDS);
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM mail_letter WHERE kind = 'nomination.letter.nominated'"
                    + " AND person_id IN (?, ?)",
                first,
                second))
        .isEqualTo(2);
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM application WHERE session_id = ? AND person_id = ?",
                session,
                alternate))
        .isZero();
    assertThatThrownBy(() -> nominations.handIn(session, XS, REASON))
        .isInstanceOf(NominationRefused.class);
  }

  @Test
  void allOnTheListAreHeldStillByOneStatement() throws Exception {
    listed(XS, false);
    listed(XS, false);
    listed(XS, true);
    scenario.asCoordinator(XS);
    assertThat(Statements.of(() -> handedIn(XS)))
        .filteredOn(each -> each.contains("FROM person WHERE") && each.contains("SHARE MODE"))
        .singleElement()
        .asString()
        .contains("ORDER BY id");
  }

  @Test
  void afterTheClosingDayNobodyElseIsNominatedButAnAlternateStepsIn() {
    long sent = listed(XS, false);
    NominationView before = handedIn(XS);
    listed(XS, false);
    scenario.sql(
        "UPDATE training_session SET closes_on = UTC_DATE() - INTERVAL 2 DAY WHERE id = "
            + session);

    assertThatThrownBy(() -> nominations.handIn(session, XS, REASON))
        .isInstanceOf(EnrolmentRefused.class)
        .hasMessage("Applications are closed");
    assertThatThrownBy(() -> listed(XS, false)).isInstanceOf(EnrolmentRefused.class);
    LocalDate soon = LocalDate.now().plusDays(3);
    assertThatThrownBy(() -> nominations.ask(session, XS, 2, soon))
        .isInstanceOf(EnrolmentRefused.class);
    nominations.ask(session, XS, 0, null);
    long alternate = listed(XS, true);
    NominationView view = nominations.find(session, XS, Language.EN);
    nominations.replace(
        session, XS, before.nominees().get(0).id(), view.alternates().get(0).id(), "Ill.");
    assertThat(application(alternate, "asked")).isEqualTo("centre");
    assertThat(application(sent, "state")).isEqualTo("withdrawn");
  }

  @Test
  void afterTheClosingDayAnAlternateStepsInForOneWhoHasNothingAnyMore() {
    long sent = listed(XS, false);
    NominationView before = handedIn(XS);
    nominations.takeBack(session, XS, before.nominees().get(0).id(), "Ill.");
    assertThat(application(sent, "state")).isEqualTo("withdrawn");
    scenario.sql(
        "UPDATE training_session SET closes_on = UTC_DATE() - INTERVAL 2 DAY WHERE id = "
            + session);
    long alternate = listed(XS, true);
    NominationView view = nominations.find(session, XS, Language.EN);
    nominations.replace(
        session, XS, view.nominees().get(0).id(), view.alternates().get(0).id(), "Ill.");
    assertThat(application(alternate, "asked")).isEqualTo("centre");
  }

  @Test
  void theOrderOfTheAdministrationFollowsWhereTheyWait() {
    long first = listed(XS, false);
    long second = listed(XS, false);
    NominationView view = handedIn(XS);
    nominations.moveUp(session, XS, view.nominees().get(1).id());
    assertThat(application(second, "home_rank")).isEqualTo("1");
    assertThat(application(first, "home_rank")).isEqualTo("2");
  }

  @Test
  void theCentreSelectsByItsRankingAndSaysWhyWhereItDoesNot() {
    long xsOne = listed(XS, false);
    long xsTwo = listed(XS, false);
    long xnOne = listed(XN, false);
    handedIn(XS);
    handedIn(XN);
    scenario.asCentre();
    assertThat(selection.find(session, 50, Language.EN).selection().criteria())
        .isEqualTo(Criteria.NONE);
    desk.rule(session, 0, Criteria.read("home:1 unserved:1").orElseThrow(), null);
    assertThatThrownBy(() -> desk.rule(session, 0, Criteria.NONE, "Why."))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(() -> desk.rule(session, 1, Criteria.NONE, " "))
        .as("nobody is compared otherwise without a word while people wait")
        .isInstanceOf(EnrolmentRefused.class);

    SessionSelection.Found found = selection.find(session, 50, Language.EN);
    assertThat(found.nominations()).extracting(HandedIn::member).containsExactly(XN, XS);
    assertThat(found.selection().first())
        .extracting(each -> each.application().personId())
        .containsExactly(xsOne, xnOne, xsTwo);

    List<Pick> against =
        List.of(new Pick(number(xsTwo), Approver.CENTRE), new Pick(number(xsOne), Approver.CENTRE));
    assertThatThrownBy(() -> decisions.decideAll(against, true, " "))
        .isInstanceOf(EnrolmentRefused.class)
        .extracting(each -> ((EnrolmentRefused) each).kind())
        .isEqualTo(EnrolmentRefused.Kind.PASSED_OVER);
    assertThat(application(xsOne, "state")).isEqualTo("waiting");
    assertThatThrownBy(() -> decisions.approve(new Pick(number(xsTwo), Approver.CENTRE), ""))
        .isInstanceOf(EnrolmentRefused.class);

    assertThat(decisions.decideAll(against, true, "Only they handle cargo."))
        .allMatch(each -> each.refused() == null);
    assertThat(application(xsTwo, "state")).isEqualTo("approved");
    assertThat(application(xsOne, "state")).isEqualTo("approved");
    assertThat(placed(xsTwo)).startsWith("place=3 of=3 passed=1 ");
    assertThat(placed(xsOne)).startsWith("place=1 of=3 passed=0 ");
    assertThat(
            scenario.text(
                "SELECT reason FROM application_step WHERE selection IS NOT NULL"
                    + " AND application_id = "
                    + number(xsTwo)))
        .isEqualTo("Only they handle cargo.");
    decisions.refuse(new Pick(number(xnOne), Approver.CENTRE), "No seat is left.");
    assertThat(placed(xnOne)).startsWith("place=1 of=1 passed=0 ");
    scenario.as(xnOne, XN);
    assertThat(enrolment.explain(number(xnOne), Language.EN).passedOver())
        .as("one behind was selected")
        .extracting(OutOfTurn::reason)
        .containsExactly("Only they handle cargo.");
    assertThat(enrolment.find(number(xnOne), Language.EN).timeline())
        .anyMatch(step -> step.selection() != null && step.selection().of() == 1);
  }

  private String placed(long officer) {
    return scenario.text(
        "SELECT MAX(selection) FROM application_step WHERE application_id = " + number(officer));
  }

  @Test
  void anAlternateTakesOverTheSeatOfANominee() {
    long nominee = listed(XS, false);
    long alternate = listed(XS, true);
    NominationView view = handedIn(XS);
    scenario.asCentre();
    decisions.approve(new Pick(number(nominee), Approver.CENTRE), "");
    scenario.asCoordinator(XS);
    long from = view.nominees().get(0).id();
    long to = view.alternates().get(0).id();
    assertThatThrownBy(() -> nominations.replace(session, XS, from, to, " "))
        .isInstanceOf(EnrolmentRefused.class);
    nominations.replace(session, XS, from, to, "Is on leave.");
    assertThat(application(nominee, "state")).isEqualTo("withdrawn");
    assertThat(application(alternate, "state")).isEqualTo("approved");
    assertThat(application(alternate, "home_rank")).isEqualTo("1");
    NominationView after = nominations.find(session, XS, Language.EN);
    assertThat(after.nominees()).extracting(Listed::personId).containsExactly(alternate);
    assertThat(after.gone()).extracting(Listed::personId).containsExactly(nominee);
    assertThat(after.alternates()).isEmpty();
    assertThatThrownBy(() -> nominations.replace(session, XS, from, to, "Again."))
        .isInstanceOf(Problem.class);
  }

  @Test
  void aNomineeIsTakenBack() {
    long nominee = listed(XS, false);
    NominationView view = handedIn(XS);
    nominations.takeBack(session, XS, view.nominees().get(0).id(), "Leaves the service.");
    assertThat(application(nominee, "state")).isEqualTo("withdrawn");
  }

  @Test
  void seatsAreHeldUntilTheirNamesAreKnown() {
    scenario.asCoordinator(XS);
    LocalDate by = LocalDate.now().plusDays(20);
    nominations.ask(session, XS, 1, by);
    long id = nominations.find(session, XS, Language.EN).id();
    scenario.asCentre();
    assertThat(selection.find(session, 50, Language.EN).nominations())
        .extracting(HandedIn::member)
        .containsExactly(XS);
    UnnamedSeats shown = new UnnamedSeats(1, by, UnnamedSeats.State.ASKED);
    UnnamedSeats many = new UnnamedSeats(2, by, UnnamedSeats.State.ASKED);
    assertThatThrownBy(() -> selection.answer(session, id, many, true))
        .isInstanceOf(NominationRefused.class);
    selection.answer(session, id, shown, true);
    assertThat(scenario.text("SELECT rules FROM seat_book WHERE session_id = " + session))
        .contains("hold=member:XS:1@");
    assertThatThrownBy(() -> selection.answer(session, id, shown, false))
        .isInstanceOf(NominationRefused.class);
    scenario.asCoordinator(XS);
    assertThat(nominations.find(session, XS, Language.EN).unnamed())
        .isEqualTo(new UnnamedSeats(1, by, UnnamedSeats.State.HELD));
  }

  @Test
  void asManySeatsAreHeldAsAreAskedForBesideThoseThatAreTaken() {
    long nominee = listed(XS, false);
    handedIn(XS);
    scenario.asCentre();
    decisions.approve(new Pick(number(nominee), Approver.CENTRE), "");
    LocalDate by = LocalDate.now().plusDays(20);
    scenario.asCoordinator(XS);
    nominations.ask(session, XS, 1, by);
    scenario.asCoordinator(XN);
    nominations.ask(session, XN, 1, by);
    scenario.asCentre();
    List<HandedIn> asked = selection.find(session, 50, Language.EN).nominations();
    selection.answer(session, asked.get(1).id(), asked.get(1).unnamed(), true);
    assertThat(scenario.text("SELECT rules FROM seat_book WHERE session_id = " + session))
        .contains("hold=member:XS:2@");
    assertThatThrownBy(
            () -> selection.answer(session, asked.get(0).id(), asked.get(0).unnamed(), true))
        .isInstanceOf(EnrolmentRefused.class);
  }

  @Test
  void anAlternateWaitsInThePlaceOfANomineeAlsoWhereAllSeatsAreTaken() {
    long nominee = listed(XS, false);
    long alternate = listed(XS, true);
    long one = listed(XN, false);
    long other = listed(XN, false);
    NominationView view = handedIn(XS);
    handedIn(XN);
    scenario.asCentre();
    decisions.approve(new Pick(number(one), Approver.CENTRE), "");
    decisions.approve(new Pick(number(other), Approver.CENTRE), "");
    String since = application(nominee, "applied_at");
    scenario.asCoordinator(XS);
    nominations.replace(
        session, XS, view.nominees().get(0).id(), view.alternates().get(0).id(), "Is ill.");
    assertThat(application(alternate, "asked")).isEqualTo("centre");
    assertThat(application(alternate, "applied_at")).isEqualTo(since);
    assertThat(
            scenario.text(
                "SELECT GROUP_CONCAT(kind ORDER BY id) FROM mail_letter WHERE person_id = "
                    + nominee))
        .isEqualTo("nomination.letter.nominated,nomination.letter.taken-back");
  }

  @Test
  void anAlternateIsHandedInForOneWhoWithdrew() {
    long nominee = listed(XS, false);
    long alternate = listed(XS, true);
    NominationView view = handedIn(XS);
    scenario.as(nominee, XS);
    enrolment.withdraw(number(nominee));
    scenario.asCoordinator(XS);
    nominations.replace(
        session, XS, view.nominees().get(0).id(), view.alternates().get(0).id(), "Withdrew.");
    assertThat(application(alternate, "asked")).isEqualTo("centre");
    assertThat(application(alternate, "home_rank")).isEqualTo("1");
  }

  @Test
  void anApplicationThatIsAnotherAdministrationsIsNotHandedIn() {
    long officer = scenario.officer(XN);
    scenario.as(officer, XN);
    enrolment.apply(session, "I would like to.", "Ada Chief", "ada@demo.portolan.example");
    scenario.sql("UPDATE person SET member_code = 'XS' WHERE id = " + officer);
    scenario.asCoordinator(XS);
    nominations.add(session, XS, scenario.email(officer), false, WORDS);
    assertThatThrownBy(() -> nominations.handIn(session, XS, REASON))
        .isInstanceOf(NominationRefused.class)
        .extracting(each -> ((NominationRefused) each).type())
        .isEqualTo("another-administration");
    assertThat(application(officer, "asked")).isEqualTo("supervisor");
  }

  @Test
  void nobodySendsThemselvesOrOfficersOfOthers() {
    long me = scenario.officer(XS);
    long stranger = scenario.officer(XN);
    scenario.asCoordinator(XS);
    assertThatThrownBy(() -> nominations.add(session, XS, scenario.email(stranger), false, WORDS))
        .isInstanceOf(NominationRefused.class);
    assertThatThrownBy(() -> nominations.add(session, XS, "nobody@nowhere.example", false, WORDS))
        .isInstanceOf(NominationRefused.class);
    assertThatThrownBy(() -> nominations.add(session, XN, scenario.email(stranger), false, WORDS))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> nominations.find(session, XN, Language.EN))
        .isInstanceOf(NotFound.class);
    scenario.mandate(
        me,
        org.portolan.office.Office.COORDINATOR,
        org.portolan.platform.security.Scope.member(XS));
    scenario.asHolder(me, XS);
    nominations.add(session, XS, scenario.email(me), false, WORDS);
    assertThatThrownBy(() -> nominations.handIn(session, XS, REASON))
        .isInstanceOf(NominationRefused.class)
        .extracting(each -> ((NominationRefused) each).type())
        .isEqualTo("own-application");
    scenario.endMandates(me);
  }

  @Test
  void theLetterIsForTheAdministrationAndTheCentre() throws Exception {
    listed(XS, false);
    StoredFile letter = files.keep(new ByteArrayInputStream(pdf()), FileRules.pdf(5, 20));
    nominations.endorse(session, XS, letter);
    long early = nominations.find(session, XS, Language.EN).id();
    scenario.asCentre();
    assertThatThrownBy(() -> nominations.letter(early)).isInstanceOf(NotFound.class);
    long id = handedIn(XS).id();
    assertThat(nominations.letter(id)).isEqualTo(letter);
    scenario.asCentre();
    assertThat(nominations.letter(id)).isEqualTo(letter);
    scenario.asCoordinator(XN);
    assertThatThrownBy(() -> nominations.letter(id)).isInstanceOf(NotFound.class);
    scenario.as(scenario.officer(XS), XS);
    assertThatThrownBy(() -> nominations.letter(id)).isInstanceOf(NotFound.class);
  }

  private static byte[] pdf() throws Exception {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void theSelectionTakesAsManyStatementsHoweverManyWait() throws Exception {
    listed(XS, false);
    handedIn(XS);
    scenario.asCentre();
    desk.rule(
        session,
        0,
        Criteria.read("profile:3 years:1 language:2 home:1 gender:1 unserved:2 attendance:1")
            .orElseThrow(),
        null);
    desk.find(session, 50, Language.EN);
    int one = Statements.of(() -> desk.find(session, 50, Language.EN)).size();
    for (int i = 0; i < 5; i++) {
      listed(XS, false);
    }
    handedIn(XS);
    scenario.asCentre();
    SelectionList six = desk.find(session, 50, Language.EN);
    assertThat(six.first()).hasSize(6);
    assertThat(Statements.of(() -> desk.find(session, 50, Language.EN))).hasSize(one);
    assertThat(one).isLessThan(16);
  }

  @Test
  void whoeverHasAppliedGoesOnFromThere() {
    long officer = scenario.officer(XS);
    scenario.as(officer, XS);
    enrolment.apply(session, "I would like to.", "Ada Chief", "ada@demo.portolan.example");
    assertThat(application(officer, "asked")).isEqualTo("supervisor");
    scenario.asCoordinator(XS);
    nominations.add(session, XS, scenario.email(officer), false, WORDS);
    handedIn(XS);
    assertThat(application(officer, "asked")).isEqualTo("centre");
    assertThat(application(officer, "motivation")).isEqualTo("I would like to.");
    assertThat(Map.of("rank", application(officer, "home_rank"))).containsEntry("rank", "1");
  }
}
