package org.portolan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.catalog.CourseFacts;
import org.portolan.catalog.Validity;

class SessionDefaultsTest {
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime FOUR = LocalTime.of(16, 0);

  private static CourseFacts course(String mode) {
    return new CourseFacts(
        1, "C", "DEMO", "EUR", "HS", "basic", mode, 7, "manager", null, Validity.ALWAYS);
  }

  private static SessionDefaults said(Timing timing, Integer days, Integer seats) {
    return new SessionDefaults(
        timing, days, NINE, FOUR, "", "", false, seats, List.of(), Chain.COORDINATOR, null);
  }

  private static Map<String, String> problems(SessionDefaults said) {
    return said.problems(course("workshop"));
  }

  @Test
  void whatTheHouseHasIsWithoutFault() {
    assertThat(problems(SessionDefaults.HOUSE)).isEmpty();
  }

  @Test
  void lengthVenueAndLanguagesMayBeLeftOpen() {
    assertThat(problems(said(Timing.DATED, null, 20))).isEmpty();
  }

  @Test
  void aSessionLastsADayAtLeastAndAYearAtMost() {
    for (int days : new int[] {1, 366}) {
      assertThat(problems(said(Timing.DATED, days, 20))).as("%d", days).isEmpty();
    }
    for (int days : new int[] {Integer.MIN_VALUE, -1, 0, 367, Integer.MAX_VALUE}) {
      assertThat(problems(said(Timing.DATED, days, 20)))
          .as("%d", days)
          .isEqualTo(Map.of("days", "calendar.problem.length"));
    }
  }

  @Test
  void theRulesOfAPlanHoldForTheRest() {
    SessionDefaults wrong =
        new SessionDefaults(
            Timing.DATED,
            2,
            FOUR,
            NINE,
            "v".repeat(161),
            "r".repeat(121),
            false,
            0,
            List.of("xx"),
            Chain.of(Approver.DONOR),
            null);
    assertThat(problems(wrong))
        .containsOnlyKeys("end", "venue", "room", "seats", "languages", "donor");
    assertThat(
            problems(
                new SessionDefaults(
                    null, 2, NINE, FOUR, "", "", false, null, List.of(), null, null)))
        .containsOnlyKeys("timing", "seats", "approval");
  }

  @Test
  void onlyWhatIsSelfPacedStands() {
    SessionDefaults standing = said(Timing.STANDING, 3, null);
    assertThat(standing.days()).isNull();
    assertThat(standing.start()).isNull();
    assertThat(standing.seats()).isEqualTo(Timing.UNBOUNDED);
    assertThat(standing.problems(course("self-paced"))).isEmpty();
    assertThat(problems(standing)).isEqualTo(Map.of("timing", "calendar.problem.timing.standing"));
  }

  @Test
  void theLastDayFollowsFromTheFirstAndTheLength() {
    LocalDate monday = LocalDate.parse("2027-03-08");
    assertThat(said(Timing.DATED, 5, 20).lastDay(monday)).isEqualTo("2027-03-12");
    assertThat(said(Timing.DATED, 1, 20).lastDay(monday)).isEqualTo(monday);
    assertThat(said(Timing.DATED, null, 20).lastDay(monday)).isNull();
    assertThat(said(Timing.DATED, 5, 20).lastDay(null)).isNull();
  }

  @Test
  void aFirstDayInNoYearOfAPlanIsLeftToThePlan() {
    for (LocalDate far : List.of(LocalDate.MAX, LocalDate.MIN)) {
      assertThat(said(Timing.DATED, 5, 20).lastDay(far)).isEqualTo(far);
    }
  }

  @Test
  void anotherCentreHasRoomsOfItsOwn() {
    SessionDefaults here =
        new SessionDefaults(
            Timing.DATED,
            5,
            NINE,
            FOUR,
            "Main hall",
            "Room 2",
            true,
            20,
            List.of("fr"),
            Chain.NONE,
            "DONOR");
    assertThat(here.elsewhere())
        .isEqualTo(
            new SessionDefaults(
                Timing.DATED, 5, NINE, FOUR, "", "", true, 20, List.of("fr"), Chain.NONE, "DONOR"));
  }
}
