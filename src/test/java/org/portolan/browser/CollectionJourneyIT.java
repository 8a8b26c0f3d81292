package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An editor puts practices together, and a visitor reads them in that order. */
class CollectionJourneyIT {
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void practicesAreCollectedInOrder(String language) {
    String title = "Seals <b>and</b> " + language;
    try (Window editor = Window.of("editor", language);
        Window visitor = Window.of(language)) {
      editor.go("/desk/collections");
      editor.look("collections-desk");
      editor.find("a[href='/desk/collections/new']").click();
      editor.look("collection-form");
      editor.find("#codes").fill("DEMO-PR-049\nDEMO-NONE");
      editor.find("button[value=save]").click();
      assertThat(editor.find(".note.err p")).hasCount(2);
      editor.find("#title-" + language).fill(title);
      editor.find("#words-" + language).fill("What **holds** <script>window.ran=1</script>");
      editor.find("#codes").fill("DEMO-PR-049\nDEMO-PR-073\nDEMO-PR-017");
      editor.find("button[value=save]").click();
      assertThat(editor.find(".note.ok")).isVisible();
      editor.find("button[value=publish]").click();
      assertThat(editor.find(".note.ok")).isVisible();
      editor.look("collection-published");
      String id = editor.page.url().replaceAll(".*/collections/(\\d+).*", "$1");

      visitor.go("/knowledge");
      visitor.find("#collections").click();
      visitor.look("collections");
      visitor.find("a[href='/collections/" + id + "']").click();
      assertThat(visitor.find("h1")).hasText(title);
      assertThat(visitor.find(".prose strong")).hasText("holds");
      assertThat(visitor.find(".prose script")).hasCount(0);
      assertThat(visitor.find("#practices li")).hasCount(2);
      assertThat(visitor.find("#practices h2 a").first())
          .hasAttribute("href", "/knowledge/DEMO-PR-049");
      visitor.look("collection");
    }
  }
}
