package org.portolan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.calendar.HardSessions;
import org.portolan.calendar.SessionSummary;
import org.portolan.calendar.Slots;

/** How slots stand in feeds. */
class RecurrenceTest {

  @Test
  void onceAWeekIsARuleAndNothingElse() {
    assertThat(
            rules("2027-03-09 10:00-11:30; 2027-03-16 10:00-11:30; 2027-03-23 10:00-11:30", "UTC"))
        .containsExactly("RRULE:FREQ=DAILY;COUNT=3;INTERVAL=7");
  }

  @Test
  void aFreeDayIsLeftOut() {
    assertThat(
            rules(
                "2027-03-08 09:00-12:00; 2027-03-09 09:00-12:00; 2027-03-11 09:00-12:00",
                "Europe/Brussels"))
        .containsExactly("RRULE:FREQ=DAILY;COUNT=4", "EXDATE;TZID=Europe/Brussels:20270310T090000");
  }

  @Test
  void otherHoursStandInThePlaceOfTheirDay() {
    assertThat(
            rules(
                "2027-03-08 09:00-17:00; 2027-03-09 09:00-17:00; 2027-03-10 09:00-12:30",
                "Europe/Brussels"))
        .containsExactly(
            "RRULE:FREQ=DAILY;COUNT=3", "RECURRENCE-ID;TZID=Europe/Brussels:20270310T090000");
  }

  @Test
  void whatComesSecondOnADayStandsAfterTheLast() {
    String feed =
        feed("2027-03-08 09:00-12:00 14:00-17:00; 2027-03-09 09:00-12:00", "Europe/Brussels");
    assertThat(rules(feed))
        .containsExactly(
            "RRULE:FREQ=DAILY;COUNT=3", "RECURRENCE-ID;TZID=Europe/Brussels:20270310T090000");
    assertThat(feed.replace("\r\n ", ""))
        .contains("DTSTART;TZID=Europe/Brussels:20270308T140000")
        .contains("\\nMar 8\\, 2027: 09:00–12:00\\, 14:00–17:00\\nMar 9\\, 2027: 09:00–12:00");
  }

  @Test
  void hoursThatClocksSkipAreToldInUniversalTime() {
    assertThat(
            rules(
                "2027-03-21 02:30-03:30; 2027-03-28 02:30-03:30; 2027-04-04 02:30-03:30",
                "Europe/Brussels"))
        .containsExactly("RRULE:FREQ=DAILY;COUNT=3;INTERVAL=7", "RECURRENCE-ID:20270404T013000Z");
  }

  private static List<String> rules(String slots, String zone) {
    return rules(feed(slots, zone));
  }

  private static List<String> rules(String feed) {
    assertThat(FeedCheck.problems(feed)).isEmpty();
    return feed.replace("\r\n ", "")
        .lines()
        .filter(line -> line.matches("(RRULE|EXDATE|RECURRENCE-ID|RDATE)\\b.*"))
        .toList();
  }

  private static String feed(String slots, String zone) {
    SessionSummary session = HardSessions.stored("S", zone, Slots.read(slots).orElseThrow());
    String feed = Feeds.of(List.of(session));
    assertThat(BiweeklyReader.read(Feeds.nameless(feed)).get("S@portolan").days())
        .isEqualTo(session.facts().days());
    return feed;
  }
}
