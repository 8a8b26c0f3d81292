package org.portolan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaysOnClocksTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZoneId ABIDJAN = ZoneId.of("Africa/Abidjan");

  @Test
  void daysThatLookAlikeAreOneStretch() {
    assertThat(DaysOnClocks.of(days("2027-03-08", "2027-03-12", "09:00", "17:00", PARIS), PARIS))
        .containsExactly(stretch("2027-03-08", "2027-03-12", "09:00", "17:00", 0, 1));
  }

  @Test
  void whereClocksChangeMeanwhileTheOffsetIsAnother() {
    List<HeldDay> days = days("2027-03-26", "2027-03-30", "09:00", "17:00", PARIS);

    assertThat(DaysOnClocks.of(days, PARIS))
        .containsExactly(
            stretch("2027-03-26", "2027-03-27", "09:00", "17:00", 0, 1),
            stretch("2027-03-28", "2027-03-30", "09:00", "17:00", 0, 2));
    assertThat(DaysOnClocks.byHours(days, PARIS))
        .containsExactly(stretch("2027-03-26", "2027-03-30", "09:00", "17:00", 0, 1));
  }

  @Test
  void whoReadsWhereClocksStayMeetsOtherHours() {
    List<HeldDay> days = days("2027-03-26", "2027-03-30", "09:00", "17:00", PARIS);

    assertThat(DaysOnClocks.byHours(days, ABIDJAN))
        .containsExactly(
            stretch("2027-03-26", "2027-03-27", "08:00", "16:00", 0, 0),
            stretch("2027-03-28", "2027-03-30", "07:00", "15:00", 0, 0));
  }

  @Test
  void farAwayItIsAnotherDayAndEndsOnTheNext() {
    List<HeldDay> days = days("2027-06-14", "2027-06-16", "09:00", "16:00", ABIDJAN);

    List<DaysOnClocks> shown = DaysOnClocks.of(days, ZoneId.of("Pacific/Honolulu"));

    assertThat(shown)
        .containsExactly(stretch("2027-06-13", "2027-06-15", "23:00", "06:00", 1, -10));
    assertThat(shown.get(0).lastEnds()).isEqualTo("2027-06-16");
  }

  @Test
  void aSessionWithoutDaysHasNoStretch() {
    assertThat(DaysOnClocks.of(List.of(), PARIS)).isEmpty();
  }

  private static List<HeldDay> days(
      String first, String last, String start, String end, ZoneId zone) {
    return SessionTimes.daily(
            LocalDate.parse(first),
            LocalDate.parse(last),
            LocalTime.parse(start),
            LocalTime.parse(end),
            zone)
        .days();
  }

  private static DaysOnClocks stretch(
      String first, String last, String start, String end, int overnight, int offset) {
    return new DaysOnClocks(
        LocalDate.parse(first),
        LocalDate.parse(last),
        LocalTime.parse(start),
        LocalTime.parse(end),
        overnight,
        ZoneOffset.ofHours(offset));
  }
}
