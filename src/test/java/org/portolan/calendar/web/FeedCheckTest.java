package org.portolan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.calendar.HardSessions;
import org.portolan.calendar.Occupancy;
import org.portolan.calendar.SessionSummary;
import org.portolan.catalog.CourseTitle;

class FeedCheckTest {
  private static final LocalDate DAY = LocalDate.parse("2027-03-27");

  /** Repeats on clocks, and in universal time with a day of another length. */
  private static final List<SessionSummary> SESSIONS =
      List.of(session("A", LocalTime.of(9, 0)), session("B", LocalTime.of(0, 30)));

  private static SessionSummary session(String code, LocalTime start) {
    return HardSessions.stored(
        code, "Europe/Brussels", DAY, DAY.plusDays(2), start, LocalTime.of(16, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin",
        "Audit, interview; \"talk\" \\ listen: to all, at 100 %",
        "Квалификационный семинар для экспертов по таможенной стоимости, часть вторая",
        "ورشة عمل إقليمية حول التقييم الجمركي للأعضاء الناطقين بالعربية، الجزء الثاني",
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
        "a😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
        "END:VEVENT",
      })
  void whateverIsWrittenTheFeedHoldsAndIsReadAsItWas(String title) {
    SessionSummary of = SESSIONS.get(0);
    SessionSummary titled =
        new SessionSummary(of.facts(), new CourseTitle(1, "C", title, "en"), Occupancy.NOBODY);
    String feed = Feeds.of(title, List.of(titled));
    assertThat(FeedCheck.problems(feed)).isEmpty();
    assertThat(BiweeklyReader.read(feed).get("A@portolan").summary()).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\r\\nEND:VCALENDAR|\\nEND:VCALENDAR|LF alone",
        "SUMMARY:Origin|SUMMARY:Ori\u0007gin|control",
        "SUMMARY:Origin|SUMMARY:Origin and valuation and classification and risk and transit and more|octets",
        "SUMMARY:Origin|SUMMARY:Origin, more|not escaped",
        "SUMMARY:Origin|SUMMARY:Origin\\r\\n|empty line",
        "VERSION:2.0|VERSION:1.0|another version",
        "VERSION:2.0|VERSION:2.0\\r\\nMETHOD:PUBLISH|METHOD",
        "NAME:Sessions|NAME:Sessions\\r\\nNAME:Sessions|has NAME again",
        "UID:B@portolan|UID:A@portolan|twice A@portolan",
        "UID:A@portolan|X-ID:A@portolan|has UID 0 times",
        "DTSTAMP:20190101T000000Z|DTSTAMP:20190101T000000|DTSTAMP",
        "SEQUENCE:0|SEQUENCE:-1|SEQUENCE",
        "STATUS:CONFIRMED|STATUS:OPEN|STATUS",
        "TZID:Europe/Brussels|TZID:Europe/Paris|clocks that are not told",
        "DTSTART;TZID=Europe/Brussels|DTSTART|two forms",
        "20270327T160000|20270327T080000|no length",
        "TZOFFSETFROM:+0100|TZOFFSETFROM:+0000|after +0100",
        "DTSTART:20261025T030000|DTSTART:20271025T030000|before its clocks",
        "COUNT=3|COUNT=1|wrong: ",
        "RECURRENCE-ID:|X-ID:|twice B@portolan",
        "VALUE=DURATION|VALUE=TEXT|type of ",
        "BEGIN:VEVENT|BEGIN:VTODO|VTODO in VCALENDAR",
      })
  void whatDoesNotHoldIsFound(String right, String wrong, String problem) {
    String feed = Feeds.of(SESSIONS);
    assertThat(FeedCheck.problems(feed)).isEmpty();
    assertThat(feed).contains(lines(right));
    assertThat(FeedCheck.problems(feed.replace(lines(right), lines(wrong))))
        .anyMatch(found -> found.contains(problem));
  }

  private static String lines(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n");
  }
}
