package org.portolan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** By how many days the sessions of a year are later in the next. */
class CopyByTest {
  @Test
  void whateverTheDayItsCopyIsInTheNextYearOnTheSameWeekday() {
    for (LocalDate day = LocalDate.of(2026, 7, 1);
        day.isBefore(LocalDate.of(2034, 7, 1));
        day = day.plusDays(1)) {
      LocalDate copy = day.plusDays(CopyBy.WEEKS.days(day));
      assertThat(TrainingYear.of(copy)).as("%s", day).isEqualTo(TrainingYear.of(day).next());
      assertThat(copy.getDayOfWeek()).isEqualTo(day.getDayOfWeek());
      assertThat(TrainingYear.of(day.plusDays(CopyBy.DATES.days(day))))
          .as("%s", day)
          .isEqualTo(TrainingYear.of(day).next());
    }
  }

  @Test
  void theTwentyNinthOfFebruaryBecomesTheTwentyEighth() {
    LocalDate leap = LocalDate.of(2028, 2, 29);
    assertThat(leap.plusDays(CopyBy.DATES.days(leap))).isEqualTo("2029-02-28");
    assertThat(CopyBy.DATES.leaps(leap)).isTrue();
    assertThat(CopyBy.WEEKS.leaps(leap)).isFalse();
  }
}
