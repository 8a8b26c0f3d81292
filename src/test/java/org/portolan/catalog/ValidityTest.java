package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ValidityTest {
  private static final LocalDate FIRST = LocalDate.of(2028, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2028, 12, 31);

  @Test
  void itsFirstAndLastDayAreWithin() {
    Validity year = new Validity(FIRST, LAST);
    assertThat(year.mayBegin(FIRST)).isTrue();
    assertThat(year.mayBegin(FIRST.minusDays(1))).isFalse();
    assertThat(year.mayEnd(LAST)).isTrue();
    assertThat(year.mayEnd(LAST.plusDays(1))).isFalse();
    assertThat(year.limited()).isTrue();
  }

  @Test
  void whereNoDayIsNamedItIsOpen() {
    assertThat(new Validity(null, LAST).mayBegin(LocalDate.MIN)).isTrue();
    assertThat(new Validity(null, LAST).limited()).isTrue();
    assertThat(new Validity(FIRST, null).mayEnd(LocalDate.MAX)).isTrue();
    assertThat(new Validity(FIRST, null).limited()).isTrue();
    assertThat(Validity.ALWAYS.limited()).isFalse();
  }

  @Test
  void aSessionLiesWithinWithAllItsDays() {
    Validity year = new Validity(FIRST, LAST);
    assertThat(year.holds(session(FIRST, LAST))).isTrue();
    assertThat(year.holds(session(FIRST.minusDays(1), FIRST))).isFalse();
    assertThat(year.holds(session(LAST, LAST.plusDays(1)))).isFalse();
    assertThat(year.holds(session(null, null))).isTrue();
  }

  private static ComingSession session(LocalDate firstDay, LocalDate lastDay) {
    return new ComingSession(
        1,
        2,
        "S",
        false,
        "C",
        firstDay,
        lastDay,
        null,
        false,
        "Hall",
        "",
        "en",
        false,
        20,
        4,
        Entry.SEAT);
  }
}
