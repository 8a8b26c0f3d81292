package org.portolan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.catalog.Validity;

class CourseDaysTest {
  private static final LocalDate FIRST = LocalDate.of(2028, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2028, 12, 31);
  private static final Validity YEAR = new Validity(FIRST, LAST);
  private static final String FROM = "calendar.problem.validity.from";
  private static final String UNTIL = "calendar.problem.validity.until";

  private final CourseDays days = new CourseDays(YEAR);

  @Test
  void eachDayOutsideIsSaidBesideItsField() {
    assertThat(days.problems(FIRST, LAST)).isEmpty();
    assertThat(days.problems(FIRST.minusDays(1), LAST)).isEqualTo(Map.of("firstDay", FROM));
    assertThat(days.problems(FIRST, LAST.plusDays(1))).isEqualTo(Map.of("lastDay", UNTIL));
    assertThat(days.problems(FIRST.minusDays(1), LAST.plusDays(1))).hasSize(2);
    assertThat(days.problems(null, null)).isEmpty();
  }

  @Test
  void whatIsRefusedNamesTheDaysOfTheCourse() {
    InvalidPlan refused =
        catchThrowableOfType(InvalidPlan.class, () -> days.require(LAST, LAST.plusDays(1)));
    assertThat(refused.problems()).isEqualTo(Map.of("lastDay", UNTIL));
    assertThat(refused.validity()).isEqualTo(YEAR);
    assertThatCode(() -> days.require(FIRST, LAST)).doesNotThrowAnyException();
  }

  @Test
  void ofACopyTheFirstDayIsToBeMended() {
    InvalidPlan late =
        catchThrowableOfType(InvalidPlan.class, () -> days.requireOfCopy(plan(LAST, 2)));
    assertThat(late.problems()).isEqualTo(Map.of("firstDay", UNTIL));
    InvalidPlan early =
        catchThrowableOfType(
            InvalidPlan.class, () -> days.requireOfCopy(plan(FIRST.minusDays(1), 366)));
    assertThat(early.problems()).isEqualTo(Map.of("firstDay", FROM));
    assertThatCode(() -> days.requireOfCopy(plan(FIRST, 366))).doesNotThrowAnyException();
  }

  private static SessionPlan plan(LocalDate first, int days) {
    return new SessionPlan(
        1L,
        first,
        first.plusDays(days - 1L),
        LocalTime.of(9, 0),
        LocalTime.of(16, 0),
        "Hall",
        "",
        20,
        List.of("en"),
        Chain.NONE,
        null,
        false);
  }
}
