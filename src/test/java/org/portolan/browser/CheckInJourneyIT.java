package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.running.PackagedApplication;

/** Participants come in at the door of a session. On an application of its own. */
class CheckInJourneyIT {
  /** The screen takes another code every half minute. */
  private static final double NEXT = 40_000;

  private static PackagedApplication application;
  private static long session;

  @BeforeAll
  static void start() {
    application = PackagedApplication.start("check-in", Map.of());
    session =
        application
            .database()
            .number(
                "SELECT s.id FROM training_session s JOIN application a ON a.session_id = s.id AND"
                    + " a.state = 'approved' WHERE s.centre_code = 'DEMO-RTC-XS1' AND s.state ="
                    + " 'published' AND s.timing = 'dated' AND NOT EXISTS (SELECT 1 FROM application t"
                    + " JOIN person p ON p.id = t.person_id WHERE t.session_id = s.id AND p.email ="
                    + " 'trainee@demo.portolan.example') GROUP BY s.id ORDER BY COUNT(*) DESC, s.id"
                    + " LIMIT 1");
    application
        .database()
        .update(
            "UPDATE application SET person_id = (SELECT id FROM person WHERE email ="
                + " 'trainee@demo.portolan.example') WHERE session_id = "
                + session
                + " AND state = 'approved' ORDER BY id LIMIT 1");
    runNow();
  }

