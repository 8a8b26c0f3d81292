package org.portolan.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.BlockedTime;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionPlan;
import org.portolan.calendar.SessionWorkflow;
import org.portolan.calendar.Stage;
import org.portolan.calendar.TrainingYear;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedInAs;
import org.portolan.platform.web.NotFound;

/** The year of a centre as its staff and the Regional Office see it. */
@ArquillianTest
class ProgrammesIT {
  /** A year of its own, which no other test plans in. */
  private static final TrainingYear YEAR = new TrainingYear(2033);

  private static final String OTHER_CENTRE = "DEMO-RTC-XN1";

  @Inject private Programmes programmes;
  @Inject private Blocks blocks;
  @Inject private CalendarService calendar;
  @Inject private SessionWorkflow workflow;
  @Inject private Scenario scenario;
  @Inject private CurrentPerson me;

  @AfterEach
  void asItWas() {
    scenario.asCentre();
    blocks.list(List.of(Scenario.CENTRE), YEAR.from(), YEAR.to()).stream()
        .map(BlockSummary::id)
        .forEach(blocks::remove);
    scenario.sql("DELETE FROM training_session WHERE first_day >= '2033-07-01'");
    scenario.asNobody();
  }

  @Test
  void aYearIsShownByMonthWithWhatStandsInTheWay() {
    scenario.asCentre();
    blocks.add(
        Scenario.CENTRE,
        new BlockEdit(
            "intake",
            LocalDate.parse("2033-09-01"),
            LocalDate.parse("2033-10-15"),
            "Recruits of 2033"));
    long on = draft("2033-10-10");
    long beside = draft("2033-10-17");
    draft("2034-07-03");

    ProgrammeOfCentre year = programmes.of(Scenario.CENTRE, YEAR, Language.EN);
    ProgrammeMonth october = year.months().get(3);
    assertThat(october.sessions())
        .extracting(each -> each.session().id())
        .containsExactly(on, beside);
    assertThat(october.sessions().get(0).blocks())
        .extracting(BlockedTime::words)
        .containsExactly("Recruits of 2033");
    assertThat(october.sessions().get(1).blocks()).isEmpty();
    assertThat(year.months().get(2).blocks()).hasSize(1);
    assertThat(year.months().get(4).blocks()).isEmpty();
    assertThat(calendar.blocks(on))
        .as("whoever plans is warned")
        .extracting(BlockedTime::words)
        .containsExactly("Recruits of 2033");
  }

  @Test
  void theRegionalOfficeSeesWhatWasHandedInAndNoDraft() {
    long handedIn = draft("2033-11-07");
    long own = draft("2033-11-14");
    workflow.submit(version(handedIn));
    asOffice(scenario.regionOf(Scenario.MEMBER));
    assertThat(programmes.of(Scenario.CENTRE, YEAR, Language.EN).sessions())
        .filteredOn(each -> each.session().facts().dated())
        .extracting(each -> each.session().id())
        .containsExactly(handedIn);
    assertThat(programmes.session(handedIn, Language.EN).stage()).isEqualTo(Stage.SUBMITTED);
    assertThatThrownBy(() -> programmes.session(own, Language.EN)).isInstanceOf(NotFound.class);
    assertThat(programmes.overview(YEAR, Language.EN))
        .filteredOn(line -> line.centreCode().equals(Scenario.CENTRE))
        .singleElement()
        .satisfies(line -> assertThat(line.counts()).isEqualTo(Map.of(Stage.SUBMITTED, 1)));
    assertThatThrownBy(
            () ->
                blocks.add(
                    Scenario.CENTRE, new BlockEdit("closure", YEAR.from(), YEAR.from(), "x")))
        .isInstanceOf(NotAllowed.class);

    SignedInAs.person(
        me, 1, Scenario.OTHER_MEMBER, new Grant(Role.CENTRE, Scope.centre(OTHER_CENTRE)));
    assertThatThrownBy(() -> programmes.of(Scenario.CENTRE, YEAR, Language.EN))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> programmes.session(handedIn, Language.EN))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whoseTurnItIsGetsOneLetterForADeedAndNobodyElseAny() {
    String region = scenario.regionOf(Scenario.MEMBER);
    long officer = scenario.officer(Scenario.MEMBER);
    long staff = scenario.officer(Scenario.MEMBER);
    long elsewhere = scenario.officer(Scenario.OTHER_MEMBER);
    scenario.mandate(officer, Office.ROCB_OFFICER, Scope.region(region));
    scenario.mandate(staff, Office.CENTRE_STAFF, Scope.centre(Scenario.CENTRE));
    scenario.mandate(elsewhere, Office.CENTRE_STAFF, Scope.centre(OTHER_CENTRE));
    Map<Long, Integer> three = new TreeMap<>();
    List.of("2033-11-07", "2033-11-14", "2033-11-21")
        .forEach(day -> three.putAll(version(draft(day))));
    workflow.submit(three);
    assertThat(letters(officer)).isEqualTo("programme.letter.submitted");
    assertThat(letters(staff)).isEmpty();
    asOffice(region);
    Map<Long, Integer> back = new TreeMap<>();
    three.keySet().forEach(id -> back.putAll(version(id)));
    workflow.sendBack(back, "All in one month?");
    assertThat(letters(staff)).isEqualTo("programme.letter.sent-back");
    assertThat(
            scenario.text(
                "SELECT body_text FROM mail_letter WHERE to_address = '"
                    + scenario.email(staff)
                    + "'"))
        .contains("All in one month?");
    assertThat(letters(officer)).isEqualTo("programme.letter.submitted");
    assertThat(letters(elsewhere)).isEmpty();
    scenario.endMandates(officer, staff, elsewhere);
  }

  @Test
  void aYearCostsTheSameHoweverMuchIsInIt() throws Exception {
    draft("2033-10-10");
    int one = Statements.of(() -> programmes.of(Scenario.CENTRE, YEAR, Language.EN)).size();
    for (int week = 0; week < 20; week++) {
      draft(LocalDate.parse("2033-08-01").plusWeeks(week).toString());
    }
    assertThat(Statements.of(() -> programmes.of(Scenario.CENTRE, YEAR, Language.EN))).hasSize(one);
    assertThat(one).isLessThanOrEqualTo(8);
    asOffice(scenario.regionOf(Scenario.MEMBER));
    assertThat(Statements.of(() -> programmes.overview(YEAR, Language.EN)).size())
        .isLessThanOrEqualTo(3);
  }

  private long draft(String first) {
    scenario.asCentre();
    LocalDate day = LocalDate.parse(first);
    return calendar.draft(
        Scenario.CENTRE,
        new SessionPlan(
            scenario.number("SELECT MIN(id) FROM course"),
            day,
            day.plusDays(2),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            "Main hall",
            "",
            20,
            List.of("en"),
            Chain.NONE,
            null,
            false));
  }

  private Map<Long, Integer> version(long id) {
    return Map.of(
        id, (int) scenario.number("SELECT version FROM training_session WHERE id = ?", id));
  }

  private String letters(long person) {
    return scenario.text(
        "SELECT COALESCE(GROUP_CONCAT(kind ORDER BY id), '') FROM mail_letter WHERE to_address = '"
            + scenario.email(person)
            + "'");
  }

  private void asOffice(String region) {
    SignedInAs.person(me, 1, null, new Grant(Role.ROCB, Scope.region(region)));
  }
}
