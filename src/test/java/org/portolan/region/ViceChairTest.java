package org.portolan.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViceChairTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 30);

  @Test
  void aTermRunsToTheEndOfItsLastMonthOrYear() {
    assertThat(term("2022", "2024-06", null).runsOn(DAY)).isTrue();
    assertThat(term("2022", "2024-06", null).runsOn(DAY.plusDays(1))).isFalse();
    assertThat(term("2022", "2024", null).runsOn(LocalDate.of(2024, 12, 31))).isTrue();
    assertThat(term("2022", "2024", null).runsOn(LocalDate.of(2025, 1, 1))).isFalse();
  }

  @Test
  void aTermBeginsWithTheFirstDayOfItsFirstMonthOrYear() {
    assertThat(term("2024-07", null, null).runsOn(DAY)).isFalse();
    assertThat(term("2024-07", null, null).runsOn(DAY.plusDays(1))).isTrue();
    assertThat(term("2024", null, null).runsOn(LocalDate.of(2024, 1, 1))).isTrue();
  }

  @Test
  void aReportAloneDoesNotMakeATermThatGoesOn() {
    assertThat(term(null, null, "2024").runsOn(DAY)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2022,2024,2024,2026,false",
        "2022,2024-06,2024,-,false",
        "2022,2024-06,2024-06,-,false",
        "2022,2024-06,2024-05,-,true",
        "2022,2024,2023,2026,true",
        "2022,-,2024,2026,true",
        "2022,-,2020,2022,false",
        "2022,-,-,2026,false"
      })
  void aRegionHasOneViceChairAtATime(
      String since, String until, String next, String end, boolean overlap) {
    ViceChair first = term(since, until, null);
    ViceChair second = term(next, end, null);
    assertThat(first.overlaps(second)).isEqualTo(overlap);
    assertThat(second.overlaps(first)).isEqualTo(overlap);
  }

  @Test
  void aYearStaysAYear() {
    assertThat(PartialDate.of("2024")).hasToString("2024");
    assertThat(PartialDate.of("2024-06")).hasToString("2024-06");
    assertThat(PartialDate.of(null)).isNull();
  }

  private static ViceChair term(String since, String until, String seen) {
    return new ViceChair(
        "T", "AMS", "XM", PartialDate.of(since), PartialDate.of(until), PartialDate.of(seen), true);
  }
}