  /** Where the session is held, it is between nine and ten on its only day. */
  private static void runNow() {
    LocalDateTime now = LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
    int east = Math.floorMod(9 - now.getHour() + 12, 24) - 12;
    LocalDateTime there = now.plusHours(east);
    application
        .database()
        .update(
            "UPDATE training_session SET zone = 'Etc/GMT%s%d', first_day = '%s', last_day = '%s',"
                    .formatted(
                        east > 0 ? "-" : "+",
                        Math.abs(east),
                        there.toLocalDate(),
                        there.toLocalDate())
                + " day_start = '09:00', day_end = '12:30', starts_at = '%s', ends_at = '%s' WHERE id = %d"
                    .formatted(
                        there.toLocalDate().atTime(9, 0).minusHours(east),
                        there.toLocalDate().atTime(12, 30).minusHours(east),
                        session));
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @BeforeEach
  void nobodyIsHere() {
    application.database().update("DELETE FROM attendance_mark WHERE session_id = " + session);
    application.database().update("DELETE FROM attendance_signature WHERE session_id = " + session);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void whoScansTheCodeAtTheDoorIsHere(String language) throws Exception {
    try (Window screen = centre(language);
        Window phone = Window.of(application, language)) {
      screen.go("/desk/session/" + session + "/roll-call");
      screen.find("#door").click();
      screen.page.waitForURL("**/door");
      assertThat(screen.find("svg.qr")).isVisible();
      screen.look("door");
      screen.page.reload();
      String code = screen.find(".door-words b").textContent();

      phone.go("/check-in/" + code);
      assertThat(phone.find("#state")).containsText(phone.text("attendance", "checkin.visitor"));
      phone.look("check-in-visitor");
      phone.tabTo("#enter");
      phone.enter();
      phone.tabTo("#email");
      phone.page.keyboard().type("trainee@demo.portolan.example");
      phone.tabTo("#password");
      phone.page.keyboard().type(PackagedApplication.PASSWORD);
      phone.enter();
      assertThat(phone.find("#state")).containsText(phone.text("attendance", "checkin.open"));
      phone.look("check-in-open");
      assertThat(marks()).as("looking notes nothing").isZero();
      phone.tabTo("#arrive");
      phone.enter();
      assertThat(phone.find("#state.ok"))
          .containsText(phone.text("attendance", "presence.present"));
      phone.look("check-in-here");
      phone.go("/check-in/" + code);
      assertThat(phone.find("#state.ok")).isVisible();
      assertThat(marks()).isEqualTo(1);

      // the screen counts by itself
      assertThat(screen.find("#here"))
          .hasText(
              Pattern.compile("^\\D*1\\D"),
              new LocatorAssertions.HasTextOptions().setTimeout(NEXT));
      assertThat(screen.find(".door-words b")).not().hasText(code);
      screen.go("/desk/session/" + session + "/roll-call");
      assertThat(screen.find("fieldset:has(input[value=present]:checked) .door-at"))
          .containsText(screen.text("attendance", "door.at").replaceAll("[,،] .*", ""));
      screen.look("roll-call-door");
      phone.go("/my/attendance");
      assertThat(phone.main()).containsText(phone.text("attendance", "mine.later"));
      screen.find("#signer").fill("Grace Trainer");
      screen.find("#sign ~ form .btn").click();
      assertThat(screen.find("#certificates")).isVisible();
      phone.page.reload();
      phone.look("my-attendance");
      phone.tabTo("a[href$='/certificate']");
      String certificate = pdf(phone.bytes("/my/attendance/" + session + "/certificate"));
      assertThat(certificate).contains("Grace Trainer");
      phone.go("/check-in/" + code);
      assertThat(phone.find("#state.ok")).isVisible();
    }
  }

  @Test
  void aBadgeIsScannedAlsoWithoutANetwork() throws Exception {
    try (Window tablet = centre("en")) {
      tablet.go("/desk/session/" + session + "/roll-call");
      assertThat(tablet.find("#tablet"))
          .hasAttribute(
              "data-kept", "yes", new LocatorAssertions.HasAttributeOptions().setTimeout(NEXT));
      List<String> codes =
          Pattern.compile("[0-9A-Z]{4}(?: [0-9A-Z]{4}){3}")
              .matcher(pdf(tablet.bytes("/desk/session/" + session + "/badges.pdf")))
              .results()
              .map(MatchResult::group)
              .toList();
      assertThat(codes).hasSizeGreaterThan(2).doesNotHaveDuplicates();
      tablet.tabTo("#scanned");
      scan(tablet, codes.get(0));
      assertThat(tablet.find("input[value=present]:checked")).hasCount(1);
      assertThat(tablet.find("#tablet")).hasAttribute("data-queue", "0");
      assertThat(marks()).isEqualTo(1);

      tablet.page.context().setOffline(true);
      tablet.page.reload();
      assertThat(tablet.find("input[value=present]:checked")).hasCount(1);
      tablet.tabTo("#scanned");
      scan(tablet, codes.get(1));
      scan(tablet, codes.get(2).replace(" ", "").toLowerCase(Locale.ROOT));
      assertThat(tablet.find("input[value=present]:checked")).hasCount(3);
      scan(tablet, codes.get(2).replace(codes.get(2).charAt(0), '_'));
      assertThat(tablet.find("#badge-said.err"))
          .hasText(tablet.text("attendance", "refused.unknown-badge"));
      assertThat(marks()).isEqualTo(1);
      tablet.page.context().setOffline(false);
      tablet.page.evaluate("() => window.dispatchEvent(new Event('online'))");
      assertThat(tablet.find("#tablet"))
          .hasAttribute(
              "data-queue", "0", new LocatorAssertions.HasAttributeOptions().setTimeout(NEXT));
      assertThat(marks()).isEqualTo(3);
      tablet.look("roll-call-badge");
      assertThat(pdf(tablet.bytes("/desk/session/" + session + "/name-plates.pdf"))).isNotBlank();
    }
  }

  /** As a scanner does that is a keyboard. */
  private static void scan(Window tablet, String code) {
    tablet.page.keyboard().type(code);
    tablet.page.keyboard().press("Enter");
    assertThat(tablet.find("#scanned")).hasValue("");
    assertThat(tablet.find("#badge-said")).not().isEmpty();
  }

  private static String pdf(byte[] document) throws IOException {
    try (PDDocument read = Loader.loadPDF(document)) {
      return new PDFTextStripper().getText(read);
    }
  }

  @Test
  void anOldCodeSaysSoAndAScreenWithoutANetworkShowsNone() {
    try (Window screen = centre("en");
        Window phone = Window.of(application, "en")) {
      screen.go("/desk/session/" + session + "/door");
      String code = screen.find(".door-words b").textContent();
      assertThat(screen.find(".door-words b"))
          .not()
          .hasText(code, new LocatorAssertions.HasTextOptions().setTimeout(NEXT));
      screen.page.context().setOffline(true);
      assertThat(screen.find("#old"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(NEXT));
      assertThat(screen.find("#code")).isHidden();
      screen.page.context().setOffline(false);
      assertThat(screen.find("#code"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(NEXT));
      assertThat(screen.find("#old")).isHidden();

      phone.go("/check-in/" + code);
      assertThat(phone.find("#state")).containsText(phone.text("attendance", "checkin.expired"));
      phone.look("check-in-expired");
      // typed from the screen, as people type
      phone
          .find("#code")
          .fill(
              screen
                  .find(".door-words b")
                  .textContent()
                  .replace('-', ' ')
                  .toUpperCase(Locale.ROOT));
      phone.find("#go").click();
      assertThat(phone.find("#state")).containsText(phone.text("attendance", "checkin.visitor"));
      String page =
          new String(screen.bytes("/desk/session/" + session + "/door"), StandardCharsets.UTF_8);
      assertThat(page).contains("<noscript><meta http-equiv=\"refresh\"");
    }
  }

  private static Window centre(String language) {
    Window window = Window.of(application, language);
    window.go("/sign-in");
    window.signIn("centre");
    return window;
  }

  private static long marks() {
    return application
        .database()
        .number("SELECT COUNT(*) FROM attendance_mark WHERE session_id = " + session);
  }
}
