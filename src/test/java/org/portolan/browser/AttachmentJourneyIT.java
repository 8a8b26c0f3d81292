package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portolan.platform.reading.MadeDocuments;

/**
 * An editor adds a PDF to a draft, a colleague publishes it; a visitor searches for a word on its
 * third page, is told the page, reads it and takes the file.
 */
class AttachmentJourneyIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  @ParameterizedTest
  @CsvSource({"en,Quarterdeck,Manual of quarterdeck seals", "ar,Sternpost,دليل الأختام"})
  void aFileIsAddedAndFoundAtThePage(String language, String word, String title) throws Exception {
    try (Window editor = Window.of("editor", language);
        Window colleague = Window.of("ermelinda.embala", language);
        Window visitor = Window.of(language)) {
      String code = handedOver(editor, language, title);
      colleague.go("/desk/practices/" + code + "/versions");
      colleague.find("button[value=take-back]").click();
      editor.go("/desk/practices/" + code + "/versions");
      editor.find("#files").click();
      editor.look("attachment-none");
      editor.find("#title").fill(title);
      editor
          .find("#file")
          .setInputFiles(
              new FilePayload(
                  "run.pdf",
                  "application/pdf",
                  "This is no PDF at all, but plain text.".getBytes()));
      editor.find("#send").click();
      assertThat(editor.find("#files li")).hasCount(1);
      byte[] pdf = MadeDocuments.pdf(List.of("Cover", "Contents", "Check the " + word + " twice."));
      editor.find("#title").fill(title);
      editor.find("#file").setInputFiles(new FilePayload("m.pdf", "application/pdf", pdf));
      editor.find("#send").click();
      assertThat(editor.find(".note.ok")).isVisible();
      assertThat(editor.find("#files li")).hasCount(2);
      Instant limit = Instant.now().plus(SOON);
      while (editor.find("#files .state.ok").count() < 2 && Instant.now().isBefore(limit)) {
        editor.go("/desk/practices/" + code + "/files");
      }
      while (editor.find(".first-page").count() < 1 && Instant.now().isBefore(limit)) {
        editor.go("/desk/practices/" + code + "/files");
      }
      seen(editor.find(".first-page"));
      editor.look("attachment-desk");
      editor.find("#files li button").first().click();
      assertThat(editor.find("#files li")).hasCount(1);

      editor.go("/desk/practices/" + code);
      editor.find("button[value=hand-in]").click();
      colleague.go("/desk/practices/" + code + "/versions");
      colleague.find("button[value=approve]").click();
      assertThat(colleague.find(".note.ok")).isVisible();

      Locator hit = visitor.find(".hit:has(a[href*='/knowledge/" + code + "/files/'])");
      limit = Instant.now().plus(SOON);
      do {
        visitor.go("/search?q=" + word);
      } while (hit.count() == 0 && Instant.now().isBefore(limit));
      assertThat(hit).hasCount(1);
      assertThat(hit).containsText("3");
      assertThat(hit.locator("mark").last()).hasText(word);
      visitor.look("search-attachment-found");
      hit.locator("a").first().click();
      assertThat(visitor.find(".prose")).containsText("Check the " + word + " twice.");
      seen(visitor.find(".first-page"));
      visitor.look("attachment-page");
      Download file = visitor.page.waitForDownload(() -> visitor.find("#take").click());
      assertThat(Files.readAllBytes(file.path())).isEqualTo(pdf);
      assertThat(file.suggestedFilename()).isEqualTo("m.pdf");
      visitor.go("/knowledge/" + code);
      assertThat(visitor.find("#files a")).hasText(title);
      seen(visitor.find("#files .first-page"));
      visitor.look("practice-with-file");
      visitor.page.setViewportSize(320, 900);
      visitor.page.reload();
      seen(visitor.find("#files .first-page"));
    }
  }

  /** A picture that came, of the size that was kept for it. */
  private static void seen(Locator picture) {
    assertThat(picture).hasCount(1);
    String before = size(picture);
    picture.scrollIntoViewIfNeeded();
    picture.evaluate("async image => { await image.decode(); }");
    assertThat((int) picture.evaluate("image => image.naturalWidth")).isEqualTo(160);
    assertThat(size(picture)).as("no shift").isEqualTo(before);
  }

  private static String size(Locator picture) {
    return String.valueOf(
        picture.evaluate("image => image.clientWidth + ' x ' + image.clientHeight"));
  }

  /** A draft that is whole, handed in. */
  private static String handedOver(Window editor, String language, String title) {
    editor.go("/desk/practices/new");
    editor.find("#language").selectOption(language);
    editor.find("#title").fill(title + " 2026");
    editor.find("#theme").selectOption("RISK");
    editor.find("#year").fill("2026");
    for (String field : List.of("#summary", "#contact", "#context", "#problem", "#result")) {
      editor.find(field).fill(title);
    }
    editor.find("#done").fill(title);
    editor.find("#licence").selectOption("cc-by-sa-4.0");
    editor.find("#consentFrom").fill("Customs of Sankor");
    editor.find("#consentOn").fill("2026-02-03");
    editor.find("button[value=hand-in]").click();
    assertThat(editor.find(".note.ok")).isVisible();
    return editor.page.url().replaceAll(".*/practices/([^/]+)/versions.*", "$1");
  }
}
