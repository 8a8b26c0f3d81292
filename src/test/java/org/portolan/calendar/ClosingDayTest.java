package org.portolan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ClosingDayTest {
  private static final LocalDate DAY = LocalDate.parse("2027-02-20");

  @Test
  void itLastsUntilItsEndOnTheClocksOfTheCentre() {
    ClosingDay brussels = ClosingDay.of(DAY, "Europe/Brussels");
    assertThat(brussels.overAt(Instant.parse("2027-02-20T22:59:59.999Z"))).isFalse();
    assertThat(brussels.overAt(Instant.parse("2027-02-20T23:00:00Z"))).isTrue();
    ClosingDay kiritimati = ClosingDay.of(DAY, "Pacific/Kiritimati");
    assertThat(kiritimati.overAt(Instant.parse("2027-02-20T09:59:59.999Z"))).isFalse();
    assertThat(kiritimati.overAt(Instant.parse("2027-02-20T10:00:00Z"))).isTrue();
  }

  @Test
  void itEndsWhenTheNextDayBeginsAlsoWhereThatHasNoMidnight() {
    // clocks in Beirut go from midnight to one on 28 March 2027
    ClosingDay beirut = ClosingDay.of(LocalDate.parse("2027-03-27"), "Asia/Beirut");
    assertThat(beirut.overAt(Instant.parse("2027-03-27T21:59:59.999Z"))).isFalse();
    assertThat(beirut.overAt(Instant.parse("2027-03-27T22:00:00Z"))).isTrue();
  }

  @Test
  void whereThereIsNoneNothingIsOver() {
    assertThat(ClosingDay.of(null, "UTC")).isEqualTo(ClosingDay.NONE);
    assertThat(ClosingDay.NONE.overAt(Timing.NEVER)).isFalse();
  }
}
