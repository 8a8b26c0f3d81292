package org.portolan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.Occupancy;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionSummary;
import org.portolan.calendar.Slots;
import org.portolan.calendar.Timing;
import org.portolan.catalog.CourseTitle;

/** How the views of the calendar lay sessions out. */
class ViewsTest {
  private static final ReaderClocks VENUE = new ReaderClocks(null);
  private static final ReaderClocks HONOLULU = new ReaderClocks(ZoneId.of("Pacific/Honolulu"));
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 9);

  @Test
  void aMonthIsWholeWeeksFromMonday() {
    DayGrid grid =
        DayGrid.of(
            Period.of("2027-03").orElseThrow(),
            day -> new DayGrid.Day(day, day.getMonthValue() == 3, List.of(), 0, ""));

    assertThat(grid.weeks()).hasSize(5).allMatch(week -> week.days().size() == 7);
    assertThat(grid.weeks().get(0).days().get(0).date()).isEqualTo("2027-03-01");
    assertThat(grid.weeks().get(4).days().get(6).in()).isFalse();
    assertThat(grid.weeks().get(4).days().get(6).month()).isEqualTo(YearMonth.of(2027, 4));
    assertThat(grid.weeks().get(0).days().get(0).month()).isEqualTo(YearMonth.of(2027, 3));
  }

  @Test
  void aSessionStandsOnEachOfItsDaysWithinTheSpan() {
    DayPlan plan = plan(VENUE, "2027-03-01", "2027-03-31", session(1, "2027-02-26", "2027-03-02"));

    assertThat(plan.count(day("2027-02-28"))).isZero();
    assertThat(plan.count(day("2027-03-01"))).isOne();
    assertThat(plan.count(day("2027-03-02"))).isOne();
    assertThat(plan.count(day("2027-03-03"))).isZero();
    assertThat(plan.on(day("2027-03-01")).get(0).from()).isEqualTo(LocalTime.of(9, 0));
  }

  @Test
  void farAwayADayBeginsTheEveningBefore() {
    DayPlan plan =
        plan(HONOLULU, "2027-06-01", "2027-06-30", session(1, "2027-06-15", "2027-06-15"));

    assertThat(plan.on(day("2027-06-14")))
        .extracting(DayPlan.Held::from, DayPlan.Held::until)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(time("23:00"), time("00:00")));
    assertThat(plan.on(day("2027-06-15")))
        .extracting(DayPlan.Held::from, DayPlan.Held::until)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(time("00:00"), time("06:00")));
    assertThat(HONOLULU.firstDay(facts(1, "2027-06-15", "2027-06-15"))).isEqualTo("2027-06-14");
    assertThat(HONOLULU.lastDay(facts(1, "2027-06-15", "2027-06-15"))).isEqualTo("2027-06-15");
  }

  @Test
  void clocksThatShowTheSameAreNotElsewhere() {
    SessionFacts facts = facts(1, "2027-06-15", "2027-06-15");
    assertThat(new ReaderClocks(ZoneId.of("Africa/Accra")).elsewhere(facts)).isFalse();
    assertThat(new ReaderClocks(ZoneId.of("Europe/Lisbon")).elsewhere(facts)).isTrue();
    assertThat(
            new ReaderClocks(ZoneId.of("Europe/Lisbon"))
                .elsewhere(facts(1, "2027-01-15", "2027-01-15")))
        .isFalse();
    assertThat(VENUE.elsewhere(facts)).isFalse();
  }

  @Test
  void onADayWhatBeginsSoonerComesFirst() {
    DayPlan plan =
        plan(
            VENUE,
            "2027-03-01",
            "2027-03-31",
            session(7, "2027-03-02", "2027-03-02"),
            session(3, "2027-03-02", "2027-03-02"));

    assertThat(plan.on(day("2027-03-02")))
        .extracting(held -> held.session().id())
        .containsExactly(3L, 7L);
  }

  @Test
  void aYearCountsEachOfItsDays() {
    DayPlan plan = plan(VENUE, "2027-01-01", "2027-12-31", session(1, "2026-12-30", "2027-01-02"));
    YearGrid year = YearGrid.of(2027, plan::count);

    assertThat(year.months()).hasSize(12);
    assertThat(year.months().get(0).offset()).as("1 January 2027 is a Friday").isEqualTo(4);
    assertThat(year.months().get(0).held()).isEqualTo(2);
    assertThat(year.months().get(0).days().get(1).look()).isEqualTo("a");
    assertThat(year.months().get(0).days().get(2).look()).isEmpty();
    assertThat(year.months().get(1).days()).hasSize(28);
    assertThat(new YearGrid.Day(TODAY, 3).look()).isEqualTo("b");
    assertThat(new YearGrid.Day(TODAY, 6).look()).isEqualTo("c");
  }

  @Test
  void aBarIsAsLongAsItsSessionWithItsTitleAfterIt() {
    Timeline.Row row = row("2027", held(1, "2027-01-11", "2027-01-15"));

    assertThat(row.bars()).extracting(Timeline.Bar::place).containsExactly("s3 w7 l1 n1");
    assertThat(row.lanes()).isOne();
  }

  @Test
  void whatNeedsTheRoomOfATitleGoesBelow() {
    Timeline.Row row =
        row(
            "2027",
            held(1, "2027-01-11", "2027-01-15"),
            held(2, "2027-02-22", "2027-02-26"),
            held(3, "2027-03-01", "2027-03-05"));

    assertThat(row.bars())
        .extracting(Timeline.Bar::place)
        .containsExactly("s3 w7 l1 n1", "s9 w7 l2 n1", "s10 w7 l1 n1");
  }

  @Test
  void aBarSaysWhenASessionIsFree() {
    Timeline.Held webinar =
        new Timeline.Held(
            new ShownSession(1, "Course", "en", "ev", "", "", "", ""),
            day("2027-03-02"),
            day("2027-03-04"),
            List.of(day("2027-03-02"), day("2027-03-04")));
    assertThat(row("2027-03", webinar).bars())
        .extracting(Timeline.Bar::free)
        .containsExactly(List.of(false, true, false, false, false, false, false));
    assertThat(row("2027-03", held(1, "2027-03-02", "2027-03-04")).bars())
        .extracting(Timeline.Bar::free)
        .containsExactly(List.of());
  }

  @Test
  void aSessionInSlotsStandsOnTheDaysOnWhichItIsHeld() {
    SessionSummary session =
        new SessionSummary(
            facts(1, "2027-03-08", "2027-03-10")
                .inSlots(
                    Slots.read("2027-03-08 09:00-12:00 14:00-17:00; 2027-03-10 10:00-12:00")
                        .orElseThrow()),
            new CourseTitle(1, "C", "Course", "en"),
            Occupancy.NOBODY);
    for (ReaderClocks clocks :
        List.of(new ReaderClocks(null), new ReaderClocks(ZoneId.of("Europe/Brussels")))) {
      DayPlan plan = new DayPlan(List.of(session), clocks, day("2027-03-08"), day("2027-03-10"));
      assertThat(plan.on(day("2027-03-08"))).hasSize(2);
      assertThat(plan.sessions(day("2027-03-08"))).hasSize(1);
      assertThat(plan.count(day("2027-03-08"))).isOne();
      assertThat(plan.on(day("2027-03-09"))).isEmpty();
      assertThat(plan.on(day("2027-03-10"))).hasSize(1);
    }
  }

  @Test
  void atTheEndOfTheYearTheTitleStandsBefore() {
    // 2027 has 53 weeks that touch it
    Timeline.Row row = row("2027", held(1, "2027-12-13", "2027-12-24"));

    assertThat(row.bars()).extracting(Timeline.Bar::place).containsExactly("s46 w7 l1 n2 end");
    assertThat(row("2027", held(1, "2027-12-06", "2027-12-31")).bars())
        .as("a long bar has room for it")
        .extracting(Timeline.Bar::place)
        .containsExactly("s50 w4 l1");
  }

  @Test
  void whatReachesOverThePeriodIsCutAtItsEdges() {
    Timeline.Row row = row("2027", held(1, "2026-06-01", "2028-06-01"));
    assertThat(row.bars()).extracting(Timeline.Bar::place).containsExactly("s1 w53 l1");
    assertThat(row("2027", held(1, "2026-06-01", "2026-12-31")).bars()).isEmpty();
  }

  @Test
  void whatFindsNoLaneIsCounted() {
    Timeline.Held[] many = new Timeline.Held[15];
    for (int i = 0; i < many.length; i++) {
      many[i] = held(i, "2027-05-03", "2027-05-07");
    }
    Timeline.Row row = row("2027", many);

    assertThat(row.bars()).hasSize(Timeline.MOST_LANES);
    assertThat(row.more()).isEqualTo(3);
    assertThat(row.count()).isEqualTo(15);
    assertThat(row.moreAddress()).isEqualTo("/more");
  }

  @Test
  void aMonthHasAColumnForEachDay() {
    Period march = Period.of("2027-03").orElseThrow();
    assertThat(Timeline.columns(march)).isEqualTo(31);
    assertThat(Timeline.heads(march, String::valueOf)).hasSize(31);
    assertThat(row("2027-03", held(1, "2027-03-08", "2027-03-12")).bars())
        .extracting(Timeline.Bar::place)
        .containsExactly("s8 w7 l1 n5");
  }

  @Test
  void theHeadsOfAYearCoverAllItsWeeks() {
    for (String text : List.of("2024", "2027", "2028", "2032")) {
      Period year = Period.of(text).orElseThrow();
      List<Timeline.Head> heads = Timeline.heads(year, String::valueOf);
      assertThat(heads).hasSize(12);
      assertThat(heads.get(0).column()).isOne();
      for (int i = 1; i < 12; i++) {
        assertThat(heads.get(i).column())
            .isEqualTo(heads.get(i - 1).column() + heads.get(i - 1).length());
      }
      assertThat(heads.get(11).column() + heads.get(11).length() - 1)
          .isEqualTo(Timeline.columns(year))
          .isLessThanOrEqualTo(54);
    }
  }

  @Test
  void anAddressSaysAllThatIsLookedAt() {
    CalendarAddress asked =
        new CalendarAddress(
            "/calendar",
            View.MONTH,
            Period.of("2026-12").orElseThrow(),
            Map.of("region", "WCA"),
            null,
            "Africa/Abidjan");

    assertThat(asked.text())
        .isEqualTo("/calendar?view=month&period=2026-12&region=WCA&zone=Africa%2FAbidjan");
    assertThat(asked.in(View.WEEK, TODAY).text())
        .isEqualTo("/calendar?view=week&period=2026-W50&region=WCA&zone=Africa%2FAbidjan");
    assertThat(asked.in(View.TIMELINE, TODAY).text()).contains("period=2026-12");
    assertThat(asked.in(View.YEAR, TODAY).text()).contains("period=2026&");
    assertThat(asked.without("region").text()).doesNotContain("WCA");
    assertThat(asked.with(View.AGENDA, null).text())
        .isEqualTo("/calendar?region=WCA&zone=Africa%2FAbidjan");
    assertThat(asked.choosing("theme", "HS").by("theme").text())
        .as("rows are a matter of the timeline")
        .doesNotContain("rows=");
    assertThat(asked.in(View.TIMELINE, TODAY).by("theme").text()).contains("rows=theme");
    assertThat(asked.text("cursor", "a&b")).endsWith("&cursor=a%26b");
  }

  private static DayPlan plan(
      ReaderClocks clocks, String first, String last, SessionSummary... sessions) {
    return new DayPlan(List.of(sessions), clocks, day(first), day(last));
  }

  private static Timeline.Row row(String period, Timeline.Held... held) {
    return Timeline.row("Row", null, List.of(held), Period.of(period).orElseThrow(), "/more");
  }

  private static Timeline.Held held(long id, String first, String last) {
    return new Timeline.Held(
        new ShownSession(id, "Course", "en", "ev", "", "", "", ""), day(first), day(last));
  }

  private static SessionSummary session(long id, String first, String last) {
    return new SessionSummary(
        facts(id, first, last), new CourseTitle(1, "C", "Course", "en"), Occupancy.NOBODY);
  }

  private static SessionFacts facts(long id, String first, String last) {
    ZoneId zone = ZoneId.of("Africa/Abidjan");
    Instant starts = day(first).atTime(9, 0).atZone(zone).toInstant();
    Instant ends = day(last).atTime(16, 0).atZone(zone).toInstant();
    return new SessionFacts(
        id,
        "S-" + id,
        1,
        "DEMO-RTC-XS1",
        "WCA",
        "HS",
        Timing.DATED,
        day(first),
        day(last),
        null,
        time("09:00"),
        time("16:00"),
        zone.getId(),
        starts,
        ends,
        "Hall",
        "",
        12,
        "en",
        Chain.NONE,
        null,
        false,
        SessionState.PUBLISHED,
        0,
        starts);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static LocalTime time(String text) {
    return LocalTime.parse(text);
  }
}
