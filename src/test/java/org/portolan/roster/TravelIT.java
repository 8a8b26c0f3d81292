package org.portolan.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedInAs;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

@ArquillianTest
class TravelIT {
  private static final TravelTold TOLD =
      new TravelTold(
          Map.of(
              TravelField.PASSPORT_NAME, "ADA LOVELACE-KING",
              TravelField.EXPIRES_ON, "2099-01-01",
              TravelField.NATIONALITY, "not asked"));

  @Inject private Travel travel;
  @Inject private Rosters rosters;
  @Inject private EnrolmentService enrolment;
  @Inject private Scenario scenario;
  @Inject private CurrentPerson me;

  private long session;
  private long officer;
  private long application;

  @BeforeEach
  void begin() {
    session = scenario.session(4, Chain.NONE);
    officer = scenario.officer(Scenario.MEMBER);
    scenario.as(officer, Scenario.MEMBER);
    application = enrolment.apply(session, "I need it.").id();
    scenario.asCentre();
    travel.ask(
        session,
        new TravelAsk(EnumSet.of(TravelField.PASSPORT_NAME, TravelField.EXPIRES_ON), "EUR 60", 0));
    scenario.as(officer, Scenario.MEMBER);
  }

  @AfterEach
  void leave() {
    scenario.asNobody();
  }

