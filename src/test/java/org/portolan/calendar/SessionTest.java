package org.portolan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.catalog.CourseFacts;
import org.portolan.catalog.Validity;
import org.portolan.platform.i18n.LocalName;
import org.portolan.region.CentreSummary;

class SessionTest {
  private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");

  @Test
  void aDraftIsPublishedOnceAndNobodyIsToldOfItsChangesBefore() {
    Session session = draft("2027-03-08", "2027-03-12");
    assertThat(session.change(course(1), plan("2027-03-09", "2027-03-12"), NOW)).isFalse();
    assertThat(session.sequenceNumber()).isZero();
    session.publish(NOW);
    assertThat(session.state()).isEqualTo(SessionState.PUBLISHED);
    assertThatThrownBy(() -> session.publish(NOW)).isInstanceOf(NotPossible.class);
  }

  @Test
  void theSequenceNumberRisesWithEveryChangeAfterPublication() {
    Session session = draft("2027-03-08", "2027-03-12");
    session.publish(NOW);
    assertThat(session.change(course(1), plan("2027-03-15", "2027-03-19"), NOW)).isTrue();
    assertThat(session.sequenceNumber()).isEqualTo(1);
    session.cancel(NOW);
    assertThat(session.sequenceNumber()).isEqualTo(2);
  }

  @Test
  void aCancelledSessionStaysAsItIs() {
    Session session = draft("2027-03-08", "2027-03-12");
    session.publish(NOW);
    session.cancel(NOW);
    assertThatThrownBy(() -> session.change(course(1), plan("2027-03-15", "2027-03-19"), NOW))
        .isInstanceOf(NotPossible.class);
    assertThatThrownBy(() -> session.publish(NOW)).isInstanceOf(NotPossible.class);
    assertThatThrownBy(() -> session.cancel(NOW)).isInstanceOf(NotPossible.class);
  }

  @Test
  void whatBecomesOfItsRoomSaysNothingOfWhenItWasCancelled() {
    Session session = draft("2027-03-08", "2027-03-12");
    session.publish(NOW);
    assertThat(session.placed(new Place("Academy", "Hall"), NOW.plusSeconds(1))).isTrue();
    assertThat(session.facts().updatedAt()).isEqualTo(NOW.plusSeconds(1));
    session.cancel(NOW.plusSeconds(2));
    assertThat(session.placed(Place.NOWHERE, NOW.plusSeconds(3))).isTrue();
    assertThat(session.facts().updatedAt()).isEqualTo(NOW.plusSeconds(2));
    assertThat(session.sequenceNumber()).isEqualTo(2);
  }

  @Test
  void aDraftIsNotCancelledAndThePastIsNotPublished() {
    assertThatThrownBy(() -> draft("2027-03-08", "2027-03-12").cancel(NOW))
        .isInstanceOf(NotPossible.class);
    assertThatThrownBy(() -> draft("2026-12-07", "2026-12-11").publish(NOW))
        .isInstanceOf(NotPossible.class);
  }

  @Test
  void theCourseOfAPublishedSessionStays() {
    Session session = draft("2027-03-08", "2027-03-12");
    session.publish(NOW);
    assertThatThrownBy(() -> session.change(course(2), plan("2027-03-08", "2027-03-12"), NOW))
        .isInstanceOf(NotPossible.class);
  }

  @Test
  void timesAreThoseOfTheCentreAlsoAcrossAChangeOfTheClocks() {
    // clocks in Brussels go forward on Sunday 28 March 2027
    Session session = draft("2027-03-25", "2027-03-30");
    assertThat(session.startsAt()).isEqualTo(Instant.parse("2027-03-25T08:00:00Z"));
    assertThat(session.endsAt()).isEqualTo(Instant.parse("2027-03-30T14:30:00Z"));
  }

  @Test
  void aTimeThatClocksSkipIsCountedOnFromBeforeTheyJump() {
    LocalDate day = LocalDate.parse("2027-03-28");
    SessionTimes times =
        SessionTimes.daily(
            day, day, LocalTime.of(2, 30), LocalTime.of(9, 0), ZoneId.of("Europe/Brussels"));
    assertThat(times.startsAt()).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
  }

