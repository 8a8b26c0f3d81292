package org.portolan.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as calendars of trainers write them, and some that nobody should. */
class BusyFileTest {
  private static final ZoneId HOME = ZoneId.of("Africa/Abidjan");
  private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

  private static List<Span> read(String... lines) throws IOException {
    String text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\n"
            + String.join("\r\n", lines)
            + "\r\nEND:VCALENDAR\r\n";
    return BusyFile.read(new StringReader(text), HOME, NOW);
  }

  private static List<Span> event(String... lines) throws IOException {
    return read(
        "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Secret\r\n"
            + String.join("\r\n", lines)
            + "\r\nEND:VEVENT");
  }

  private static Span span(String from, String until) {
    return new Span(Instant.parse(from), Instant.parse(until));
  }

  @Test
  void anEventIsBusyOnItsClocks() throws IOException {
    assertThat(event("DTSTART:20261202T090000Z", "DTEND:20261202T100000Z"))
        .containsExactly(span("2026-12-02T09:00:00Z", "2026-12-02T10:00:00Z"));
    assertThat(event("DTSTART;TZID=Asia/Tokyo:20261202T090000", "DURATION:PT90M"))
        .containsExactly(span("2026-12-02T00:00:00Z", "2026-12-02T01:30:00Z"));
    assertThat(event("DTSTART;TZID=\"Tokyo Standard Time\":20261202T090000", "DURATION:PT1H"))
        .containsExactly(span("2026-12-02T00:00:00Z", "2026-12-02T01:00:00Z"));
    assertThat(event("DTSTART;TZID=/maker.example/Asia/Tokyo:20261202T090000", "DURATION:P1D"))
        .containsExactly(span("2026-12-02T00:00:00Z", "2026-12-03T00:00:00Z"));
    assertThat(event("DTSTART;TZID=Nowhere:20261202T090000", "DURATION:PT1H"))
        .containsExactly(span("2026-12-02T09:00:00Z", "2026-12-02T10:00:00Z"));
    assertThat(event("DTSTART;VALUE=DATE:20261202", "DTEND;VALUE=DATE:20261204"))
        .containsExactly(span("2026-12-02T00:00:00Z", "2026-12-04T00:00:00Z"));
    assertThat(event("DTSTART;VALUE=DATE:20261202"))
        .containsExactly(span("2026-12-02T00:00:00Z", "2026-12-03T00:00:00Z"));
  }

  @Test
  void whatIsFreeCancelledOverOrFarOffIsNotBusy() throws IOException {
    assertThat(event("DTSTART:20261202T090000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT")).isEmpty();
    assertThat(event("DTSTART:20261202T090000Z", "DURATION:PT1H", "STATUS:CANCELLED")).isEmpty();
    assertThat(event("DTSTART:20261102T090000Z", "DURATION:PT1H")).isEmpty();
    assertThat(event("DTSTART:20281202T090000Z", "DURATION:PT1H")).isEmpty();
    assertThat(event("DTSTART:20261202T090000Z")).isEmpty();
    assertThat(event("DTSTART:20261130T230000Z", "DURATION:PT2H"))
        .containsExactly(span("2026-12-01T00:00:00Z", "2026-12-01T01:00:00Z"));
  }

  @Test
  void anAlarmInAnEventIsNone() throws IOException {
    assertThat(
            event(
                "DTSTART:20261202T090000Z",
                "DTEND:20261202T100000Z",
                "BEGIN:VALARM",
                "TRIGGER:-PT15M",
                "DURATION:PT99H",
                "END:VALARM"))
        .containsExactly(span("2026-12-02T09:00:00Z", "2026-12-02T10:00:00Z"));
  }

  @Test
  void answersOfFreeAndBusyAreRead() throws IOException {
    assertThat(
            read(
                "BEGIN:VFREEBUSY",
                "DTSTART:20261201T000000Z",
                "FREEBUSY:20261202T090000Z/PT1H,20261203T090000Z/20261203T110000Z",
                "FREEBUSY;FBTYPE=FREE:20261204T090000Z/PT1H",
                "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261202T093000Z/PT1H",
                "END:VFREEBUSY"))
        .containsExactly(
            span("2026-12-02T09:00:00Z", "2026-12-02T10:30:00Z"),
            span("2026-12-03T09:00:00Z", "2026-12-03T11:00:00Z"));
  }

