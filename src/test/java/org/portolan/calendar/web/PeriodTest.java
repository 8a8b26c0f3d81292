package org.portolan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2026,2026-01-01,2026-12-31,2025,2027",
    "2026-12,2026-12-01,2026-12-31,2026-11,2027-01",
    "2028-02,2028-02-01,2028-02-29,2028-01,2028-03",
    "2026-W53,2026-12-28,2027-01-03,2026-W52,2027-W01",
    "2027-W01,2027-01-04,2027-01-10,2026-W53,2027-W02",
    "2024-W01,2024-01-01,2024-01-07,2023-W52,2024-W02",
    "2026-12-01,2026-12-01,2026-12-01,2026-11-30,2026-12-02",
  })
  void aPeriodHasDaysAndNeighbours(
      String text, LocalDate first, LocalDate last, String previous, String next) {
    Period period = Period.of(text).orElseThrow();

    assertThat(period.first()).isEqualTo(first);
    assertThat(period.last()).isEqualTo(last);
    assertThat(period.previous().text()).isEqualTo(previous);
    assertThat(period.next().text()).isEqualTo(next);
    assertThat(period.text()).isEqualTo(text);
    assertThat(period.holds(first)).isTrue();
    assertThat(period.holds(last)).isTrue();
    assertThat(period.holds(last.plusDays(1))).isFalse();
    assertThat(period.holds(first.minusDays(1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "26",
        "1999",
        "2101-01",
        "2026-13",
        "2026-W00",
        "2027-W53",
        "2026-W60",
        "2027-02-29",
        "2026-12-01T00:00",
        "' or 1=1"
      })
  void whatIsNoPeriodIsNone(String text) {
    assertThat(Period.of(text)).isEmpty();
  }

  @Test
  void nothingIsNoPeriod() {
    assertThat(Period.of(null)).isEmpty();
  }

  @Test
  void anotherLengthShowsTodayWhereItCan() {
    LocalDate today = LocalDate.of(2026, 12, 9);
    Period year = Period.of("2026").orElseThrow();

    assertThat(year.as(Period.Length.MONTH, today).text()).isEqualTo("2026-12");
    assertThat(year.next().as(Period.Length.MONTH, today).text()).isEqualTo("2027-01");
    assertThat(Period.of("2026-12").orElseThrow().as(Period.Length.WEEK, today).text())
        .isEqualTo("2026-W50");
    assertThat(Period.of("2027-03").orElseThrow().as(Period.Length.YEAR, today).text())
        .isEqualTo("2027");
  }
}
