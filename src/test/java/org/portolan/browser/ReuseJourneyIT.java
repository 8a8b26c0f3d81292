package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An officer says that their administration used a practice, and others see it and find it. */
class ReuseJourneyIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Each would run something where words were taken for markup. */
  private static final List<String> PAYLOADS =
      List.of(
          "<script>window.ran=1</script>",
          "<img src=x onerror=window.ran=1>",
          "<svg onload=window.ran=1>",
          "[a](javascript:window.ran=1)",
          "<a href=\"javascript:window.ran=1\">b</a>",
          "<iframe srcdoc='<script>parent.ran=1</script>'>",
          "</div></main><script>window.ran=1</script>",
          "<style>@import 'javascript:window.ran=1'</style>",
          "<details open ontoggle=window.ran=1>",
          "![c](x\" onerror=\"window.ran=1)",
          "#{window.ran=1}${7*7}",
          "<body onload=window.ran=1>",
          "&lt;script&gt;window.ran=1&lt;/script&gt;",
          "<https://x.example/\" onmouseover=\"window.ran=1>");

  @ParameterizedTest
  @CsvSource({"en,DEMO-PR-068", "ar,DEMO-PR-064"})
  void anAdministrationUsedAPractice(String language, String code) throws Exception {
    try (Window officer = Window.of("trainee", language);
        Window visitor = Window.of(language)) {
      officer.go("/knowledge/" + code);
      officer.find("#we-used-it").click();
      officer.look("use-form");
      officer.find("#report").click();
      assertThat(officer.find(".note.err")).isVisible();
      officer.find("#words").fill(String.join("\n\n", PAYLOADS) + "\n\n**Two** posts, 14 days");
      officer.find("#report").click();
      assertThat(officer.find(".note.ok")).isVisible();
      officer.look("uses");
      assertHarmless(officer);

      visitor.go("/knowledge/" + code);
      assertThat(visitor.find("#used")).hasCount(1);
      assertThat(visitor.find("[aria-labelledby=used] strong")).hasText("Two");
      visitor.look("practice-used");
      assertHarmless(visitor);
      visitor.go("/knowledge/" + code + "/use");
      assertThat(visitor.find("button")).hasCount(0);
      visitor.find(".actions a[href$='/use/new']").click();
      assertThat(visitor.find("#password")).isVisible();

      Locator hit = visitor.find(".hit:has(a[href='/knowledge/" + code + "'])");
      Instant limit = Instant.now().plus(SOON);
      do {
        visitor.go("/search?type=practice&sort=reused");
      } while (hit.count() == 0 && Instant.now().isBefore(limit));
      assertThat(hit).hasCount(1);
      assertThat(visitor.find(".hits .hit h3 a").first())
          .hasAttribute("href", "/knowledge/DEMO-PR-063");
      visitor.look("search-reused");

      officer.go("/knowledge/" + code + "/use/new");
      officer.find("#words").fill("Again");
      officer.find("#report").click();
      assertThat(officer.find(".note.err")).hasText(officer.text("reuse", "problem.once"));
    }
    try (Window coordinator = Window.of("coordinator", language)) {
      coordinator.go("/desk/uses");
      coordinator.look("uses-desk");
      assertHarmless(coordinator);
      Locator report = coordinator.find("article:has(a[href='/knowledge/" + code + "/use'])");
      report.locator("button[value=withdraw]").click();
      assertThat(coordinator.find(".note.ok")).isVisible();
      assertThat(report).hasCount(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"en,DEMO-PR-049", "ar,DEMO-PR-017"})
  void readersTalkAndAnEditorHides(String language, String code) {
    String comments = "/knowledge/" + code + "/comments";
    try (Window officer = Window.of("trainee", language);
        Window editor = Window.of("editor", language);
        Window visitor = Window.of(language)) {
      officer.go("/knowledge/" + code);
      officer.find("button[value=yes]").click();
      assertThat(officer.find("button[value=yes]")).hasCount(0);
      assertThat(officer.find("button[value=no]")).hasCount(1);
      officer.look("practice-readers");
      officer.find("#comments").click();
      officer.look("comments-none");
      officer.find("#say button").click();
      assertThat(officer.find(".note.err")).isVisible();
      officer.find("#words").fill(String.join("\n\n", PAYLOADS) + "\n\nHow **many** seals?");
      officer.find("#say button").click();
      assertThat(officer.find(".note.ok")).isVisible();
      assertHarmless(officer);

      editor.go(comments);
      assertHarmless(editor);
      assertThat(editor.find(".comment strong")).hasText("many");
      editor.find(".comment details:has(button[value=say]) summary").click();
      editor.find(".comment details:has(button[value=say]) textarea").fill("Forty");
      editor.find(".comment button[value=say]").click();
      assertThat(editor.find(".comment .comment .prose")).hasText("Forty");
      editor.look("comments");
      officer.go(comments);
      officer
          .find("button[value=change] >> nth=0")
          .evaluate("it => it.closest('details').open = true");
      officer.find("textarea[id^=change]").fill("How many seals?");
      officer.find("button[value=change]").click();
      assertThat(officer.find(".comment .prose").first()).hasText("How many seals?");

      editor.go(comments);
      editor.find("details:has(button[value=hide]) summary").first().click();
      editor.find("input[name=reason]").first().fill("<script>window.ran=1</script>");
      editor.find("button[value=hide]").first().click();
      assertThat(editor.find(".note.ok")).isVisible();
      editor.look("comments-hidden");
      assertHarmless(editor);
      officer.go(comments);
      assertThat(officer.find(".comment").first()).containsText("<script>window.ran=1</script>");
      officer.find("button[value=withdraw]").first().click();
      assertThat(officer.find(".comment").first())
          .containsText(officer.text("reuse", "comment.withdrawn"));

      visitor.go("/knowledge/" + code);
      assertThat(visitor.find("button[name=useful]")).hasCount(0);
      visitor.find("#comments").click();
      assertThat(visitor.find("#password")).isVisible();
    }
  }

  @ParameterizedTest
  @CsvSource({"en,DEMO-PR-018", "ar,DEMO-PR-021"})
  void aReaderTellsEditorsWhatIsWrong(String language, String code) {
    try (Window officer = Window.of("trainee", language);
        Window editor = Window.of("editor", language)) {
      officer.go("/knowledge/" + code);
      officer.find("#tell-problem").click();
      officer.look("problem-form");
      officer.find("#tell").click();
      assertThat(officer.find(".note.err")).isVisible();
      officer.find("#kind").selectOption("link");
      officer.find("#words").fill(String.join("\n", PAYLOADS));
      officer.find("#tell").click();
      assertThat(officer.find(".note.ok")).isVisible();
      officer.look("problem-told");

      editor.go("/desk/problems");
      Locator problem = editor.find("article:has(a[href='/knowledge/" + code + "'])");
      assertThat(problem).containsText(PAYLOADS.get(0));
      editor.look("problems");
      assertHarmless(editor);
      problem.locator("button").click();
      assertThat(editor.find(".note.err")).isVisible();
      problem.locator("textarea").fill("Mended");
      problem.locator("button").click();
      assertThat(editor.find(".note.ok")).isVisible();
      assertThat(problem).hasCount(0);
    }
  }

  private static void assertHarmless(Window window) {
    assertThat((boolean) window.page.evaluate("() => window.ran === undefined")).isTrue();
    assertThat(window.page.locator("main .prose :is(script, img, iframe, svg, style)")).hasCount(0);
    assertThat(window.page.locator("main a[href^='javascript']")).hasCount(0);
  }
}
