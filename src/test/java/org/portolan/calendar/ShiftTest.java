package org.portolan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;

class ShiftTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-26");

  private static SessionFacts facts(Timing timing, String first, String last) {
    boolean dated = timing == Timing.DATED;
    ZoneId zone = ZoneId.of("Europe/Brussels");
    LocalDate day = LocalDate.parse(first);
    LocalTime start = LocalTime.of(9, 0);
    return new SessionFacts(
        1,
        "S-1",
        1,
        "DEMO",
        "EUR",
        "HS",
        timing,
        dated ? day : null,
        dated ? LocalDate.parse(last) : null,
        dated ? LocalDate.parse("2027-02-20") : null,
        dated ? start : null,
        dated ? LocalTime.of(16, 30) : null,
        zone.getId(),
        dated ? day.atTime(start).atZone(zone).toInstant() : null,
        dated ? LocalDate.parse(last).atTime(16, 30).atZone(zone).toInstant() : null,
        "Hall",
        "",
        20,
        "fr en",
        Chain.COORDINATOR,
        null,
        false,
        SessionState.PUBLISHED,
        3,
        Instant.EPOCH);
  }

  private static Shift asked(String firstDay, Long days) {
    return Shift.asked(
        facts(Timing.DATED, "2027-03-08", "2027-03-12"),
        firstDay == null ? null : LocalDate.parse(firstDay),
        days);
  }

  private static Map<String, String> refused(String firstDay, Long days) {
    Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(() -> asked(firstDay, days));
    return ((InvalidPlan) thrown).problems();
  }

  @Test
  void allDaysAreLaterByAsManyAndTimesOfDayStay() {
    SessionPlan plan = asked(null, 28L).plan(TODAY);
    assertThat(plan.firstDay()).isEqualTo("2027-04-05");
    assertThat(plan.lastDay()).isEqualTo("2027-04-09");
    assertThat(plan.start()).isEqualTo("09:00");
    assertThat(plan.languages()).containsExactly("fr", "en");
    assertThat(plan.problems()).isEmpty();
    assertThat(asked("2027-04-05", null)).isEqualTo(asked(null, 28L));
    assertThat(asked("2027-04-05", 28L)).isEqualTo(asked(null, 28L));
    assertThat(asked(null, -7L).plan(TODAY).firstDay()).isEqualTo("2027-03-01");
  }

  @Test
  void theClosingDayIsLaterByAsManyUnlessItWouldBeOver() {
    assertThat(asked(null, 28L).plan(TODAY).applyBy()).isEqualTo("2027-03-20");
    assertThat(asked(null, -86L).plan(TODAY).applyBy()).isEqualTo(TODAY);
    assertThat(asked(null, -87L).plan(TODAY).applyBy()).isNull();
    assertThat(asked(null, -87L).problems(TODAY)).isEmpty();
    SessionFacts first = facts(Timing.DATED, "2027-03-08", "2027-03-12");
    assertThat(Copied.of(first, first).closingLeftOut()).isFalse();
    SessionFacts undated = facts(Timing.UNDATED, "2027-03-08", "2027-03-12");
    assertThat(Copied.of(first, undated).closingLeftOut()).isTrue();
    assertThat(Copied.of(undated, undated).closingLeftOut()).isFalse();
  }

  @Test
  void whatCannotBeIsSaid() {
    assertThat(refused(null, null)).containsEntry("firstDay", "calendar.problem.copy.none");
    assertThat(refused("2027-04-05", 27L)).containsEntry("days", "calendar.problem.copy.both");
    assertThat(refused(null, 999_999L)).containsEntry("days", "calendar.problem.years");
    for (String far : List.of("+999999999-12-31", "-999999999-01-01", "2038-01-01", "1999-12-31")) {
      assertThat(refused(far, null)).containsEntry("firstDay", "calendar.problem.years");
    }
    assertThat(asked("2037-12-30", null).problems(TODAY))
        .containsEntry("firstDay", "calendar.problem.years");
    assertThat(asked("2026-11-26", null).problems(TODAY))
        .containsEntry("firstDay", "calendar.problem.copy.past");
    assertThat(asked("2026-11-27", null).problems(TODAY)).isEmpty();
  }

  @Test
  void whatHasNoDaysIsCopiedWithoutAny() {
    Shift shift =
        Shift.asked(facts(Timing.STANDING, "2027-03-08", "2027-03-08"), TODAY.minusYears(1), 5L);
    assertThat(shift.days()).isZero();
    assertThat(shift.problems(TODAY)).isEmpty();
    assertThat(shift.plan(TODAY).timing()).isEqualTo(Timing.STANDING);
  }

  @Test
  void itIsSaidWhenClocksChangeBetweenTheTwo() {
    SessionFacts winter = facts(Timing.DATED, "2027-03-08", "2027-03-12");
    SessionFacts summer = facts(Timing.DATED, "2027-04-05", "2027-04-09");
    Copied copied = Copied.of(winter, summer);
    assertThat(copied.clocksChange()).isTrue();
    assertThat(copied.from()).hasToString("+01:00");
    assertThat(copied.to()).hasToString("+02:00");
    assertThat(Copied.of(winter, facts(Timing.DATED, "2027-03-15", "2027-03-19")).clocksChange())
        .isFalse();
    assertThat(Copied.of(winter, facts(Timing.UNDATED, "2027-03-15", "2027-03-19")).clocksChange())
        .isFalse();
  }

  @Test
  void slotsMoveWithTheDays() {
    SessionFacts of =
        facts(Timing.DATED, "2027-03-08", "2027-03-12")
            .inSlots(
                Slots.read("2028-02-29 09:00-12:00 14:00-17:00; 2028-03-02 09:00-12:00")
                    .orElseThrow());
    assertThat(Shift.asked(of, null, 7L).plan(TODAY).slots().text())
        .isEqualTo("2028-03-07 09:00-12:00 14:00-17:00; 2028-03-09 09:00-12:00");
    // 29 February becomes the 28th, and what follows stays as far behind it
    SessionPlan next = new Shift(of, CopyBy.DATES.days(of.firstDay())).plan(TODAY);
    assertThat(next.slots().text())
        .isEqualTo("2029-02-28 09:00-12:00 14:00-17:00; 2029-03-02 09:00-12:00");
    assertThat(next.firstDay()).isEqualTo("2029-02-28");
    assertThat(next.lastDay()).isEqualTo("2029-03-02");
  }
}
