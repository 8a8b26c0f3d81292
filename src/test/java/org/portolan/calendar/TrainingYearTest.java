package org.portolan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class TrainingYearTest {
  @Test
  void aYearGoesFromJulyToJune() {
    assertThat(TrainingYear.of(LocalDate.parse("2026-06-30"))).isEqualTo(new TrainingYear(2025));
    assertThat(TrainingYear.of(LocalDate.parse("2026-07-01"))).isEqualTo(new TrainingYear(2026));
    TrainingYear year = new TrainingYear(2027);
    assertThat(year.from()).isEqualTo("2027-07-01");
    assertThat(year.to()).isEqualTo("2028-06-30");
    assertThat(year.months()).hasSize(12).startsWith(YearMonth.of(2027, 7));
    assertThat(year.label()).isEqualTo("2027/28");
    assertThat(new TrainingYear(1999).label()).isEqualTo("1999/00");
    assertThat(year.next().before()).isEqualTo(year);
  }

  @Test
  void anAddressNamesAYearThatCalendarsShow() {
    assertThat(TrainingYear.read("2026")).contains(new TrainingYear(2026));
    assertThat(TrainingYear.read(null)).isEmpty();
    assertThat(TrainingYear.read("26")).isEmpty();
    assertThat(TrainingYear.read("2037")).isEmpty();
    assertThat(TrainingYear.read("'+1--")).isEmpty();
  }
}
