package org.portolan.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Days and times as people write them in a spreadsheet. */
class DayCellTest {
  @Test
  void threeFormatsAreOneDay() {
    assertThat(asked("2027-03-01")).isEqualTo("2027-03-01");
    assertThat(asked("2027/3/1")).isEqualTo("2027-03-01");
    assertThat(asked("1.3.2027")).isEqualTo("2027-03-01");
    assertThat(asked("13/03/2027")).isEqualTo("2027-03-13");
    assertThat(asked("03/13/2027")).isEqualTo("2027-03-13");
    assertThat(asked("03/03/2027")).isEqualTo("2027-03-03");
    assertThat(asked("13-3-2027")).isEqualTo("2027-03-13");
  }

  @Test
  void whatMayMeanTwoDaysIsRefusedUntilSomebodySaysWhich() {
    DayCell open = DayCell.read("03/04/2027", DayOrder.ASK);
    assertThat(open.problem()).isEqualTo("day-open");
    assertThat(open.iso()).isEqualTo("03/04/2027");
    assertThat(open.readings()).containsExactly("2027-04-03", "2027-03-04");
    assertThat(DayCell.read("03/04/2027", DayOrder.DAY_FIRST).iso()).isEqualTo("2027-04-03");
    assertThat(DayCell.read("03/04/2027", DayOrder.MONTH_FIRST).iso()).isEqualTo("2027-03-04");
    // whoever said that the day comes first is not read otherwise
    assertThat(DayCell.read("03/13/2027", DayOrder.DAY_FIRST).problem()).isEqualTo("day-none");
    // points stand where the day comes first, whatever was said
    assertThat(DayCell.read("3.4.2027", DayOrder.MONTH_FIRST).iso()).isEqualTo("2027-04-03");
  }

  @Test
  void aDayThatNoCalendarHasIsNone() {
    assertThat(DayCell.read("29/02/2027", DayOrder.ASK).problem()).isEqualTo("day-none");
    assertThat(asked("29/02/2028")).isEqualTo("2028-02-29");
    assertThat(DayCell.read("2027-02-30", DayOrder.ASK).problem()).isEqualTo("day-none");
    assertThat(DayCell.read("00.00.2027", DayOrder.ASK).problem()).isEqualTo("day-none");
    assertThat(DayCell.read("99/99/2027", DayOrder.ASK).problem()).isEqualTo("day-none");
  }

  @Test
  void otherTextIsNoDay() {
    for (String text : new String[] {"1/3/27", "March 1", "01/03-2027", "=A1", "46447"}) {
      assertThat(DayCell.read(text, DayOrder.ASK).problem()).as(text).isEqualTo("day");
    }
    assertThat(DayCell.read("", DayOrder.ASK).problem()).isNull();
    assertThat(DayOrder.of("day-first")).contains(DayOrder.DAY_FIRST);
    assertThat(DayOrder.of("DAY_FIRST")).isEmpty();
  }

  @Test
  void aTimeIsWrittenOrAPartOfADay() {
    assertThat(TimeCell.kept("9:00")).isEqualTo("09:00");
    assertThat(TimeCell.kept("09.30")).isEqualTo("09:30");
    assertThat(TimeCell.kept("9h30")).isEqualTo("09:30");
    assertThat(TimeCell.kept("16:30:00")).isEqualTo("16:30");
    assertThat(TimeCell.kept("0.375")).isEqualTo("09:00");
    assertThat(TimeCell.kept("0.3958333333333333")).isEqualTo("09:30");
    assertThat(TimeCell.kept("0.99999")).as("no day has a 24th hour").isEqualTo("0.99999");
    assertThat(TimeCell.time(TimeCell.kept("25:00"))).isFalse();
    assertThat(TimeCell.time(TimeCell.kept("9:61"))).isFalse();
    assertThat(TimeCell.time("23:59")).isTrue();
  }

  private static String asked(String cell) {
    return DayCell.read(cell, DayOrder.ASK).iso();
  }
}
