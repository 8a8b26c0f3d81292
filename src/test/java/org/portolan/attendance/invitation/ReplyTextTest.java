package org.portolan.attendance.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {
  private static final String REPLY =
      String.join(
          "\r\n",
          "BEGIN:VCALENDAR",
          "METHOD:REPLY",
          "VERSION:2.0",
          "BEGIN:VEVENT",
          "UID:DEMO-1@portolan",
          "DTSTAMP:20270308T090000Z",
          "SEQUENCE:2",
          "ORGANIZER;CN=\"Academy: North\":mailto:replies+7-00000000000000000000000000",
          " 000000@x.example",
          "ATTENDEE;CN=\"Ada, Officer\";PARTSTAT=ACCEPTED;RSVP=TRUE:MAILTO:Ada@x.exam",
          "\tple",
          "END:VEVENT",
          "END:VCALENDAR",
          "");

  @Test
  void whatACalendarRepliedIsRead() {
    assertThat(ReplyText.of(REPLY))
        .contains(
            new ReplyText(
                "REPLY",
                "DEMO-1@portolan",
                2,
                "replies+7-00000000000000000000000000000000@x.example",
                "Ada@x.example",
                Reply.ACCEPTED,
                Instant.parse("2027-03-08T09:00:00Z"),
                false));
    assertThat(ReplyText.of(REPLY.replace("\r\n", "\n"))).isPresent();
    assertThat(ReplyText.of(REPLY.replace("ACCEPTED", "declined")))
        .hasValueSatisfying(read -> assertThat(read.reply()).isEqualTo(Reply.DECLINED));
    assertThat(ReplyText.of(REPLY.replace("SEQUENCE:2\r\n", "")))
        .hasValueSatisfying(read -> assertThat(read.sequence()).isZero());
  }

  /** As calendars send it of what repeats, with days that are at other hours. */
  @Test
  void whatIsSaidOfSomeDaysIsNotSaidOfAll() {
    String event = REPLY.substring(REPLY.indexOf("BEGIN:VEVENT"), REPLY.indexOf("END:VCALENDAR"));
    String day =
        event
            .replace("SEQUENCE", "RECURRENCE-ID;TZID=Africa/Abidjan:20270310T090000\r\nSEQUENCE")
            .replace("ACCEPTED", "DECLINED");
    for (String both : new String[] {event + day, day + event, day + event + day}) {
      assertThat(ReplyText.of(REPLY.replace(event, both))).isEqualTo(ReplyText.of(REPLY));
    }
    for (String some : new String[] {day, day + day}) {
      assertThat(ReplyText.of(REPLY.replace(event, some)))
          .hasValueSatisfying(read -> assertThat(read.ofSomeDays()).isTrue());
    }
    assertThat(ReplyText.of(REPLY.replace(event, event + event))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN:VCALENDAR|", "UID:DEMO-1@portolan|X:1", "PARTSTAT=ACCEPTED|PARTSTAT=NONE",
        "20270308T090000Z|yesterday", "20270308T090000Z|20279908T990000Z", "SEQUENCE:2|SEQUENCE:-2",
        "END:VEVENT|BEGIN:VEVENT\r\nEND:VEVENT", "MAILTO:|tel:", "UID:|UID:1\r\nUID:",
        "ATTENDEE|ATTENDEE;PARTSTAT=DECLINED:mailto:bo@x.example\r\nATTENDEE"
      })
  void whatIsNoReplyIsNone(String change) {
    String[] parts = change.split("\\|", 2);
    assertThat(ReplyText.of(REPLY.replace(parts[0], parts[1]))).isEmpty();
  }

  @Test
  void whatIsLongerThanAnyReplyIsNone() {
    assertThat(ReplyText.of("")).isEmpty();
    assertThat(ReplyText.of(REPLY.replace("SEQUENCE:2", "X:1\r\n".repeat(3000)))).isEmpty();
  }

  @Test
  void theSecretStandsBehindThePlus() {
    assertThat(ReplyText.secret("replies+7-AB@x.example")).isEqualTo("7-ab");
    assertThat(ReplyText.secret("replies@x+y.example")).isEmpty();
    assertThat(ReplyText.secret("")).isEmpty();
  }
}
