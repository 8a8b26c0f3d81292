package org.portolan.attendance.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.ICalendar;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Properties;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.attendance.online.OnlineRooms;
import org.portolan.calendar.CalendarService;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Mailbox.Mail;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.NotFound;

@ArquillianTest
class CalendarInvitationsIT {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Inject private Invitations invitations;
  @Inject private InvitationAnswers answers;
  @Inject private InvitationLinks links;
  @Inject private ReplyReading replies;
  @Inject private EnrolmentService enrolment;
  @Inject private CalendarService calendar;
  @Inject private OnlineRooms rooms;
  @Inject private Scenario scenario;

  private long session;
  private long officer;
  private long application;
  private String email;
  private Instant now;

  @BeforeEach
  void begin() {
    session = scenario.session(4, Chain.NONE);
    officer = scenario.officer(Scenario.MEMBER);
    email = scenario.email(officer);
    scenario.as(officer, Scenario.MEMBER);
    application = enrolment.apply(session, "I need it.").id();
    scenario.asNobody();
    now = Instant.now().minusSeconds(60);
  }

  @AfterEach
  void leave() {
    MovableClock.release();
    scenario.asNobody();
  }

  @Test
  void calendarsFollowTheSeatWithOneNameAndARisingNumber() {
    assertThat(invitations.settle(session)).isEqualTo(1);
    assertThat(invitations.settle(session)).as("once").isZero();
    ICalendar first = entry();
    assertThat(first.getMethod().getValue()).isEqualTo("REQUEST");
    String uid = first.getEvents().get(0).getUid().getValue();
    assertThat(uid)
        .isEqualTo(calendar.facts(java.util.List.of(session)).get(session).code() + "@portolan");
    assertThat(first.getEvents().get(0).getAttendees())
        .singleElement()
        .satisfies(
            attendee -> {
              assertThat(attendee.getEmail()).isEqualTo(email);
              assertThat(attendee.getRsvp()).isTrue();
            });
    assertThat(first.getEvents().get(0).getOrganizer().getEmail()).isNotBlank();

    scenario.sql(
        "UPDATE training_session SET sequence_number = sequence_number + 1, first_day = first_day +"
            + " INTERVAL 1 DAY, last_day = last_day + INTERVAL 1 DAY, starts_at = starts_at +"
            + " INTERVAL 1 DAY, ends_at = ends_at + INTERVAL 1 DAY WHERE id = "
            + session);
    assertThat(invitations.settle(session)).isEqualTo(1);
    ICalendar moved = entry();
    assertThat(moved.getEvents().get(0).getUid().getValue()).isEqualTo(uid);
    assertThat(number(moved)).isGreaterThan(number(first));

    scenario.asCentre();
    calendar.cancel(session);
    scenario.asNobody();
    assertThat(invitations.settle(session)).isEqualTo(1);
    ICalendar cancelled = entry();
    assertThat(cancelled.getMethod().getValue()).isEqualTo("CANCEL");
    assertThat(cancelled.getEvents().get(0).getStatus().isCancelled()).isTrue();
    assertThat(cancelled.getEvents().get(0).getUid().getValue()).isEqualTo(uid);
    assertThat(number(cancelled)).isGreaterThan(number(moved));
    assertThat(invitations.settle(session)).isZero();
  }

  @Test
  void anotherOnlineRoomIsToldOnceAndAnAnswerToTheSameDaysStands() throws Exception {
    String link = "https://meet.example/j/1?pwd=a,b;c";
    scenario.asCentre();
    rooms.keep(session, 0, link, "Number 7, code 91");
    scenario.asNobody();
    assertThat(invitations.settle(session)).isEqualTo(1);
    assertThat(lines()).contains("CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=", ":" + link + "\r\n");
    int sequence = number(entry());
    assertThat(entry().getEvents().get(0).getDescription().getValue())
        .contains(link, "Number 7, code 91");
    assertThat(replies.take(reply("ACCEPTED", email, email, secret(), now))).isTrue();

    scenario.asCentre();
    rooms.keep(session, 1, link + "2", "");
    scenario.asNobody();
    assertThat(invitations.settle(session)).isEqualTo(1);
    assertThat(invitations.settle(session)).as("once").isZero();
    assertThat(lines())
        .contains(":" + link + "2\r\n", "PARTSTAT=ACCEPTED;RSVP=FALSE")
        .doesNotContain("code 91");
    assertThat(number(entry())).as("answers to the entry before still count").isEqualTo(sequence);
    assertThat(answered()).isEqualTo("accepted mail");

    scenario.asCentre();
    rooms.remove(session, 2);
    scenario.asNobody();
    assertThat(invitations.settle(session)).isEqualTo(1);
    assertThat(lines()).doesNotContain("CONFERENCE", "meet.example");

    scenario.asCentre();
    rooms.keep(session, 3, link, "");
    scenario.as(officer, Scenario.MEMBER);
    enrolment.withdraw(application);
    scenario.asNobody();
    assertThat(invitations.settle(session)).isEqualTo(1);
    assertThat(entry().getMethod().getValue()).isEqualTo("CANCEL");
    assertThat(lines()).as("whoever lost the seat").doesNotContain("CONFERENCE", "meet.example");
  }