  @Test
  void aDayThatWouldEndBeforeItBeginsLastsAsLongAsOthers() {
    LocalDate day = LocalDate.parse("2027-03-28");
    SessionTimes times =
        SessionTimes.daily(
            day, day, LocalTime.of(2, 50), LocalTime.of(3, 20), ZoneId.of("Europe/Brussels"));
    assertThat(times.startsAt()).isEqualTo(Instant.parse("2027-03-28T01:50:00Z"));
    assertThat(times.endsAt()).isEqualTo(Instant.parse("2027-03-28T02:20:00Z"));
  }

  @Test
  void aDayThatTheCalendarOfAZoneLeftOutIsNone() {
    SessionTimes times =
        SessionTimes.daily(
            LocalDate.parse("2011-12-29"),
            LocalDate.parse("2011-12-31"),
            LocalTime.of(9, 0),
            LocalTime.of(16, 0),
            ZoneId.of("Pacific/Apia"));
    assertThat(times.days())
        .extracting(HeldDay::startsAt)
        .containsExactly(
            Instant.parse("2011-12-29T19:00:00Z"), Instant.parse("2011-12-30T19:00:00Z"));
  }

  @Test
  void aPlanSaysByFieldWhatIsWrong() {
    SessionPlan empty =
        new SessionPlan(
            null, null, null, null, null, null, null, null, List.of(), null, null, false);
    assertThat(empty.problems())
        .containsOnlyKeys(
            "course",
            "firstDay",
            "lastDay",
            "start",
            "end",
            "venue",
            "seats",
            "languages",
            "approval");
    assertThat(plan("2027-03-08", "2027-03-12").problems()).isEmpty();
    assertThat(plan("2027-03-12", "2027-03-08").problems()).containsOnlyKeys("lastDay");
  }

  @Test
  void whatHasNoDaysKeepsNoneThatWereTyped() {
    SessionPlan standing = plan(Timing.STANDING, 3);
    assertThat(standing.problems()).isEmpty();
    assertThat(standing.firstDay()).isNull();
    assertThat(standing.start()).isNull();
    assertThat(standing.seats()).isEqualTo(Timing.UNBOUNDED);
    assertThat(plan(Timing.UNDATED, 3).seats()).isEqualTo(3);
    assertThat(plan(Timing.UNDATED, null).problems()).containsOnlyKeys("seats");
    assertThat(plan(null, 3).problems()).containsOnlyKeys("timing");
  }

  @Test
  void aStandingEditionIsAlwaysOpenAndMayAlwaysBeCompleted() {
    Session session = Session.draft("S-1", centre(), course(1), plan(Timing.STANDING, 3), NOW);
    assertThat(session.facts().openAt(NOW)).isFalse();
    session.publish(NOW);
    Instant late = Instant.parse("2036-01-01T00:00:00Z");
    assertThat(session.facts().openAt(late)).isTrue();
    assertThat(session.facts().begunAt(late)).isFalse();
    assertThat(session.facts().completableAt(NOW)).isTrue();
  }

  @Test
  void anAnnouncedSessionOpensWhenItsDaysAreSet() {
    Session session = Session.draft("S-1", centre(), course(1), plan(Timing.UNDATED, 3), NOW);
    session.publish(NOW);
    assertThat(session.facts().openAt(NOW)).isFalse();
    assertThat(session.facts().completableAt(NOW)).isFalse();
    session.change(course(1), plan("2027-03-08", "2027-03-12"), NOW);
    assertThat(session.facts().openAt(NOW)).isTrue();
    assertThat(session.startsAt()).isEqualTo(Instant.parse("2027-03-08T08:00:00Z"));
    assertThatThrownBy(() -> session.change(course(1), plan(Timing.UNDATED, 3), NOW))
        .asInstanceOf(type(InvalidPlan.class))
        .extracting(InvalidPlan::problems)
        .isEqualTo(Map.of("timing", "calendar.problem.timing.published"));
  }

  @Test
  void anAnnouncedSessionIsNotGivenDaysInThePast() {
    Session session = Session.draft("S-1", centre(), course(1), plan(Timing.UNDATED, 3), NOW);
    session.publish(NOW);
    assertThatThrownBy(() -> session.change(course(1), plan("2026-01-05", "2026-01-06"), NOW))
        .asInstanceOf(type(InvalidPlan.class))
        .extracting(InvalidPlan::problems)
        .isEqualTo(Map.of("firstDay", "calendar.problem.begun"));
  }

