package org.portolan.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.BlockedTime;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.CopyBy;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.NotPossible;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionPlan;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.TrainingYear;
import org.portolan.calendar.YearCopies;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.NotFound;

/** A centre copies its year into the next. */
@ArquillianTest
class YearCopiesIT {
  /** Its 29 February is in the year that is copied. */
  private static final TrainingYear TO = new TrainingYear(2032);

  @Inject private YearCopies copies;
  @Inject private Programmes programmes;
  @Inject private Blocks blocks;
  @Inject private CalendarService calendar;
  @Inject private Scenario scenario;

  @AfterEach
  void asItWas() {
    scenario.asCentre();
    blocks.list(List.of(Scenario.CENTRE), TO.from(), TO.to()).stream()
        .map(BlockSummary::id)
        .forEach(blocks::remove);
    scenario.sql(
        "UPDATE course SET state = 'published', successor_id = NULL WHERE id ="
            + " (SELECT id FROM (SELECT MIN(id) id FROM course) c)");
    scenario.sql(
        "DELETE FROM training_session WHERE first_day BETWEEN '2031-07-01' AND '2033-06-30'");
    scenario.asNobody();
  }

  @Test
  void theSameWeekdayOrTheSameDateAndWhatStandsInTheWay() {
    draft("2031-09-01");
    blocks.add(
        Scenario.CENTRE,
        new BlockEdit(
            "closure",
            LocalDate.parse("2032-08-31"),
            LocalDate.parse("2032-09-03"),
            "Works in the hall"));
    blocks.add(
        Scenario.CENTRE,
        new BlockEdit(
            "closure",
            LocalDate.parse("2032-08-31"),
            LocalDate.parse("2032-09-03"),
            "Works in the hall"));
    CopyRow weeks = rows(CopyBy.WEEKS).get(0);
    assertThat(weeks.copy().firstDay()).isEqualTo("2032-08-30");
    assertThat(weeks.blocks()).extracting(BlockedTime::words).containsExactly("Works in the hall");
    assertThat(weeks.weekend()).isFalse();
    CopyRow dates = rows(CopyBy.DATES).get(0);
    assertThat(dates.copy().firstDay()).isEqualTo("2032-09-01");
    // 2031-10-31 is a Friday, 2032-10-31 a Sunday
    draft("2031-10-31");
    assertThat(rows(CopyBy.DATES).get(1).weekend()).isTrue();
  }

  @Test
  void theTwentyNinthOfFebruaryIsExplained() {
    draft("2032-02-29");
    assertThat(rows(CopyBy.DATES))
        .singleElement()
        .satisfies(row -> assertThat(row.copy().firstDay()).isEqualTo("2033-02-28"))
        .satisfies(row -> assertThat(row.copy().leaps()).isTrue());
    assertThat(rows(CopyBy.WEEKS).get(0).copy().leaps()).isFalse();
  }

  @Test
  void whatWasChosenBecomesDraftsOnceAndWhatIsThereIsNotMadeAgain() {
    long one = draft("2031-09-01");
    long other = draft("2031-11-03");
    long left = draft("2032-01-05");
    calendar.publish(one);
    List<Long> made = copies.copy(Scenario.CENTRE, List.of(one, other), CopyBy.WEEKS);
    assertThat(calendar.facts(made).values())
        .allSatisfy(copy -> assertThat(copy.state()).isEqualTo(SessionState.DRAFT))
        .extracting(SessionFacts::firstDay)
        .containsExactly(LocalDate.parse("2032-08-30"), LocalDate.parse("2032-11-01"));
    assertThat(rows(CopyBy.WEEKS))
        .extracting(row -> row.copy().problem())
        .containsExactly("calendar.problem.copy.there", "calendar.problem.copy.there", null);
    assertThatThrownBy(() -> copies.copy(Scenario.CENTRE, List.of(other, left), CopyBy.WEEKS))
        .isInstanceOf(NotPossible.class);
    assertThatThrownBy(() -> copies.copy(Scenario.CENTRE, List.of(), CopyBy.WEEKS))
        .isInstanceOf(InvalidPlan.class);
    assertThatThrownBy(() -> copies.copy(Scenario.CENTRE, List.of(Long.MAX_VALUE), CopyBy.WEEKS))
        .isInstanceOf(NotFound.class);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> copies.copy(Scenario.CENTRE, List.of(left), CopyBy.WEEKS))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void aRetiredCourseIsLeftOutOrItsSuccessorIsTaken() {
    long course = scenario.number("SELECT MIN(id) FROM course");
    long successor =
        scenario.number(
            "SELECT MIN(id) FROM course WHERE state = 'published' AND valid_until IS NULL"
                + " AND mode = (SELECT mode FROM course c WHERE c.id = ?) AND id > ?",
            course,
            course);
    long session = draft("2031-09-01");
    scenario.sql("UPDATE course SET state = 'retired' WHERE id = " + course);
    assertThat(rows(CopyBy.WEEKS).get(0).copy().problem()).isEqualTo("calendar.refused.retired");
    assertThatThrownBy(() -> copies.copy(Scenario.CENTRE, List.of(session), CopyBy.WEEKS))
        .isInstanceOf(NotPossible.class);
    scenario.sql("UPDATE course SET successor_id = " + successor + " WHERE id = " + course);
    assertThat(rows(CopyBy.WEEKS).get(0).copy().bySuccessor()).isTrue();
    List<Long> made = copies.copy(Scenario.CENTRE, List.of(session), CopyBy.WEEKS);
    assertThat(calendar.facts(made).get(made.get(0)).courseId()).isEqualTo(successor);
  }

  @Test
  void aLookAtAYearCostsTheSameHoweverMuchIsInIt() throws Exception {
    draft("2031-09-01");
    int one = Statements.of(() -> rows(CopyBy.WEEKS)).size();
    for (int week = 1; week < 15; week++) {
      draft(LocalDate.parse("2031-09-01").plusWeeks(week).toString());
    }
    assertThat(Statements.of(() -> rows(CopyBy.WEEKS))).hasSize(one);
    assertThat(one).isLessThanOrEqualTo(12);
  }

  private List<CopyRow> rows(CopyBy by) {
    return programmes.copies(Scenario.CENTRE, TO, by, Language.EN);
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
}
