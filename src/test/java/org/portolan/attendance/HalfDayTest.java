package org.portolan.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portolan.approval.Chain;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.Slots;
import org.portolan.calendar.Timing;

class HalfDayTest {
  private static final LocalDate DAY = LocalDate.of(2027, 3, 8);

  @ParameterizedTest
  @CsvSource({
    "09:00, 17:00, am pm",
    "09:00, 12:30, am",
    "09:00, 13:00, am",
    "13:30, 18:00, pm",
    "12:00, 12:45, pm",
    "11:59, 13:01, am pm"
  })
  void aDayHasTheHalvesThatItsHoursReach(LocalTime start, LocalTime end, String halves) {
    assertThat(
            HalfDay.of(session(DAY, DAY, start, end, "Africa/Dakar")).stream()
                .map(half -> half.code().substring(11)))
        .containsExactly(halves.split(" "));
  }

  @Test
  void theyGoByTheClocksOfTheCentre() {
    List<HalfDay> halves =
        HalfDay.of(
            session(DAY, DAY.plusDays(1), LocalTime.of(9, 0), LocalTime.of(17, 0), "Asia/Tokyo"));
    assertThat(halves.stream().map(HalfDay::code))
        .containsExactly("2027-03-08-am", "2027-03-08-pm", "2027-03-09-am", "2027-03-09-pm");
    assertThat(halves.get(1).startsAt()).isEqualTo(Instant.parse("2027-03-08T04:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2027-03-08 09:00-12:00 14:00-17:00; 2027-03-10 09:00-12:00 | 08-am 08-pm 10-am",
        "2027-03-08 09:00-10:00 11:00-12:00 | 08-am",
        "2027-03-08 09:00-12:30 12:45-17:00 | 08-am 08-pm",
        "2027-03-08 09:00-14:00 15:00-17:00 | 08-am 08-pm"
      })
  void itIsCalledForHalfDaysOnWhichTheSessionIsHeld(String slots, String halves) {
    SessionFacts session =
        session(DAY, DAY, LocalTime.of(9, 0), LocalTime.of(17, 0), "UTC")
            .inSlots(Slots.read(slots).orElseThrow());
    List<HalfDay> found = HalfDay.of(session);
    assertThat(found.stream().map(half -> half.code().substring(8)))
        .containsExactly(halves.split(" "));
    assertThat(found.get(0).startsAt()).isEqualTo(session.startsAt());
    assertThat(found.get(found.size() - 1).endsAt()).isEqualTo(session.endsAt());
  }

  private static SessionFacts session(
      LocalDate first, LocalDate last, LocalTime start, LocalTime end, String zone) {
    return new SessionFacts(
        1,
        "DEMO",
        1,
        "C",
        "WCA",
        "T",
        Timing.DATED,
        first,
        last,
        null,
        start,
        end,
        zone,
        first.atTime(start).atZone(ZoneId.of(zone)).toInstant(),
        last.atTime(end).atZone(ZoneId.of(zone)).toInstant(),
        "Hall",
        "",
        10,
        "en",
        Chain.NONE,
        null,
        false,
        SessionState.PUBLISHED,
        0,
        Instant.EPOCH);
  }
}
