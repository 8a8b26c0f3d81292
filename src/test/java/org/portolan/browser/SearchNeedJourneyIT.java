package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Visitors search for something that nobody has written about; an editor sees that and raises a
 * need, which the Regional Office reads and takes up.
 */
class SearchNeedJourneyIT {
  private static final Duration COUNTED_WITHIN = Duration.ofSeconds(20);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"en|glockenspiel zeppelin", "ar|طربوش زبرجد"})
  void whatNothingIsFoundOfBecomesANeed(String language, String words) {
    try (Window editor = Window.of("editor", language);
        Window rocb = Window.of("rocb", language)) {
      search(language, words, 2);
      Locator row = editor.find("#searches tr:has-text('" + words + "')");
      Instant limit = Instant.now().plusSeconds(8);
      while (Instant.now().isBefore(limit)) {
        editor.go("/desk/searches");
        assertThat(row).hasCount(0);
      }

      search(language, words, 1);
      limit = Instant.now().plus(COUNTED_WITHIN);
      do {
        editor.go("/desk/searches");
      } while (row.count() == 0 && Instant.now().isBefore(limit));
      assertThat(row).hasCount(1);
      editor.look("searches");
      row.locator("a").click();
      editor.look("search-to-answer");
      editor.find("#need #theme").selectOption("RISK");
      editor.find("#need #language").selectOption(language);
      editor.find("button[value=training]").click();
      assertThat(editor.find(".note.ok")).isVisible();
      assertThat(row).hasCount(0);
      editor.go("/desk/searches?answered=yes");
      assertThat(row).hasCount(1);

      rocb.go("/desk/needs");
      Locator need = rocb.find("#needs tr:has-text('" + words + "')");
      assertThat(need).hasCount(1);
      assertThat(need.locator("bdi[lang=" + language + "]")).hasText(words);
      rocb.look("needs");
      need.locator("button[value=taken-up]").click();
      assertThat(rocb.find(".note.ok")).isVisible();
      assertThat(need).hasCount(0);
      rocb.go("/desk/needs?state=taken-up");
      assertThat(need).hasCount(1);
      editor.go("/desk/needs?state=taken-up");
      assertThat(editor.find("#needs tr:has-text('" + words + "')")).hasCount(1);
      assertThat(editor.find("#needs tr:has-text('" + words + "') button")).hasCount(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"en", "ar"})
  void theWordsAreSuggestedAsATerm(String language) {
    String words = "quillfeather" + language;
    try (Window editor = Window.of("editor", language)) {
      search(language, words, 3);
      Locator row = editor.find("#searches tr:has-text('" + words + "')");
      Instant limit = Instant.now().plus(COUNTED_WITHIN);
      do {
        editor.go("/desk/searches");
      } while (row.count() == 0 && Instant.now().isBefore(limit));
      row.locator("a").click();
      editor.find("#term #concept").selectOption("post-clearance-audit");
      editor.find("button[value=term]").click();
      assertThat(editor.find(".note.ok")).isVisible();
      assertThat(row).hasCount(0);
    }
  }

  private static void search(String language, String words, int times) {
    try (Window visitor = Window.of(language)) {
      for (int i = 0; i < times; i++) {
        visitor.go("/search?q=" + words);
        assertThat(visitor.find(".hit")).hasCount(0);
      }
    }
  }
}
