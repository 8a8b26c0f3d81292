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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

  /** Who looks for which words, and the title of what will be found. */
  private record Officer(String language, String who, String title, String words) {}

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

  /** Two officers, each in a language of their own, wait together: it takes more than a minute. */
  @Test
  void whatFitsASavedSearchComesByLetter() throws Exception {
    Officer first = new Officer("en", "trainee", "Lantern signals at the river post", "lantern");
    Officer second = new Officer("ar", "hamad.alkhaliji", "إشارات الفوانيس عند النهر", "الفوانيس");
    try (Window one = signedIn(first.who(), first.language());
        Window other = signedIn(second.who(), second.language())) {
      save(one, first);
      save(other, second);
      String code = published(first);
      String otherCode = published(second);
      read(one, first, code);
      read(other, second, otherCode);
    }
  }

  private static void save(Window window, Officer officer) {
    window.go("/search?q=" + officer.words() + "&type=practice");
    window.find("a[href^='/my/searches/new']").click();
    window.look("search-save");
    window.find("#name").fill("");
    window.find("#save").click();
    assertThat(window.find(".note.err")).isVisible();
    window.look("search-save-wrong");
    window.find("#name").fill("<b>" + officer.words() + "</b>");
    window.find("#rhythm").selectOption("daily");
    window.find("#save").click();
    assertThat(window.find(".note.ok")).isVisible();
    assertThat(window.find(".card h2")).hasText("<b>" + officer.words() + "</b>");
    window.look("searches-saved");
  }

  private static void read(Window window, Officer officer, String code) throws Exception {
    MimeMessage message = letter(officer, code);
    String letter = text(message).orElseThrow();
    assertThat(letter).contains(officer.title(), "<b>" + officer.words() + "</b>");
    window.go(path(letter, "/knowledge/" + code));
    assertThat(window.find("h1")).hasText(officer.title());

    // the letter is in the language of the account, the window in the one of this test
    String stop =
        path(letter, "/search/stop\\?\\S+").replaceAll("lang=[a-z]+", "lang=" + officer.language());
    try (Window reader = Window.of(application, officer.language())) {
      reader.go(stop);
      reader.look("search-stop");
      if (officer.language().equals("en")) {
        reader.find("#stop").click();
      } else {
        byOneClick(message);
        reader.go(stop);
      }
      assertThat(reader.find("#state")).containsText(officer.words());
      assertThat(reader.find("#stop")).hasCount(0);
      reader.look("search-stopped");
    }
    window.go("/my/searches");
    assertThat(window.find("select")).hasValue("none");
    window.find("button[value=remove]").click();
    assertThat(window.find(".empty")).isVisible();
    window.look("searches-none");
  }

  /** The code of a practice that one editor writes and another publishes. */
  private static String published(Officer officer) {
    String language = officer.language();
    String title = officer.title();
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

  /** What a program that reads mail does where its owner asks for it: no cookie, no question. */
  private static void byOneClick(MimeMessage message) throws Exception {
    assertThat(message.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    String header = message.getHeader("List-Unsubscribe")[0];
    assertThat(header).matches("<http[^<>\\s]+>");
    URI address = URI.create(header.substring(1, header.length() - 1));
    HttpClient program = HttpClient.newHttpClient();
    HttpResponse<String> looked =
        program.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(looked.statusCode()).isEqualTo(200);
    assertThat(looked.body()).as("looking changes nothing").contains("id=\"stop\"");
    for (String type : List.of("application/x-www-form-urlencoded", "multipart/form-data")) {
      boolean parts = type.startsWith("multipart");
      String body =
          parts
              ? "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n"
                  + "One-Click\r\n--b--\r\n"
              : "List-Unsubscribe=One-Click";
      HttpResponse<String> stopped =
          program.send(
              HttpRequest.newBuilder(address)
                  .header("Content-Type", type + (parts ? "; boundary=b" : ""))
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(stopped.statusCode()).as(type).isEqualTo(200);
      assertThat(stopped.body()).as(type).doesNotContain("id=\"stop\"");
    }
  }

  /** Nights pass until the letter is there that tells of a practice. */
  private static MimeMessage letter(Officer officer, String code) throws Exception {
    String address = officer.who() + "@demo.portolan.example";
    Instant limit = Instant.now().plus(LONGEST);
    while (Instant.now().isBefore(limit)) {
      aNightPasses();
      for (MimeMessage message : MAIL.getReceivedMessages()) {
        String text = text(message).orElse("");
        if (message.getRecipients(Message.RecipientType.TO)[0].toString().contains(address)
            && text.contains("/knowledge/" + code)) {
          return message;
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
