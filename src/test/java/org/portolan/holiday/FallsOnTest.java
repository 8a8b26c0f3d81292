package org.portolan.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FallsOnTest {
  private static List<LocalDate> days(String rule, String from, String to) {
    return FallsOn.of(rule).orElseThrow().days(LocalDate.parse(from), LocalDate.parse(to));
  }

  /**
   * Easter Sundays and feasts as almanacs print them; the latter by the calendar of Umm al-Qura.
   */
  @ParameterizedTest
  @CsvSource({
    "yearly:05-25,2027-05-25",
    "once:2027-03-08,2027-03-08",
    "easter:0,2027-03-28",
    "easter:1,2027-03-29",
    "easter:-48,2027-02-08",
    "islamic:ID_AL_FITR,2027-03-09",
    "islamic:ID_UL_ADHA,2027-05-16",
    "islamic:NEWYEAR,2027-06-06"
  })
  void aRuleFindsItsDay(String rule, String day) {
    assertThat(days(rule, "2027-01-01", "2027-12-31")).containsExactly(LocalDate.parse(day));
    assertThat(days(rule, day, day)).containsExactly(LocalDate.parse(day));
    assertThat(days(rule, LocalDate.parse(day).plusDays(1).toString(), "2027-12-31")).isEmpty();
    assertThat(days(rule, "2027-01-01", LocalDate.parse(day).minusDays(1).toString())).isEmpty();
  }

  @Test
  void aSpanOverNewYearHasTheDaysOfBothYears() {
    assertThat(days("yearly:01-01", "2026-12-20", "2027-01-10"))
        .containsExactly(LocalDate.parse("2027-01-01"));
    assertThat(days("yearly:12-26", "2026-12-20", "2028-01-10")).hasSize(2);
  }

  @Test
  void aFeastOfTheMoonComesTwiceInSomeYears() {
    // 1 Shawwal 1451 and 1 Shawwal 1452
    assertThat(days("islamic:ID_AL_FITR", "2033-01-01", "2033-12-31")).hasSize(2);
  }

  @Test
  void theLastDayOfFebruaryIsInLeapYearsOnly() {
    assertThat(days("yearly:02-29", "2027-01-01", "2028-12-31"))
        .containsExactly(LocalDate.parse("2028-02-29"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yearly:",
        "yearly:13-01",
        "yearly:02-30",
        "once:2027-02-30",
        "once:1999-12-31",
        "once:2051-01-01",
        "easter:",
        "easter:101",
        "easter:x",
        "islamic:ID_AL_FITR; DROP",
        "moon:1"
      })
  void whatFindsNoDayIsNoRule(String text) {
    assertThat(FallsOn.of(text)).isEmpty();
  }

  @Test
  void oneNameIsEnough() {
    HolidayEdit edit = new HolidayEdit(Map.of("fr", "Fête du Fleuve"), "yearly:05-25", false);
    assertThat(edit.problems()).isEmpty();
    assertThat(edit.name(org.portolan.platform.i18n.Language.RU)).isEqualTo("Fête du Fleuve");
    assertThat(new HolidayEdit(Map.of("en", " "), "x", false).problems())
        .containsOnlyKeys("name", "rule");
    assertThat(new HolidayEdit(Map.of("en", "a".repeat(121)), "yearly:05-25", false).problems())
        .containsEntry("name", "long");
  }

  @Test
  void theDayOfAFeastOfTheMoonIsAlwaysExpected() {
    assertThat(FallsOn.of("islamic:ARAFAAT").orElseThrow().followsMoon()).isTrue();
    assertThat(FallsOn.of("easter:1").orElseThrow().followsMoon()).isFalse();
  }
}