  @Test
  void rulesRepeatOnTheClocksOfTheirZone() throws IOException {
    // an hour earlier by the world's time once summer begins there, on 28 March
    assertThat(
            event(
                "DTSTART;TZID=Europe/Brussels:20150105T090000",
                "DTEND;TZID=Europe/Brussels:20150105T100000",
                "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20270405T070000Z",
                "EXDATE;TZID=Europe/Brussels:20261214T090000"))
        .hasSize(17)
        .startsWith(
            span("2026-12-07T08:00:00Z", "2026-12-07T09:00:00Z"),
            span("2026-12-21T08:00:00Z", "2026-12-21T09:00:00Z"))
        .endsWith(
            span("2027-03-22T08:00:00Z", "2027-03-22T09:00:00Z"),
            span("2027-03-29T07:00:00Z", "2027-03-29T08:00:00Z"),
            span("2027-04-05T07:00:00Z", "2027-04-05T08:00:00Z"));
  }

  @Test
  void oneOfManyThatWasMovedIsBusyWhereItIs() throws IOException {
    assertThat(
            read(
                "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261202T090000Z\r\nDURATION:PT1H",
                "RRULE:FREQ=DAILY;COUNT=3\r\nRDATE:20261210T090000Z\r\nEND:VEVENT",
                "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20261203T090000Z",
                "DTSTART:20261203T150000Z\r\nDURATION:PT1H\r\nEND:VEVENT",
                "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20261204T090000Z\r\nSTATUS:CANCELLED",
                "DTSTART:20261204T090000Z\r\nDURATION:PT1H\r\nEND:VEVENT"))
        .containsExactly(
            span("2026-12-02T09:00:00Z", "2026-12-02T10:00:00Z"),
            span("2026-12-03T15:00:00Z", "2026-12-03T16:00:00Z"),
            span("2026-12-10T09:00:00Z", "2026-12-10T10:00:00Z"));
  }

  @Test
  void countedRulesAreCountedFromTheirBeginning() throws IOException {
    assertThat(event("DTSTART:20261129T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=4"))
        .containsExactly(
            span("2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z"),
            span("2026-12-02T09:00:00Z", "2026-12-02T10:00:00Z"));
  }

  @Test
  void ofAHundredThousandDaysThoseOfTwoYearsAreTaken() throws IOException {
    List<Span> busy =
        event("DTSTART:20200101T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=100000");
    assertThat(busy).hasSize(731).startsWith(span("2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z"));
    assertThat(busy.get(730).until()).isBefore(Instant.parse("2028-12-01T00:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=HOURLY;COUNT=100000",
        "FREQ=MINUTELY;COUNT=100000",
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;COUNT=100000",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;"
            + "BYMINUTE=0,5,10,15,20,25,30,35,40,45,50,55",
      })
  void whatRepeatsTooOftenIsRefusedInBoundedTime(String rule) {
    long begun = System.nanoTime();
    UnreadableFile refused =
        catchThrowableOfType(
            UnreadableFile.class,
            () -> event("DTSTART:19700101T000000Z", "DURATION:PT1S", "RRULE:" + rule));
    if (refused == null) {
      // what is counted from long ago is over
      assertThat(rule).contains("COUNT");
    } else {
      assertThat(refused.kind()).isEqualTo(UnreadableFile.Kind.MANY);
    }
    assertThat(
            catchThrowableOfType(
                    UnreadableFile.class,
                    () -> event("DTSTART:20261201T000000Z", "DURATION:PT1S", "RRULE:" + rule))
                .kind())
        .isEqualTo(UnreadableFile.Kind.MANY);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void aHundredThousandEventsAreRefusedInBoundedTime() {
    String one =
        "BEGIN:VEVENT\r\nUID:x\r\nDTSTART:20261202T090000Z\r\nDURATION:PT1M\r\nEND:VEVENT\r\n";
    UnreadableFile refused =
        catchThrowableOfType(UnreadableFile.class, () -> read(one.repeat(100_000).strip()));
    assertThat(refused.kind()).isEqualTo(UnreadableFile.Kind.MANY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DTSTART:tomorrow",
        "DTSTART:20261332T090000Z",
        "DTEND:20261202T090000Z",
        "DTSTART:20261202T090000Z\r\nRRULE:FREQ=SOMETIMES\r\nDURATION:PT1H",
        "DTSTART:20261202T090000Z\r\nDURATION:an hour",
        "DTSTART:20261202T090000Z\r\nEXDATE:x",
      })
  void whatIsDamagedIsSaidToBe(String lines) {
    assertThat(catchThrowableOfType(UnreadableFile.class, () -> event(lines)).kind())
        .isEqualTo(UnreadableFile.Kind.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PK\u0003\u0004 something else",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:20261202T090000Z\r\n",
        "BEGIN:VCALENDAR\r\nEND:VEVENT\r\n"
      })
  void whatIsNoCalendarIsSaidToBe(String text) {
    assertThatThrownBy(() -> BusyFile.read(new StringReader(text), HOME, NOW))
        .isInstanceOf(UnreadableFile.class);
  }
}
