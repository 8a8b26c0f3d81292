package org.portolan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.Occupancy;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionSummary;
import org.portolan.calendar.Timing;
import org.portolan.catalog.CourseTitle;
import org.portolan.platform.i18n.Language;

class FeedWriterTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

  @Test
  void aWeekAcrossAChangeOfTheClocksRepeatsOnTheClocksOfTheCentre() throws Exception {
    String feed = feed(SessionState.PUBLISHED, 3);
    assertThat(feed)
        .contains("UID:S-1@portolan")
        .contains("DTSTART;TZID=Europe/Brussels:20270325T090000")
        .contains("DTEND;TZID=Europe/Brussels:20270325T163000")
        .contains("RRULE:FREQ=DAILY;COUNT=6")
        .contains("SEQUENCE:3")
        .contains("STATUS:CONFIRMED")
        .contains("SUMMARY:Audit\\, interview")
        .contains("BEGIN:VTIMEZONE")
        .contains("DTSTART:20270328T020000")
        .contains("TZOFFSETTO:+0200");
    new CalendarBuilder().build(new StringReader(feed)).validate();
  }

  @Test
  void itSaysInTheLanguageOfItsReaderUntilWhenPeopleApply() throws Exception {
    assertThat(feed(SessionState.PUBLISHED, 3)).contains("DESCRIPTION:fr\\, en\r\n");
    LocalDate day = LocalDate.parse("2027-02-20");
    String closes = feed(SessionState.PUBLISHED, 3, day, Language.EN);
    assertThat(closes).contains("DESCRIPTION:fr\\, en\\nApply by Feb 20\\, 2027\r\n");
    new CalendarBuilder().build(new StringReader(closes)).validate();
    assertThat(feed(SessionState.PUBLISHED, 3, day, Language.FR))
        .contains("DESCRIPTION:fr\\, en\\nDemandes jusqu’au 20 févr. 2027\r\n");
  }

  @Test
  void aCancelledSessionSaysSo() {
    assertThat(feed(SessionState.CANCELLED, 4)).contains("STATUS:CANCELLED");
  }

  @Test
  void whatWasWrittenBeforeIsWrittenAnewWhenItChanged() {
    String before = feed(SessionState.PUBLISHED, 3);
    assertThat(feed(SessionState.PUBLISHED, 3)).isEqualTo(before);
    assertThat(feed(SessionState.PUBLISHED, 4))
        .isEqualTo(before.replace("SEQUENCE:3", "SEQUENCE:4"));
    assertThat(before.lines().filter(line -> line.equals("END:VCALENDAR"))).hasSize(1);
    assertThat(before.replace("\r\n", "")).doesNotContain("\n");
  }

  @Test
  void anEmptyCalendarIsOneStill() {
    assertThat(
            text(
                new FeedWriter("http://localhost", Language.EN, code -> code)
                    .write("None", "/a.ics", "/a", List.of())))
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("VERSION:2.0")
        .endsWith("END:VCALENDAR\r\n");
  }

  private static String feed(SessionState state, int sequence) {
    return feed(state, sequence, null, Language.EN);
  }

  private static String feed(SessionState state, int sequence, LocalDate applyBy, Language reader) {
    LocalDate first = LocalDate.parse("2027-03-25");
    LocalDate last = LocalDate.parse("2027-03-30");
    SessionFacts facts =
        new SessionFacts(
            7,
            "S-1",
            1,
            "DEMO",
            "EUR",
            "HS",
            Timing.DATED,
            first,
            last,
            applyBy,
            LocalTime.of(9, 0),
            LocalTime.of(16, 30),
            ZONE.getId(),
            first.atTime(9, 0).atZone(ZONE).toInstant(),
            last.atTime(16, 30).atZone(ZONE).toInstant(),
            "Academy",
            "B",
            20,
            "fr en",
            Chain.NONE,
            null,
            false,
            state,
            sequence,
            Instant.parse("2027-01-01T00:00:00Z"));
    return text(
        new FeedWriter("http://localhost", reader, code -> code)
            .write(
                "Centre",
                "/a.ics",
                "/a",
                List.of(
                    new SessionSummary(
                        facts,
                        new CourseTitle(1, "C", "Audit, interview", "en"),
                        Occupancy.NOBODY))));
  }

  private static String text(byte[] feed) {
    return new String(feed, StandardCharsets.UTF_8);
  }
}