  @Test
  void yearsThatNoCalendarShowsAreNoYears() {
    assertThat(plan("+12345-01-01", "+12345-01-02").problems())
        .containsOnly(
            entry("firstDay", "calendar.problem.years"),
            entry("lastDay", "calendar.problem.years"));
    assertThat(plan("1999-12-31", "2000-01-01").problems())
        .containsOnly(entry("firstDay", "calendar.problem.years"));
    assertThat(plan("2037-12-31", "2037-12-31").problems()).isEmpty();
    assertThat(plan("2037-12-31", "2038-01-01").problems())
        .containsOnly(entry("lastDay", "calendar.problem.years"));
  }

  @Test
  void aPublishedSessionIsNotMovedIntoThePast() {
    Session session = draft("2027-03-08", "2027-03-12");
    session.publish(NOW);
    assertThatThrownBy(() -> session.change(course(1), plan("2026-12-28", "2027-03-12"), NOW))
        .asInstanceOf(type(InvalidPlan.class))
        .extracting(InvalidPlan::problems)
        .isEqualTo(Map.of("firstDay", "calendar.problem.begun"));
    assertThat(session.startsAt()).isEqualTo(Instant.parse("2027-03-08T08:00:00Z"));
    assertThat(session.sequenceNumber()).isZero();
  }

  @Test
  void aSessionThatHasBegunMayStillChangeWithItsStartAsItWas() {
    Session session = draft("2027-03-08", "2027-03-12");
    session.publish(NOW);
    Instant wednesday = Instant.parse("2027-03-10T12:00:00Z");
    assertThat(session.change(course(1), plan("2027-03-08", "2027-03-11"), wednesday)).isTrue();
  }

  @Test
  void whereItIsHeldStandsOnOneLine() {
    SessionPlan typed =
        new SessionPlan(
            1L,
            null,
            null,
            null,
            null,
            " Hall\r\nB\u0007 of\u2028the\u0085port ",
            "\u0000",
            1,
            List.of(),
            null,
            null,
            false);
    assertThat(typed.venue()).isEqualTo("Hall  B  of the port");
    assertThat(typed.room()).isEmpty();
  }

  @Test
  void whatWasStoredBeforeStandsOnOneLineToo() {
    SessionFacts facts = draft("2027-03-08", "2027-03-12").facts();
    SessionFacts old =
        new SessionFacts(
            1,
            facts.code(),
            1,
            facts.centreCode(),
            facts.regionCode(),
            facts.themeCode(),
            facts.timing(),
            facts.firstDay(),
            facts.lastDay(),
            facts.applyBy(),
            facts.dayStart(),
            facts.dayEnd(),
            facts.zone(),
            facts.startsAt(),
            facts.endsAt(),
            "Hall\u0007B",
            "1\n2",
            1,
            "en",
            facts.approval(),
            facts.donor(),
            false,
            facts.state(),
            0,
            facts.updatedAt());
    assertThat(old.venue()).isEqualTo("Hall B");
    assertThat(old.room()).isEqualTo("1 2");
  }

  @Test
  void peopleApplyUntilTheEndOfTheClosingDayAndSeatsGoOnUntilTheStart() {
    Session session = draft(closing("2027-02-20"));
    session.publish(NOW);
    Instant lastMoment = Instant.parse("2027-02-20T22:59:59Z");
    assertThat(session.facts().openAt(lastMoment)).isTrue();
    assertThat(session.facts().closedAt(lastMoment)).isFalse();
    Instant after = lastMoment.plusSeconds(1);
    assertThat(session.facts().openAt(after)).isFalse();
    assertThat(session.facts().closedAt(after)).isTrue();
    assertThat(session.facts().aheadAt(after)).isTrue();
    assertThat(session.facts().beginsAt()).isEqualTo(session.startsAt());
    assertThat(session.facts().aheadAt(session.startsAt())).isFalse();
    assertThat(session.facts().closedAt(session.startsAt())).isFalse();
  }