  @Test
  void anInvitationHasAllSlotsOfTheSessionUnderOneName() {
    scenario.sql(
        "UPDATE training_session SET sequence_number = sequence_number + 1, last_day = first_day +"
            + " INTERVAL 1 DAY, slots = CONCAT(first_day, ' 09:00-12:00 14:00-17:00; ', first_day +"
            + " INTERVAL 1 DAY, ' 09:00-12:00') WHERE id = "
            + session);
    assertThat(invitations.settle(session)).isEqualTo(1);
    assertSlots(entry(), "REQUEST", "CONFIRMED");
    scenario.asCentre();
    calendar.cancel(session);
    scenario.asNobody();
    assertThat(invitations.settle(session)).isEqualTo(1);
    assertSlots(entry(), "CANCEL", "CANCELLED");
  }

  private void assertSlots(ICalendar entry, String method, String status) {
    assertThat(entry.getMethod().getValue()).isEqualTo(method);
    assertThat(entry.getEvents())
        .hasSize(2)
        .allSatisfy(
            event -> {
              assertThat(event.getStatus().getValue()).isEqualTo(status);
              assertThat(event.getAttendees()).hasSize(1);
              assertThat(event.getUid()).isEqualTo(entry.getEvents().get(0).getUid());
              assertThat(event.getSequence()).isEqualTo(entry.getEvents().get(0).getSequence());
            });
    assertThat(entry.getEvents().get(0).getRecurrenceRule().getValue().getCount()).isEqualTo(3);
    assertThat(entry.getEvents().get(1).getRecurrenceId()).isNotNull();
  }

  @Test
  void aReplyWithTheSecretCountsAndTheSameAgainChangesNothing() throws Exception {
    invitations.settle(session);
    Mail accepted = reply("ACCEPTED", email, email, secret(), now);
    assertThat(replies.take(accepted)).isTrue();
    assertThat(answered()).isEqualTo("accepted mail");
    assertThat(replies.take(accepted)).isTrue();
    Mail declined = reply("DECLINED", email, email, secret(), now.plusSeconds(5));
    assertThat(replies.take(declined)).isTrue();
    assertThat(answered()).isEqualTo("declined mail");
    assertThat(state()).isEqualTo("withdrawn");
    assertThat(replies.take(declined)).isTrue();
    assertThat(replies.take(accepted)).as("an older one comes late").isFalse();
    assertThat(answered()).isEqualTo("declined mail");
    assertThat(invitations.settle(session)).as("no letter to whoever declined").isZero();
  }

