package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A knowledge editor writes a practice, another of the region publishes it; a moment later anybody
 * finds and reads it, and nobody sees what is changed afterwards until that is published too.
 */
class EditorJourneyIT {
  private static final Duration FOUND_WITHIN = Duration.ofSeconds(2);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Mangrove patrols by paddle boat|mangroves|The patrols paddle at night.",
        "ar|دوريات القوارب في غابات القرم|القوارب|تخرج الدوريات ليلاً في قوارب صغيرة."
      })
  void aPracticeIsWrittenPublishedFoundAndRead(
      String language, String title, String query, String sentence) {
    try (Window editor = Window.of("editor", language);
        Window colleague = Window.of("ermelinda.embala", language);
        Window visitor = Window.of(language)) {
      editor.go("/desk/practices");
      editor.look("practice-desk");
      editor.find("a[href='/desk/practices/new']").click();
      editor.look("practice-form-new");
      editor.find("#title").fill(title);
      editor.find("#year").fill("last year");
      editor.find("#done").fill("Too short");
      editor.find("button[value=hand-in]").click();
      assertThat(editor.find("#year-e")).isVisible();
      assertThat(editor.find("#summary-e")).isVisible();
      assertThat(editor.find("#theme-e")).isVisible();
      assertThat(editor.find("#licence-e")).isVisible();
      assertThat(editor.find("#context-e")).isVisible();
      assertThat(editor.find("#done-e")).hasCount(0);
      assertThat(editor.find("#title")).hasValue(title);
      assertThat(editor.find("#done")).hasValue("Too short");
      assertThat(editor.find("#year")).hasValue("last year");
      editor.look("practice-form-wrong");

      editor.find("#language").selectOption(language);
      editor.find("#summary").fill(sentence);
      editor.find("#theme").selectOption("RISK");
      editor.find("#year").fill("2026");
      editor.find("#contact").fill("Harbour unit");
      editor.find("#context").fill(sentence);
      editor.find("#problem").fill(sentence);
      editor.find("#result").fill(sentence);
      editor
          .find("#done")
          .fill(
              "### "
                  + title
                  + "\n\n"
                  + sentence
                  + "\n\n- **one**\n- two\n\n"
                  + "<script>alert('x')</script>\n\n[link](javascript:alert(1))\n");
      editor.find("button[value=preview]").click();
      assertThat(editor.find(".prose li strong")).hasText("one");
      editor.look("practice-form-preview");
      editor.find("#note").fill("First");
      editor.find("#licence").selectOption("cc-by-sa-4.0");
      editor.find("#consentFrom").fill("Customs of Sankor");
      editor.find("#consentOn").fill("2026-02-03");
      editor.find("button[value=hand-in]").click();
      assertThat(editor.find(".note.ok")).isVisible();
      String code = editor.page.url().replaceAll(".*/practices/([^/]+)/versions.*", "$1");
      assertThat(editor.find("button[value=approve]")).hasCount(0);
      editor.look("practice-handed-in");
      visitor.go("/knowledge/" + code);
      assertThat(visitor.find("h1")).not().hasText(title);

      colleague.go("/desk/practices?state=review");
      colleague.find("a[href='/desk/practices/" + code + "/versions']").click();
      colleague.find("#read-work").click();
      assertThat(colleague.find("#text")).containsText(sentence);
      colleague.look("practice-to-decide");
      Instant published = Instant.now();
      colleague.find("button[value=approve]").click();
      assertThat(colleague.find(".note.ok")).isVisible();

      Locator hit = visitor.find(".hit:has(a[href^='/knowledge/" + code + "'])");
      do {
        visitor.go("/search?q=" + query);
      } while (hit.count() == 0 && Instant.now().isBefore(published.plus(FOUND_WITHIN)));
      assertThat(hit).hasCount(1);
      assertThat(hit.locator("mark").first()).isVisible();
      visitor.look("search-practice-found");
      Locator facet = visitor.find(".facets a[href*='type=practice']");
      String count = facet.locator(".n").innerText();
      facet.click();
      assertThat(hit).hasCount(1);
      assertThat(visitor.find(".hit")).hasCount(Math.min(10, Integer.parseInt(count)));
      visitor.look("search-practices-only");
      hit.locator("a").first().click();
      assertThat(visitor.find("h1")).hasText(title);
      assertThat(visitor.find(".prose")).containsText(sentence);
      assertThat(visitor.find(".prose li strong")).hasText("one");
      assertThat(visitor.find(".prose h2").last())
          .hasText(visitor.text("knowledge", "section.contact"));
      assertThat(visitor.find(".prose")).containsText("<script>alert('x')</script>");
      assertThat(visitor.find("script")).hasCount(0);
      assertThat(visitor.find("a[href^=javascript]")).hasCount(0);
      assertThat(visitor.find("#licence a")).hasText("CC BY-SA 4.0");
      assertThat(visitor.find("#licence")).containsText("Customs of Sankor");
      visitor.look("practice-read");
      changeAndGoBack(editor, colleague, visitor, code, sentence);
      visitor.go("/desk/practices/" + code);
      assertThat(visitor.page.url()).contains("/sign-in");
    }
  }

  private static void changeAndGoBack(
      Window editor, Window colleague, Window visitor, String code, String sentence) {
    String other = sentence + " 2026";
    editor.go("/desk/practices/" + code);
    editor.look("practice-form-copy");
    editor.find("#result").fill(other);
    editor.find("button[value=hand-in]").click();
    assertThat(editor.find(".difference ins")).containsText("2026");
    visitor.go("/knowledge/" + code);
    assertThat(visitor.find(".prose")).not().containsText("2026");

    colleague.go("/desk/practices/" + code + "/versions");
    colleague.find("button[value=send-back]").click();
    assertThat(colleague.find("#words-e")).isVisible();
    colleague.find("#words").fill("2027?");
    colleague.look("practice-difference");
    colleague.find("button[value=send-back]").click();
    editor.go("/desk/practices/" + code);
    assertThat(editor.find(".reason")).hasText("2027?");
    editor.look("practice-form-sent-back");
    editor.find("button[value=hand-in]").click();
    colleague.go("/desk/practices/" + code + "/versions");
    colleague.find("button[value=approve]").click();
    assertThat(colleague.find(".history > li")).hasCount(2);
    colleague.look("practice-versions");
    visitor.go("/knowledge/" + code);
    assertThat(visitor.find(".prose")).containsText(other);

    colleague.find("button[value=restore]").click();
    assertThat(colleague.find("#result")).hasValue(sentence);
    colleague.go("/desk/practices/" + code + "/versions");
    colleague.find("button[value=discard]").click();
    colleague.find("#successor").fill("DEMO-PR-001");
    colleague.find("button[value=archive]").click();
    visitor.go("/knowledge/" + code);
    assertThat(visitor.find("#successor")).isVisible();
    visitor.look("practice-archived");
  }
}
