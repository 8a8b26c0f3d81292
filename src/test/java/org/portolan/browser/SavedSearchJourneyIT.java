package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portolan.running.PackagedApplication;

/**
 * An officer keeps a search, an editor publishes what fits it, and a letter of the night leads to
 * it. The same letter stops what comes after it.
 */
class SavedSearchJourneyIT {
  private static final GreenMail MAIL =
      new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", "smtp")});
  private static final Duration LONGEST = Duration.ofMinutes(4);

  private static PackagedApplication application;

  @BeforeAll
  static void start() {
    MAIL.start();
    application =
        PackagedApplication.start(
            "saved-search",
            Map.of(
                "PORTOLAN_MAIL_URL",
                "smtp://127.0.0.1:" + MAIL.getSmtp().getPort(),
                "PORTOLAN_MAIL_FROM",
                "portolan@portolan.example"));
  }

  @AfterAll
  static void stop() {
    application.close();
    MAIL.stop();
  }

  private static Window signedIn(String who, String language) {
    Window window = Window.of(application, language);
    window.go("/sign-in");
    window.signIn(who);
    return window;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|trainee@demo.portolan.example|trainee|Lantern signals at the river post|lantern",
        "ar|hamad.alkhaliji@demo.portolan.example|hamad.alkhaliji|إشارات الفوانيس عند النهر|الفوانيس"
      })
  void whatFitsASavedSearchComesByLetter(
      String language, String address, String who, String title, String words) throws Exception {
    try (Window officer = signedIn(who, language)) {
      officer.go("/search?q=" + words + "&type=practice");
      officer.find("a[href^='/my/searches/new']").click();
      officer.look("search-save");
      officer.find("#name").fill("");
      officer.find("#save").click();
      assertThat(officer.find(".note.err")).isVisible();
      officer.look("search-save-wrong");
      officer.find("#name").fill("<b>" + words + "</b>");
      officer.find("#rhythm").selectOption("daily");
      officer.find("#save").click();
      assertThat(officer.find(".note.ok")).isVisible();
      assertThat(officer.find(".card h2")).hasText("<b>" + words + "</b>");
      officer.look("searches-saved");

      String code = published(language, title);
      String letter = letter(address, code);
      assertThat(letter).contains(title, "<b>" + words + "</b>");
      officer.go(path(letter, "/knowledge/" + code));
      assertThat(officer.find("h1")).hasText(title);

      // the letter is in the language of the account, the window in the one of this test
      String stop =
          path(letter, "/search/stop\\?\\S+").replaceAll("lang=[a-z]+", "lang=" + language);
      try (Window reader = Window.of(application, language)) {
        reader.go(stop);
        reader.look("search-stop");
        reader.find("#stop").click();
        assertThat(reader.find("#state")).containsText(words);
        assertThat(reader.find("#stop")).hasCount(0);
        reader.look("search-stopped");
      }
      officer.go("/my/searches");
      assertThat(officer.find("select")).hasValue("none");
      officer.find("button[value=remove]").click();
      assertThat(officer.find(".empty")).isVisible();
      officer.look("searches-none");
    }
  }

  /** The code of a practice that one editor writes and another publishes. */
  private static String published(String language, String title) {
    try (Window editor = signedIn("editor", language);
        Window colleague = signedIn("ermelinda.embala", language)) {
      editor.go("/desk/practices/new");
      editor.find("#title").fill(title);
      editor.find("#language").selectOption(language);
      editor.find("#theme").selectOption("RISK");
      editor.find("#year").fill("2026");
      for (String field :
          new String[] {"summary", "contact", "context", "problem", "result", "done"}) {
        editor.find("#" + field).fill(title + ". " + title + ".");
      }
      editor.find("#licence").selectOption("cc-by-sa-4.0");
      editor.find("#consentFrom").fill("Customs of Sankor");
      editor.find("#consentOn").fill("2026-02-03");
      editor.find("button[value=hand-in]").click();
      assertThat(editor.find(".note.ok")).isVisible();
      String code = editor.page.url().replaceAll(".*/practices/([^/]+)/versions.*", "$1");
      colleague.go("/desk/practices/" + code + "/versions");
      colleague.find("button[value=approve]").click();
      assertThat(colleague.find(".note.ok")).isVisible();
      return code;
    }
  }

  /** Nights pass until the letter is there that tells of a practice. */
  private static String letter(String address, String code) throws Exception {
    Instant limit = Instant.now().plus(LONGEST);
    while (Instant.now().isBefore(limit)) {
      aNightPasses();
      for (MimeMessage message : MAIL.getReceivedMessages()) {
        String text = text(message).orElse("");
        if (message.getRecipients(Message.RecipientType.TO)[0].toString().contains(address)
            && text.contains("/knowledge/" + code)) {
          return text;
        }
      }
      Thread.sleep(1_000);
    }
    throw new AssertionError("no letter to " + address + " tells of " + code);
  }

  private static void aNightPasses() throws SQLException {
    application
        .database()
        .update("UPDATE saved_search SET due_at = '2026-01-01' WHERE rhythm <> 'none'");
  }

  private static Optional<String> text(Part part) throws Exception {
    if (part.isMimeType("text/plain")) {
      return Optional.of((String) part.getContent());
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart each = parts.getBodyPart(i);
        Optional<String> found = text(each);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static String path(String letter, String pattern) {
    Matcher link = Pattern.compile("http://[^/\\s]+(" + pattern + ")").matcher(letter);
    assertThat(link.find()).as("%s in %s", pattern, letter).isTrue();
    return link.group(1);
  }
}