  @Test
  void whatIsForgedOrStrangeIsPutAsideAndTheSeatStays() throws Exception {
    invitations.settle(session);
    assertAside("no-secret", reply("DECLINED", email, email, "", now));
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM mail_letter WHERE kind = 'attendance.letter.confirm' AND"
                    + " person_id = ?",
                officer))
        .as("whoever was invited is asked")
        .isEqualTo(1);
    assertAside("wrong-sender", reply("DECLINED", "eve@x.example", email, secret(), now));
    assertAside("wrong-sender", reply("DECLINED", email, "eve@x.example", secret(), now));
    assertAside("unknown", reply("DECLINED", "eve@x.example", "eve@x.example", "", now));
    assertAside(
        "unknown", reply("DECLINED", "eve@x.example", "eve@x.example", "1-" + "0".repeat(32), now));
    assertAside(
        "ahead", reply("DECLINED", email, email, secret(), Instant.now().plusSeconds(86_400)));
    assertAside(
        "some-days",
        reply("DECLINED", email, email + "\r\nRECURRENCE-ID:20270310T090000Z", secret(), now));
    assertAside("too-large", new Mail(email, "x", Optional.empty()));
    assertAside("no-calendar", mail(email, "text/plain", "I do not come"));
    assertAside("unreadable", mail(email, "text/calendar", "BEGIN:VCALENDAR\r\nEND:VEVENT"));
    assertAside(
        "unreadable",
        mail(email, "text/calendar", "BEGIN:VCALENDAR\r\n" + "X:1\r\n".repeat(30_000)));
    scenario.sql(
        "UPDATE calendar_invitation SET sequence = 9 WHERE application_id = " + application);
    assertAside("outdated", reply("DECLINED", email, email, secret(), now));
    assertThat(state()).isEqualTo("approved");
    assertThatThrownBy(answers::aside)
        .isInstanceOf(org.portolan.platform.security.NotSignedIn.class);
    scenario.as(officer, Scenario.MEMBER);
    assertThatThrownBy(answers::aside).isInstanceOf(NotAllowed.class);
    scenario.asAdministrator();
    assertThat(answers.aside()).hasSizeGreaterThanOrEqualTo(11);
  }

  @Test
  void theLinkOfTheLetterAnswersToo() {
    invitations.settle(session);
    assertThat(answers.find(secret(), Language.EN).open()).isTrue();
    assertThat(answers.answer(secret(), Reply.ACCEPTED)).isTrue();
    assertThat(answered()).isEqualTo("accepted link");
    assertThat(answers.answer(secret(), Reply.DECLINED)).isTrue();
    assertThat(state()).isEqualTo("withdrawn");
    assertThat(answers.find(secret(), Language.EN).open()).isFalse();
    assertThat(answers.answer(secret(), Reply.ACCEPTED)).as("the seat is gone").isFalse();
    String forged = secret().substring(0, secret().length() - 1) + "x";
    assertThatThrownBy(() -> answers.find(forged, Language.EN)).isInstanceOf(NotFound.class);
  }

  @Test
  void nothingIsAnsweredOnceTheSessionHasBegun() throws Exception {
    invitations.settle(session);
    MovableClock.hold(calendar.facts(java.util.List.of(session)).get(session).startsAt());
    assertThat(answers.answer(secret(), Reply.ACCEPTED)).isFalse();
    assertThat(answers.answer(secret(), Reply.DECLINED)).isFalse();
    assertAside("too-late", reply("TENTATIVE", email, email, secret(), now));
    assertThat(
            scenario.text(
                "SELECT reply FROM calendar_invitation WHERE application_id = " + application))
        .isEqualTo("none");
    assertThat(state()).isEqualTo("approved");
  }

  private String secret() {
    return links.write(application);
  }

  private void assertAside(String reason, Mail mail) {
    assertThat(replies.take(mail)).as(reason).isFalse();
    assertThat(scenario.text("SELECT reason FROM calendar_reply ORDER BY id DESC LIMIT 1"))
        .isEqualTo(reason);
  }

  private String answered() {
    return scenario.text(
        "SELECT CONCAT(reply, ' ', reply_way) FROM calendar_invitation WHERE application_id = "
            + application);
  }

  private String state() {
    return scenario.text("SELECT state FROM application WHERE id = " + application);
  }

  private ICalendar entry() {
    return Biweekly.parse(written()).first();
  }

  private String written() {
    return scenario.text(
        "SELECT body_calendar FROM mail_letter WHERE body_calendar IS NOT NULL AND person_id = "
            + officer
            + " ORDER BY id DESC LIMIT 1");
  }

  /** The last entry with its long lines in one. */
  private String lines() {
    return written().replace("\r\n ", "");
  }

  private static int number(ICalendar calendar) {
    return calendar.getEvents().get(0).getSequence().getValue();
  }

  private Mail reply(String said, String from, String attendee, String secret, Instant stamp)
      throws MessagingException {
    String code = calendar.facts(java.util.List.of(session)).get(session).code();
    return mail(
        from,
        "text/calendar; method=REPLY; charset=UTF-8",
        "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:"
            + code
            + "@portolan\r\nSEQUENCE:5\r\nDTSTAMP:"
            + STAMP.format(stamp)
            + "\r\nORGANIZER:mailto:replies"
            + (secret.isEmpty() ? "" : "+" + secret)
            + "@x.example\r\nATTENDEE;PARTSTAT="
            + said
            + ":mailto:"
            + attendee
            + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  }

  private static Mail mail(String from, String type, String body) throws MessagingException {
    String source =
        "From: " + from + "\r\nTo: replies@x.example\r\nContent-Type: " + type + "\r\n\r\n" + body;
    return new Mail(
        from,
        "A reply",
        Optional.of(
            new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)))));
  }
}
