package org.portolan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.catalog.Audience;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.i18n.Language;

/** What the views of the calendar read: all of a span of days in a few statements. */
@ArquillianTest
class CalendarViewsIT {
  @Inject private CalendarViews views;
  @Inject private CalendarService calendar;
  @Inject private Scenario scenario;

  @Test
  void aMonthCostsTheSameHoweverMuchIsInIt() throws Exception {
    LocalDate month = LocalDate.of(2031, 5, 1);
    SessionFilter filter = filter().within(month, month.plusDays(30), null);
    Statements.of(() -> views.within(filter, Language.EN));
    scenario.asCentre();
    publish(month.plusDays(4), 12);
    int one = Statements.of(() -> views.within(filter, Language.EN)).size();
    for (int day = 6; day < 20; day++) {
      publish(month.plusDays(day), 12);
    }

    assertThat(Statements.of(() -> views.within(filter, Language.EN)))
        .hasSize(one)
        .hasSizeBetween(1, 4);
    assertThat(views.within(filter, Language.EN)).hasSize(15);
  }

  @Test
  void theYearOfARegionCostsThreeStatementsAndAsksForNoSeats() throws Exception {
    SessionFilter filter =
        new SessionFilter(null, "WCA", null, null, null, null)
            .within(LocalDate.of(2032, 1, 1), LocalDate.of(2032, 12, 31), null);
    scenario.asCentre();
    for (int week = 0; week < 20; week++) {
      publish(LocalDate.of(2032, 3, 1).plusWeeks(week), 12);
    }
    views.timeline(filter, Set.of(Scenario.CENTRE), Language.EN);

    List<String> sent =
        Statements.of(() -> views.timeline(filter, Set.of(Scenario.CENTRE), Language.EN));
    assertThat(sent).hasSizeBetween(1, 3).noneMatch(sql -> sql.contains("seat_book"));
    assertThat(views.timeline(filter, Set.of(Scenario.CENTRE), Language.EN)).hasSize(20);
    assertThat(views.timeline(filter, null, Language.EN)).hasSize(20);
    assertThat(views.timeline(filter, Set.of("DEMO-RTC-XN1"), Language.EN)).isEmpty();
    assertThat(views.timeline(filter, Set.of(), Language.EN)).isEmpty();
  }

  @Test
  void daysAreThoseOfTheClocksThatTheReaderChose() {
    scenario.asCentre();
    LocalDate day = LocalDate.of(2033, 6, 15);
    long id = publish(day, 12);
    // 09:00 in Abidjan on the 15th is 23:00 in Honolulu on the 14th; it ends at 16:00 on the 16th
    ZoneId honolulu = ZoneId.of("Pacific/Honolulu");

    assertThat(ids(filter().within(day.minusDays(1), day.minusDays(1), null))).doesNotContain(id);
    assertThat(ids(filter().within(day.minusDays(1), day.minusDays(1), honolulu))).contains(id);
    assertThat(ids(filter().within(day.plusDays(1), day.plusDays(1), honolulu))).contains(id);
    assertThat(ids(filter().within(day.plusDays(2), day.plusDays(2), honolulu))).doesNotContain(id);
    assertThat(ids(filter().within(day.minusDays(2), day.minusDays(2), honolulu)))
        .doesNotContain(id);
    assertThat(ids(filter().within(day.plusDays(1), day.plusDays(1), null))).contains(id);
  }

  @Test
  void eachFilterLeavesWhatItNames() {
    scenario.asCentre();
    LocalDate day = LocalDate.of(2034, 6, 15);
    long open = publish(day, 12);
    long gone = publish(day, 12);
    calendar.cancel(gone);
    List<Audience> own =
        Audience.list(
            scenario.text("SELECT audience FROM course WHERE id = (SELECT MIN(id) FROM course)"));
    Audience other =
        Arrays.stream(Audience.values()).filter(each -> !own.contains(each)).findFirst().get();

    assertThat(found(day, "state", "cancelled")).containsExactly(gone);
    assertThat(found(day, "state", "published")).containsExactly(open);
    assertThat(found(day, "open", "1")).containsExactly(open);
    assertThat(found(day, "audience", own.get(0).code())).containsExactlyInAnyOrder(open, gone);
    assertThat(found(day, "audience", other.code())).isEmpty();
    assertThat(found(day, "donor", "NOBODY")).isEmpty();
    assertThat(found(day, "state", "draft")).as("nobody asks for drafts").isEmpty();
    assertThat(calendar.unknown(SessionFilter.of(name -> name.equals("state") ? "draft" : null)))
        .containsEntry("state", "draft");
  }

  @Test
  void openSeatsAreFoundPageByPage() {
    scenario.asCentre();
    LocalDate day = LocalDate.of(2035, 6, 15);
    long first = publish(day, 12);
    calendar.cancel(publish(day.plusDays(1), 12));
    long second = publish(day.plusDays(2), 12);
    SessionFilter filter =
        SessionFilter.of(
                name -> name.equals("centre") ? Scenario.CENTRE : name.equals("open") ? "1" : null)
            .within(day, day.plusDays(5), null);

    SessionPage one = calendar.list(filter, null, 1, Language.EN);
    assertThat(one.items()).extracting(SessionSummary::id).containsExactly(first);
    assertThat(one.total()).isEqualTo(2);
    SessionPage two = calendar.list(filter, one.next(), 1, Language.EN);
    assertThat(two.items()).extracting(SessionSummary::id).containsExactly(second);
    assertThat(two.next()).isNull();
  }

  private List<Long> found(LocalDate day, String dimension, String value) {
    return ids(
        SessionFilter.of(
                name ->
                    name.equals("centre") ? Scenario.CENTRE : name.equals(dimension) ? value : null)
            .within(day, day.plusDays(1), null));
  }

  private List<Long> ids(SessionFilter filter) {
    return views.within(filter, Language.EN).stream().map(SessionSummary::id).toList();
  }

  private static SessionFilter filter() {
    return SessionFilter.ofCentre(Scenario.CENTRE, null, null);
  }

  private long publish(LocalDate day, int seats) {
    long id =
        calendar.draft(
            Scenario.CENTRE,
            new SessionPlan(
                scenario.number("SELECT MIN(id) FROM course"),
                day,
                day.plusDays(1),
                LocalTime.of(9, 0),
                LocalTime.of(16, 0),
                "Main hall",
                "",
                seats,
                List.of("en", "fr"),
                Chain.NONE,
                null,
                false));
    calendar.publish(id);
    return id;
  }
}
