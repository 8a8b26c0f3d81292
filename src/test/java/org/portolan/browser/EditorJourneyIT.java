package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A knowledge editor writes a practice; a moment later anybody finds and reads it. */
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
        Window visitor = Window.of(language)) {
      editor.go("/desk/practices");
      editor.look("practice-desk");
      editor.find("a[href='/desk/practices/new']").click();
      editor.look("practice-form-new");
      editor.find("#title").fill(title);
      editor.find("#year").fill("last year");
      editor.find("#done").fill("Too short");
      editor.find("button[value=publish]").click();
      assertThat(editor.find("#year-e")).isVisible();
      assertThat(editor.find("#summary-e")).isVisible();
      assertThat(editor.find("#theme-e")).isVisible();
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
      Instant published = Instant.now();
      editor.find("button[value=publish]").click();
      assertThat(editor.find("h1")).hasText(title);
      assertThat(editor.find(".note.ok")).isVisible();
      String code = editor.shown();
      editor.look("practice-published");

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
      visitor.look("practice-read");
      visitor.go("/desk/practices/" + code);
      assertThat(visitor.page.url()).contains("/sign-in");
    }
  }
}
