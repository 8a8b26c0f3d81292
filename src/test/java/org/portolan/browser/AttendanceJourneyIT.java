package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.running.PackagedApplication;

/**
 * The roll of a session is called on two tablets without a network, one of which believes that it
 * is tomorrow, while the application dies. On an application of its own.
 */
class AttendanceJourneyIT {
  private static final List<String> PRESENCES = List.of("present", "late", "excused", "absent");
  private static final int DAY = 86_400_000;
  private static final int MARKS = Boolean.getBoolean("portolan.drill") ? 200 : 24;
  private static final int KILLS = Boolean.getBoolean("portolan.drill") ? 4 : 1;

  private static final String DEMO = "@demo.portolan.example";
  private static final String PLANTED = "https://meet.example/planted-room-";
  private static final String REPLIES = "replies@portolan.example";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final GreenMail MAIL =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")
          });

  private static PackagedApplication application;
  private static long session;

  @BeforeAll
  static void start() throws SQLException {
    MAIL.start();
    MAIL.setUser(REPLIES, "replies", "of-the-mailbox");
    application =
        PackagedApplication.start(
            "attendance",
            Map.of(
                "PORTOLAN_MAIL_URL",
                "smtp://127.0.0.1:" + MAIL.getSmtp().getPort(),
                "PORTOLAN_MAIL_FROM",
                "portolan@portolan.example",
                "PORTOLAN_INVITATIONS",
                "true",
                "PORTOLAN_INVITATIONS_SECONDS",
                "1",
                "PORTOLAN_REPLIES_ADDRESS",
                REPLIES,
                "PORTOLAN_REPLIES_URL",
                "imap://replies:of-the-mailbox@127.0.0.1:"
                    + MAIL.getImap().getPort()
                    + "/INBOX?starttls=never"));
    session =
        application
            .database()
            .number(
                "SELECT s.id FROM training_session s JOIN application a ON a.session_id = s.id AND"
                    + " a.state = 'approved' WHERE s.centre_code = 'DEMO-RTC-XS1' AND s.state ="
                    + " 'published' AND s.timing = 'dated' AND s.last_day > s.first_day AND s.starts_at"
                    + " > NOW() GROUP BY s.id ORDER BY COUNT(*) DESC, s.id LIMIT 1");
  }

  @AfterAll
  static void stop() {
    application.close();
    MAIL.stop();
  }

  @Test
  void twoTabletsCallTheRollWithoutANetworkAndNothingIsLostOrDoubled() throws SQLException {
    try (Window one = tablet(0);
        Window two = tablet(DAY)) {
      List<Window> tablets = List.of(one, two);
      tablets.forEach(AttendanceJourneyIT::awaitKept);
      tablets.forEach(each -> each.page.context().setOffline(true));
      // opened anew while there is no network
      tablets.forEach(each -> each.page.reload());
      List<String> halves =
          one.find("#half option").all().stream().map(each -> each.getAttribute("value")).toList();
      Random random = new Random(5);
      Map<String, String> wanted = new HashMap<>();
      int noted = 0;
      while (noted < MARKS) {
        Window tablet = tablets.get(random.nextInt(2));
        String half = halves.get(random.nextInt(halves.size()));
        tablet.find("#half").selectOption(half);
        assertThat(tablet.find("#people")).hasAttribute("data-half", half);
        List<Locator> people = tablet.find("#people fieldset").all();
        Locator person = people.get(random.nextInt(people.size()));
        String presence = PRESENCES.get(random.nextInt(PRESENCES.size()));
        Locator choice = person.locator("input[value=" + presence + "]");
        if (!choice.isChecked()) {
          String before = tablet.find("#tablet").getAttribute("data-queue");
          choice.check();
          assertThat(tablet.find("#tablet"))
              .hasAttribute("data-queue", String.valueOf(Integer.parseInt(before) + 1));
          noted++;
          wanted.put(half + " " + person.getAttribute("data-who"), presence);
        }
      }
      assertThat(one.find("#state")).containsText(one.text("attendance", "tablet.away"));
      assertThat(marks()).as("nothing has arrived yet").isZero();

      String[] lost = new String[1];
      // what is sent arrives, and the answer to it does not: the tablet cannot know
      one.page
          .context()
          .route(
              "**/marks",
              route -> {
                if (lost[0] == null) {
                  lost[0] = route.request().postData();
                  route.fetch();
                }
                route.abort();
              });
      one.page.context().setOffline(false);
      one.find("#send").click();
      one.page.waitForCondition(() -> lost[0] != null);
      application.kill();
      application = application.again();
      one.page.context().unroute("**/marks");
      assertThat(one.find("#tablet")).not().hasAttribute("data-queue", "0");
      for (int kill = 1; kill < KILLS; kill++) {
        // in the middle of whatever it does with it
        one.page.waitForRequest("**/marks", () -> one.find("#send").click());
        application.kill();
        application = application.again();
      }
      awaitSent(one);
      two.page.context().setOffline(false);
      awaitSent(two);
      assertThat(marks()).as("each mark once").isEqualTo(noted);
      assertThat(held(one)).isEqualTo(wanted);

      String digest = String.valueOf(one.json(roll()).get("digest"));
      Object again =
          one.page.evaluate(
              "async ([path, body]) => (await fetch(path, {method: 'POST', headers:"
                  + " {'Content-Type': 'application/json'}, body})).status",
              List.of(application.url("/api/v1/sessions/" + session + "/marks"), lost[0]));
      assertThat(again).isEqualTo(200);
      assertThat(marks()).as("a replayed sync changes nothing").isEqualTo(noted);
      assertThat(one.json(roll()).get("digest")).isEqualTo(digest);
      one.page.reload();
      assertThat(one.find("#devices li")).hasCount(2);
      assertThat(one.find("#devices")).containsText(one.text("attendance", "order.whole"));
      assertThat(one.find("#devices li:nth-child(2)"))
          .containsText(one.text("attendance", "order.whole"));
      System.out.printf(
          "Offline roll call: %d marks on two tablets, one a day ahead, killed %d times: 0 lost, 0"
              + " doubled%n",
          noted, KILLS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void theRollIsCalledCorrectedAndSigned(String language) throws SQLException {
    long running =
        application
            .database()
            .number(
                "SELECT s.id FROM training_session s JOIN application a ON a.session_id = s.id AND"
                    + " a.state = 'approved' WHERE s.centre_code = 'DEMO-RTC-XS1' AND s.state ="
                    + " 'published' AND s.timing = 'dated' AND s.id <> "
                    + session
                    + " GROUP BY s.id ORDER BY s.starts_at LIMIT 1");
    try (Window centre = Window.of(application, language)) {
      centre.go("/sign-in");
      centre.signIn("centre");
      application
          .database()
          .update(
              "UPDATE training_session SET starts_at = NOW() - INTERVAL 1 DAY, ends_at = NOW() +"
                  + " INTERVAL 1 HOUR, first_day = UTC_DATE() - INTERVAL 1 DAY, last_day = UTC_DATE() -"
                  + " INTERVAL 1 DAY, slots = NULL WHERE id = "
                  + running);
      application
          .database()
          .update("DELETE FROM attendance_signature WHERE session_id = " + running);
      centre.go("/desk/session/" + running + "/roll-call");
      application.database().update("DELETE FROM attendance_mark WHERE session_id = " + running);
      centre.page.reload();
      assertThat(centre.find("#no-marks")).isVisible();
      awaitDrawn(centre);
      centre.find("#people fieldset").first().locator("input[value=late]").check();
      awaitSent(centre);
      assertThat(centre.find("#no-marks")).isHidden();
      assertThat(centre.find("#devices li")).containsText(centre.text("attendance", "order.whole"));
      String order = centre.find("#devices").textContent();
      centre.page.reload();
      assertThat(centre.find("#devices")).hasText(order.strip());
      centre.look("roll-call");
      centre.find("#name").fill("Zoë Guest");
      centre.find("#administration").fill("Customs of Elsewhere");
      centre.find("#guest .btn").click();
      assertThat(centre.find("#people")).containsText("Zoë Guest");
      awaitSent(centre);
      try (Window colleague = Window.of(application, language)) {
        colleague.go("/sign-in");
        colleague.signIn("centre");
        colleague.go("/desk/session/" + running + "/roll-call");
        awaitDrawn(colleague);
        colleague.find("#people fieldset").nth(1).locator("input[value=absent]").check();
        assertThat(colleague.find("#devices li"))
            .hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
      }
      centre.find("#signer").fill("Grace Trainer");
      centre.find("#sign ~ form .btn").click();
      assertThat(centre.find("[role=alert]"))
          .containsText(centre.text("attendance", "refused.not-as-seen"));
      assertThat(centre.find("#people fieldset").nth(1).locator("input[value=absent]")).isChecked();
      assertThat(centre.find("#signer")).hasValue("Grace Trainer");
      centre.look("roll-call-not-as-seen");
      centre.find("#sign ~ form .btn").click();
      assertThat(centre.find(".note.warn")).containsText("Grace Trainer");
      centre.find("#people fieldset").first().locator("input[value=present]").check();
      centre.find("#keep .btn").click();
      assertThat(centre.find("[role=alert]"))
          .containsText(centre.text("attendance", "refused.reason-needed"));
      centre.find("#people fieldset").first().locator("input[value=present]").check();
      centre.find("#reason").fill("The list on paper says so");
      centre.find("#keep .btn").click();
      assertThat(centre.find(".note.ok")).isVisible();
      assertThat(centre.find(".note.warn")).containsText(centre.text("attendance", "changed"));
      centre.find("summary").last().click();
      centre.look("roll-call-signed");
    }
  }

  @Test
  void seatsGoIntoCalendarsAndTheirRepliesComeBack() throws Exception {
    long held =
        application
            .database()
            .number(
                "SELECT s.id FROM training_session s JOIN application a ON a.session_id = s.id AND"
                    + " a.state = 'approved' WHERE s.state = 'published' AND s.timing = 'dated' AND"
                    + " s.starts_at > NOW() + INTERVAL 20 DAY AND s.id <> "
                    + session
                    + " GROUP BY s.id HAVING COUNT(*) >= 3 ORDER BY s.starts_at DESC LIMIT 1");
    String first = email(held, 0);
    String second = email(held, 1);
    ICalendar request = entry(first, held, "REQUEST");
    String accepted = reply(request, first, "ACCEPTED", 1);
    post(first, accepted);
    await(replied(held, "accepted", "approved"));
    post(first, accepted);
    post(second, reply(entry(second, held, "REQUEST"), second, "DECLINED", 1));
    await(replied(held, "declined", "withdrawn"));
    assertThat(application.database().number("SELECT " + replied(held, "accepted", "approved")))
        .isEqualTo(1);
    post(second, "BEGIN:VCALENDAR\r\nnothing that ends");
    await("COUNT(*) FROM calendar_reply WHERE reason = 'unreadable'");

    String third = email(held, 1);
    String link = link(third, held);
    for (String language : List.of("en", "ar")) {
      try (Window reader = Window.of(application, language)) {
        reader.go(link + "&lang=" + language);
        assertThat(reader.find("#state"))
            .containsText(reader.text("attendance", "invitation.reply.none"));
        reader.look("calendar-invitation");
        reader.find("#decline").click();
        assertThat(reader.find("#sure")).isVisible();
        assertThat(
                application.database().number("SELECT " + replied(held, "declined", "withdrawn")))
            .isEqualTo(1);
        if (language.equals("ar")) {
          reader.find("#decline").click();
          assertThat(reader.find("#state"))
              .containsText(reader.text("attendance", "invitation.reply.declined"));
        }
      }
    }
    assertThat(application.database().number("SELECT " + replied(held, "declined", "withdrawn")))
        .isEqualTo(2);
    application
        .database()
        .update(
            "UPDATE training_session SET state = 'cancelled', sequence_number = sequence_number + 1"
                + " WHERE id = "
                + held);
    ICalendar cancel = entry(first, held, "CANCEL");
    assertThat(cancel.getEvents().get(0).getUid().getValue())
        .isEqualTo(request.getEvents().get(0).getUid().getValue());
    assertThat(cancel.getEvents().get(0).getSequence().getValue())
        .isGreaterThan(request.getEvents().get(0).getSequence().getValue());
    try (Window administrator = Window.of(application, "en")) {
      administrator.go("/sign-in");
      administrator.signIn("admin");
      administrator.go("/desk/calendar-replies");
      assertThat(administrator.main())
          .containsText(administrator.text("attendance", "replies.reason.unreadable"));
      administrator.look("calendar-replies");
    }
  }

  @Test
  void howASessionIsJoinedOnlineIsToldToThoseWithASeatAlone() throws Exception {
    long online =
        application
            .database()
            .number(
                "SELECT s.id FROM training_session s JOIN application a ON a.session_id = s.id AND"
                    + " a.state = 'approved' WHERE s.centre_code = 'DEMO-RTC-XS1' AND s.state ="
                    + " 'published' AND s.timing = 'dated' AND s.starts_at > NOW() AND s.id <> "
                    + session
                    + " AND NOT EXISTS (SELECT 1 FROM application t JOIN person p ON p.id ="
                    + " t.person_id WHERE t.session_id = s.id AND p.email = 'trainee"
                    + DEMO
                    + "') GROUP BY s.id HAVING COUNT(*) > 1 ORDER BY COUNT(*), s.id LIMIT 1");
    application
        .database()
        .update(
            "UPDATE application SET person_id = (SELECT id FROM person WHERE email = 'trainee"
                + DEMO
                + "') WHERE session_id = "
                + online
                + " AND state = 'approved' ORDER BY id LIMIT 1");
    for (String language : List.of("ar", "en")) {
      sayHowItIsJoined(online, language);
    }
    assertThat(
            part(
                "trainee" + DEMO,
                "text/calendar",
                each -> each.contains("METHOD:REQUEST") && unfolded(each).contains(PLANTED + "en")))
        .contains("CONFERENCE;VALUE=URI");
    await(
        "COUNT(*) FROM mail_letter WHERE kind LIKE 'attendance.letter.%' AND state = 'sent' AND"
            + " body_calendar IS NULL");

    Map<String, Set<String>> told = new TreeMap<>();
    String own = "";
    for (String who : List.of("", "trainee", "coordinator", "centre", "editor", "rocb", "admin")) {
      try (Window window = Window.of(application, "en")) {
        window.go("/sign-in");
        if (!who.isEmpty()) {
          window.signIn(who);
        }
        if (who.equals("trainee")) {
          window.go("/account/calendar");
          window.find("#make").click();
          own = window.find("#address").textContent();
          assertThat(unfolded(window.page.request().get(own).text())).contains(PLANTED + "en");
        }
        told.put(who, toldAt(window, online));
      }
    }
    String page = "/calendar/session/" + online;
    String form = "/desk/session/" + online + "/online";
    assertThat(told)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "",
                Set.of(),
                "trainee",
                Set.of(page, "/my/attendance"),
                "coordinator",
                Set.of(),
                "centre",
                Set.of(page, form),
                "editor",
                Set.of(),
                "rocb",
                Set.of(),
                "admin",
                Set.of(page, form)));

    try (Window trainee = Window.of(application, "en");
        Window reader = Window.of(application, "ar")) {
      for (Window each : List.of(trainee, reader)) {
        each.go("/sign-in");
        each.signIn("trainee");
        each.go("/my/attendance");
        each.look("my-attendance-online");
        each.go(page);
        assertThat(each.find("#join a")).hasAttribute("href", PLANTED + "en");
        each.look("session-online");
      }
      application
          .database()
          .update(
              "UPDATE application SET state = 'withdrawn' WHERE session_id = "
                  + online
                  + " AND person_id = (SELECT id FROM person WHERE email = 'trainee"
                  + DEMO
                  + "')");
      assertThat(toldAt(trainee, online)).as("without the seat").isEmpty();
      assertThat(unfolded(trainee.page.request().get(own).text())).doesNotContain("meet.example");
    }
  }

  /** In the form of the centre, with what is wrong at first. */
  private static void sayHowItIsJoined(long online, String language) {
    try (Window centre = Window.of(application, language)) {
      centre.go("/sign-in");
      centre.signIn("centre");
      centre.go("/desk/session/" + online + "/online");
      centre.tabTo("#address");
      centre.page.keyboard().press("Control+A");
      centre.page.keyboard().type("http://meet.example/open");
      centre.tabTo("#note");
      centre.page.keyboard().press("Control+A");
      centre.page.keyboard().type("Number 7, code 91");
      centre.enter();
      assertThat(centre.find("#address-error"))
          .containsText(centre.text("attendance", "online.address.https"));
      assertThat(centre.find("#note")).hasValue("Number 7, code 91");
      centre.look("online-room-problem");
      centre.find("#address").fill(PLANTED + language);
      centre.find("#keep").click();
      assertThat(centre.find(".note.ok")).containsText(centre.text("attendance", "online.kept"));
      centre.look("online-room");
    }
  }

  /** Where somebody reads what was planted, of all places that speak of the session. */
  private static Set<String> toldAt(Window window, long online) throws SQLException {
    String code = text("SELECT code FROM training_session WHERE id = " + online);
    String region = text("SELECT region_code FROM training_session WHERE id = " + online);
    String course =
        text(
            "SELECT c.code FROM course c JOIN training_session s ON s.course_id = c.id WHERE s.id ="
                + " "
                + online);
    List<String> places =
        new ArrayList<>(
            List.of(
                "/calendar/session/" + online,
                "/calendar?view=agenda",
                "/calendar/centre/DEMO-RTC-XS1",
                "/calendar.ics?centre=DEMO-RTC-XS1",
                "/calendar/centre/DEMO-RTC-XS1.ics",
                "/calendar/region/" + region + ".ics",
                "/dav/centres/DEMO-RTC-XS1/" + code + ".ics",
                "/calendar/signage/DEMO-RTC-XS1",
                "/api/v1/sessions",
                "/api/v1/sessions/" + online,
                "/api/v1/sessions/" + online + "/roll",
                "/catalog/" + course,
                "/search?q=meet.example",
                "/search?q=" + code,
                "/applications",
                "/my/attendance",
                "/account/data",
                "/account/data/download",
                "/desk/centre",
                "/desk/centre/session/" + online,
                "/desk/centre/session/" + online + "/participants",
                "/desk/centre/session/" + online + "/participants/file?format=csv",
                "/desk/session/" + online + "/online",
                "/desk/session/" + online + "/roll-call",
                "/desk/decisions",
                "/desk/audit",
                "/desk/outbox"));
    for (int i = 0; i < 4; i++) {
      places.add(
          "/desk/outbox/"
              + text(
                  "SELECT id FROM mail_letter WHERE kind LIKE 'attendance.letter.%' ORDER BY id DESC"
                      + " LIMIT 1 OFFSET "
                      + i));
    }
    Set<String> told = new TreeSet<>();
    for (String place : places) {
      String read = unfolded(new String(window.bytes(place), StandardCharsets.UTF_8));
      if (read.contains(PLANTED) || read.contains("code 91")) {
        told.add(place);
      }
    }
    return told;
  }

  private static String unfolded(String calendar) {
    return calendar.replace("\r\n ", "");
  }

  @Test
  void theOwnCalendarIsReadByASecretAddressUntilItIsRevoked() {
    try (Window officer = Window.of(application, "en")) {
      officer.go("/sign-in");
      officer.signIn("trainee");
      officer.go("/account/calendar");
      officer.find("#make").click();
      String address = officer.find("#address").textContent();
      officer.look("personal-feed");
      APIResponse feed = officer.page.request().get(address);
      assertThat(feed.status()).isEqualTo(200);
      assertThat(Biweekly.parse(feed.text()).first()).isNotNull();
      assertThat(
              officer
                  .page
                  .request()
                  .get(
                      address,
                      RequestOptions.create()
                          .setHeader("If-None-Match", feed.headers().get("etag")))
                  .status())
          .isEqualTo(304);
      officer.find("#revoke").click();
      assertThat(officer.find(".note.ok")).isVisible();
      assertThat(officer.page.request().get(address).status()).isEqualTo(404);
    }
  }

  private static String replied(long held, String reply, String state) {
    return "COUNT(*) FROM calendar_invitation i JOIN application a ON a.id = i.application_id"
        + " WHERE a.session_id = "
        + held
        + " AND i.reply = '"
        + reply
        + "' AND a.state = '"
        + state
        + "'";
  }

  /** Waits until what is counted is there; each look lasts a moment. */
  private static void await(String counted) throws SQLException {
    Instant limit = Instant.now().plus(LIMIT);
    while (application.database().number("SELECT " + counted) == 0
        && Instant.now().isBefore(limit)) {
      MAIL.waitForIncomingEmail(200, Integer.MAX_VALUE);
    }
    assertThat(application.database().number("SELECT " + counted)).as(counted).isPositive();
  }

  /** Of those who have a seat the one at a place in their order. */
  private static String email(long held, int place) throws SQLException {
    return text(
        "SELECT p.email FROM application a JOIN person p ON p.id = a.person_id WHERE a.session_id ="
            + " "
            + held
            + " AND a.state = 'approved' ORDER BY a.id LIMIT 1 OFFSET "
            + place);
  }

  private static ICalendar entry(String to, long held, String method) throws Exception {
    String uid =
        "UID:" + text("SELECT code FROM training_session WHERE id = " + held) + "@portolan";
    return Biweekly.parse(
            part(
                to,
                "text/calendar",
                each -> each.contains("METHOD:" + method) && each.contains(uid)))
        .first();
  }

  private static String link(String to, long held) throws Exception {
    String token =
        entry(to, held, "REQUEST")
            .getEvents()
            .get(0)
            .getOrganizer()
            .getEmail()
            .replaceAll(".*\\+|@.*", "");
    String text = part(to, "text/plain", each -> each.contains(token));
    return text.replaceAll("(?s).*(/calendar/invitation\\?token=\\S+).*", "$1");
  }

  /** The part of a kind of a letter to somebody that is like this. */
  private static String part(String to, String kind, Predicate<String> wanted) throws Exception {
    Instant limit = Instant.now().plus(LIMIT);
    while (Instant.now().isBefore(limit)) {
      for (MimeMessage message : MAIL.getReceivedMessages()) {
        if (message.getAllRecipients()[0].toString().equals(to)
            && message.getContent() instanceof MimeMultipart parts) {
          for (int i = 0; i < parts.getCount(); i++) {
            if (parts.getBodyPart(i).isMimeType(kind)) {
              String text =
                  new String(
                      parts.getBodyPart(i).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
              if (wanted.test(text)) {
                return text;
              }
            }
          }
        }
      }
      MAIL.waitForIncomingEmail(200, Integer.MAX_VALUE);
    }
    throw new AssertionError("no such letter to " + to);
  }

  private static String reply(ICalendar request, String from, String said, int later) {
    VEvent event = request.getEvents().get(0);
    String stamp =
        DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC)
            .format(Instant.now().plusSeconds(later));
    return String.join(
        "\r\n",
        List.of(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "METHOD:REPLY",
            "BEGIN:VEVENT",
            "UID:" + event.getUid().getValue(),
            "SEQUENCE:" + event.getSequence().getValue(),
            "DTSTAMP:" + stamp,
            "ORGANIZER:mailto:" + event.getOrganizer().getEmail(),
            "ATTENDEE;PARTSTAT=" + said + ":mailto:" + from,
            "END:VEVENT",
            "END:VCALENDAR",
            ""));
  }

  /** By SMTP, as a calendar sends it. */
  private static void post(String from, String calendar) throws Exception {
    Session session = MAIL.getSmtp().createSession();
    MimeMessage message = new MimeMessage(session);
    message.setFrom(from);
    message.setRecipients(Message.RecipientType.TO, REPLIES);
    message.setSubject("Re: an entry", "UTF-8");
    MimeBodyPart words = new MimeBodyPart();
    words.setText("Sent by a calendar", "UTF-8");
    MimeBodyPart entry = new MimeBodyPart();
    entry.setText(calendar, "UTF-8", "calendar");
    entry.setHeader("Content-Type", "text/calendar; charset=UTF-8; method=REPLY");
    message.setContent(new MimeMultipart("alternative", words, entry));
    Transport.send(message);
  }

  private static String text(String sql) throws SQLException {
    try (Connection connection = application.database().dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  private static Window tablet(int ahead) {
    Window window = Window.of(application, "en");
    if (ahead > 0) {
      window.page.addInitScript(
          "const right = Date.now; Date.now = () => right() + " + ahead + ";");
    }
    window.go("/sign-in");
    window.signIn("centre");
    window.go("/desk/session/" + session + "/roll-call");
    return window;
  }

  private static void awaitKept(Window tablet) {
    assertThat(tablet.find("#tablet")).hasAttribute("data-kept", "yes", within());
  }

  private static void awaitSent(Window tablet) {
    tablet.page.evaluate("() => window.dispatchEvent(new Event('online'))");
    assertThat(tablet.find("#tablet"))
        .hasAttribute(
            "data-queue", "0", new LocatorAssertions.HasAttributeOptions().setTimeout(40_000));
  }

  /** The page of the server is there, and its script has put the roll of the device into it. */
  private static void awaitDrawn(Window tablet) {
    assertThat(tablet.find("#tablet")).hasAttribute("data-queue", "0", within());
  }

  private static LocatorAssertions.HasAttributeOptions within() {
    return new LocatorAssertions.HasAttributeOptions().setTimeout(30_000);
  }

  private static String roll() {
    return "/api/v1/sessions/" + session + "/roll";
  }

  /** What holds, by half-day and person. */
  @SuppressWarnings("unchecked")
  private static Map<String, String> held(Window window) {
    Map<String, String> held = new HashMap<>();
    ((Map<String, Map<String, String>>) window.json(roll()).get("marks"))
        .forEach(
            (who, halves) ->
                halves.forEach((half, presence) -> held.put(half + " " + who, presence)));
    return held;
  }

  private static long marks() throws SQLException {
    return application
        .database()
        .number("SELECT COUNT(*) FROM attendance_mark WHERE session_id = " + session);
  }
}