  @Test
  void whatIsToldIsSealedAndReadByTheCentreAlone() throws IOException {
    travel.tell(application, TOLD);
    assertThat(travel.own(application, Language.EN).told().values())
        .containsOnlyKeys(TravelField.PASSPORT_NAME, TravelField.EXPIRES_ON);
    assertThat(
            scenario.text(
                "SELECT CONVERT(sealed USING latin1) FROM travel_record WHERE application_id = "
                    + application))
        .doesNotContain("LOVELACE", "passport");
    assertThat(read(rosters.paper(PaperKind.INVITATION, application)))
        .contains("ADA LOVELACE-KING");

    scenario.asCentre();
    TravelList list = travel.find(session, Language.EN);
    assertThat(list.ask().perDiem()).isEqualTo("EUR 60");
    assertThat(list.told().get(application).get(TravelField.PASSPORT_NAME))
        .isEqualTo("ADA LOVELACE-KING");
    assertThat(travel.table(session, Language.EN).get(1)).contains("ADA LOVELACE-KING");

    scenario.asAdministrator();
    assertThat(travel.find(session, Language.EN).told()).isEmpty();
    assertThatThrownBy(() -> travel.table(session, Language.EN)).isInstanceOf(NotAllowed.class);

    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> travel.find(session, Language.EN)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> travel.own(application, Language.EN)).isInstanceOf(NotFound.class);
    assertThat(read(rosters.paper(PaperKind.INVITATION, application)))
        .as("the coordinator knows the name of the account")
        .doesNotContain("ADA LOVELACE-KING");
  }

  @Test
  void nobodyIsAskedBeforeTheyHaveASeatNorAfter() {
    travel.tell(application, TOLD);
    enrolment.withdraw(application);
    assertThatThrownBy(() -> travel.own(application, Language.EN)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> travel.tell(application, TOLD)).isInstanceOf(NotFound.class);
    scenario.asCentre();
    assertThat(travel.find(session, Language.EN).told()).isEmpty();
  }

  @Test
  void whatCannotBeRightIsSaidAndNotKept() {
    assertThatThrownBy(
            () ->
                travel.tell(
                    application,
                    new TravelTold(
                        Map.of(
                            TravelField.PASSPORT_NAME,
                            "x".repeat(101),
                            TravelField.EXPIRES_ON,
                            "2001-01-01"))))
        .isInstanceOfSatisfying(
            TravelRefused.class,
            e ->
                assertThat(e.problems())
                    .isEqualTo(
                        Map.of(
                            TravelField.PASSPORT_NAME, "long",
                            TravelField.EXPIRES_ON, "expired")));
    assertThat(travel.own(application, Language.EN).told().values()).isEmpty();
  }

  @Test
  void ofTwoWhoAskAtOnceOneIsTold() {
    scenario.asCentre();
    assertThatThrownBy(() -> travel.ask(session, new TravelAsk(Set.of(), "", 0)))
        .isInstanceOf(ChangedMeanwhile.class);
    travel.ask(session, new TravelAsk(Set.of(), "", 1));
    assertThat(travel.find(session, Language.EN).ask().asked()).isEmpty();
  }

  @Test
  void attendanceIsConfirmedForThoseWhoCompletedTheSession() throws IOException {
    assertThatThrownBy(() -> rosters.paper(PaperKind.ATTENDANCE, application))
        .isInstanceOf(NotFound.class);
    scenario.sql(
        "INSERT INTO completion (person_id, course_id, session_id, result, on_day, marked_at)"
            + " SELECT "
            + officer
            + ", course_id, id, 'completed', last_day, ends_at FROM training_session WHERE id = "
            + session);
    assertThat(read(rosters.paper(PaperKind.ATTENDANCE, application)))
        .contains("Confirmation of attendance");
    scenario.asCentre();
    assertThat(read(rosters.papers(PaperKind.ATTENDANCE, session, Set.of())))
        .contains("Confirmation of attendance");
    scenario.sql("UPDATE completion SET result = 'absent' WHERE session_id = " + session);
    assertThatThrownBy(() -> rosters.papers(PaperKind.ATTENDANCE, session, Set.of()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void thePassportNameOnPapersIsForTheCentreAndThePersonThemselves() throws IOException {
    travel.tell(application, TOLD);
    scenario.asCentre();
    assertThat(read(rosters.papers(PaperKind.INVITATION, session, Set.of())))
        .contains("ADA LOVELACE-KING");
    assertThat(read(rosters.papers(PaperKind.SEAT, session, Set.of())))
        .doesNotContain("ADA LOVELACE-KING");
    SignedInAs.acting(
        me, 1, Scenario.MEMBER, 2, new Grant(Role.CENTRE, Scope.centre(Scenario.CENTRE)));
    assertThat(read(rosters.papers(PaperKind.INVITATION, session, Set.of())))
        .doesNotContain("ADA LOVELACE-KING");
    SignedInAs.acting(me, officer, Scenario.MEMBER, 1);
    assertThat(read(rosters.paper(PaperKind.INVITATION, application)))
        .doesNotContain("ADA LOVELACE-KING");
    scenario.asAdministrator();
    assertThat(read(rosters.papers(PaperKind.INVITATION, session, Set.of())))
        .doesNotContain("ADA LOVELACE-KING");
  }

  @Test
  void whatIsNotAskedAnyMoreIsNotUsedAndCanBeTakenBack() throws IOException {
    travel.tell(application, TOLD);
    scenario.asCentre();
    travel.ask(session, new TravelAsk(Set.of(), "", 1));
    assertThat(read(rosters.papers(PaperKind.INVITATION, session, Set.of())))
        .doesNotContain("ADA LOVELACE-KING");
    scenario.as(officer, Scenario.MEMBER);
    assertThat(read(rosters.paper(PaperKind.INVITATION, application)))
        .doesNotContain("ADA LOVELACE-KING");
    assertThat(travel.own(application, Language.EN).told().values()).isNotEmpty();
    travel.tell(application, TravelTold.NOTHING);
    assertThat(travel.own(application, Language.EN).told().values()).isEmpty();
  }

  @Test
  void manyLettersCostNoMoreStatementsThanOne() throws Exception {
    scenario.asCentre();
    rosters.papers(PaperKind.SEAT, session, Set.of());
    int one = Statements.of(() -> rosters.papers(PaperKind.SEAT, session, Set.of())).size();
    for (int i = 0; i < 2; i++) {
      scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
      enrolment.apply(session, "I need it.");
    }
    scenario.asCentre();
    assertThat(Statements.of(() -> rosters.papers(PaperKind.SEAT, session, Set.of()))).hasSize(one);
  }

  private static String read(byte[] document) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(document)) {
      return new PDFTextStripper().getText(pdf);
    }
  }
}