  @Test
  void theClosingDayIsTheFirstDayAtTheLatest() {
    assertThat(closing("2027-03-08").problems()).isEmpty();
    assertThat(closing("2027-03-09").problems())
        .containsOnly(entry("applyBy", "calendar.problem.applyBy.late"));
    assertThat(closing("2038-01-01").problems())
        .containsOnly(entry("applyBy", "calendar.problem.years"));
    LocalDate day = LocalDate.parse("2027-02-20");
    assertThat(plan(Timing.STANDING, 3).withApplyBy(day).problems()).isEmpty();
    assertThat(plan(Timing.STANDING, 3).withApplyBy(day).applyBy()).isEqualTo(day);
    assertThat(plan(Timing.UNDATED, 3).withApplyBy(day).problems())
        .containsOnly(entry("applyBy", "calendar.problem.applyBy.undated"));
  }

  @Test
  void aClosingDayThatIsOverIsNotChosenButStays() {
    assertThatThrownBy(() -> draft(closing("2026-12-31")))
        .asInstanceOf(type(InvalidPlan.class))
        .extracting(InvalidPlan::problems)
        .isEqualTo(Map.of("applyBy", "calendar.problem.applyBy.past"));
    Session session = draft(closing("2027-01-01"));
    session.publish(NOW);
    Instant later = NOW.plusSeconds(86_400);
    assertThat(session.change(course(1), closing("2027-01-01"), later)).isTrue();
    assertThatThrownBy(() -> session.change(course(1), closing("2026-12-31"), later))
        .isInstanceOf(InvalidPlan.class);
    assertThat(session.change(course(1), closing("2027-01-02"), later)).isTrue();
    assertThat(session.facts().applyBy()).isEqualTo("2027-01-02");
  }

  @Test
  void whatNobodyCouldApplyForIsNotPublished() {
    Session session = draft(closing("2027-01-01"));
    assertThatThrownBy(() -> session.publish(NOW.plusSeconds(86_400)))
        .isInstanceOf(NotPossible.class)
        .hasMessage("calendar.refused.closed");
    assertThat(session.state()).isEqualTo(SessionState.DRAFT);
  }

  @Test
  void whatWeDidNotWriteIsNoCursor() {
    Cursor cursor = new Cursor(NOW, 17);
    assertThat(Cursor.of(cursor.text())).contains(cursor);
    assertThat(Cursor.of(null)).isEmpty();
    assertThat(Cursor.of("' or 1=1")).isEmpty();
  }

  private static Session draft(String first, String last) {
    return draft(plan(first, last));
  }

  private static Session draft(SessionPlan plan) {
    return Session.draft("S-1", centre(), course(1), plan, NOW);
  }

  private static SessionPlan closing(String day) {
    return plan("2027-03-08", "2027-03-12").withApplyBy(LocalDate.parse(day));
  }

  private static SessionPlan plan(String first, String last) {
    return new SessionPlan(
        1L,
        LocalDate.parse(first),
        LocalDate.parse(last),
        LocalTime.of(9, 0),
        LocalTime.of(16, 30),
        "Academy",
        "Room B",
        24,
        List.of("fr", "en"),
        Chain.COORDINATOR,
        null,
        false);
  }

  private static SessionPlan plan(Timing timing, Integer seats) {
    return new SessionPlan(
        1L,
        timing,
        LocalDate.parse("2027-03-08"),
        LocalDate.parse("2027-03-12"),
        null,
        LocalTime.of(9, 0),
        LocalTime.of(16, 30),
        "",
        "",
        seats,
        List.of("fr"),
        Chain.COORDINATOR,
        null,
        true);
  }

  private static CourseFacts course(long id) {
    return new CourseFacts(
        id,
        "C" + id,
        "DEMO",
        "EUR",
        "HS",
        "basic",
        "workshop",
        30,
        "operational",
        null,
        Validity.ALWAYS);
  }

  private static CentreSummary centre() {
    LocalName name = new LocalName("C", "C", "C", "C", "C", "C");
    return new CentreSummary(
        "DEMO", "RTC", "EUR", "XN", "City", 0, 0, "Europe/Brussels", "en fr", null, name, true);
  }
}
