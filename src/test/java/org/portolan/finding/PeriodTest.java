package org.portolan.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2027, 2027, 2027-01-01, 2027-12-31",
    "2028-02, 2028-02, 2028-02-01, 2028-02-29",
    "2027-03-08, 2027-03-09, 2027-03-08, 2027-03-09"
  })
  void yearsMonthsAndDaysAreRead(String from, String to, LocalDate first, LocalDate last) {
    assertThat(Period.of(from, to)).isEqualTo(new Period(first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "27", "2027-13", "2027-02-30", "next year", "2027-3-8", "99999"})
  void whatIsNoDayIsNoLimit(String text) {
    assertThat(Period.of(text, text).open()).isTrue();
  }

  @Test
  void theLastDayIsIncluded() {
    assertThat(Period.of("2027", "2027").end()).isEqualTo("2028-01-01T00:00:00Z");
    assertThat(Period.ALWAYS.end()).isNull();
  }
}
