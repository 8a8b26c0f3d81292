package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Visitors look through the thesaurus; an editor gives a concept another name, by which it is found
 * a moment later, and takes concepts from a file.
 */
class ThesaurusJourneyIT {
  private static final Duration FOUND_WITHIN = Duration.ofSeconds(10);

  @ParameterizedTest
  @CsvSource({"en", "ar"})
  void aConceptIsReadGivenANameAndFoundByIt(String language) {
    String name = "zweckbescheid" + language;
    try (Window editor = Window.of("editor", language);
        Window visitor = Window.of(language)) {
      visitor.go("/thesaurus");
      visitor.look("thesaurus");
      visitor.go("/thesaurus?q=PCA");
      visitor.find("#concepts a[href='/thesaurus/post-clearance-audit']").click();
      assertThat(visitor.find("#terms tbody tr")).hasCount(6);
      assertThat(visitor.find("#found li").first()).isVisible();
      visitor.look("thesaurus-concept");
      visitor.go("/search?q=" + name);
      assertThat(visitor.find(".hit")).hasCount(0);

      editor.go("/desk/thesaurus");
      editor.look("thesaurus-desk");
      editor.go("/desk/thesaurus/post-clearance-audit");
      editor.look("thesaurus-form");
      Locator field = editor.find("#alternative-en");
      String before = field.inputValue();
      editor.find("#preferred-en").fill("");
      editor.find(".form .btn").click();
      assertThat(editor.find("#terms-e")).isVisible();
      assertThat(field).hasValue(before);
      editor.look("thesaurus-form-wrong");
      editor.find("#preferred-en").fill("post-clearance audit");
      field.fill(before + "\n" + name);
      editor.find(".form .btn").click();
      assertThat(editor.find(".note.ok")).isVisible();

      Instant limit = Instant.now().plus(FOUND_WITHIN);
      Locator hit = visitor.find(".hit");
      do {
        visitor.go("/search?q=" + name);
      } while (hit.count() == 0 && Instant.now().isBefore(limit));
      assertThat(hit.first()).isVisible();
    }
  }

  @ParameterizedTest
  @CsvSource({"en", "ar"})
  void aFileIsTriedOutThenImported(String language) {
    String code = "journey-" + language;
    try (Window editor = Window.of("editor", language)) {
      editor.go("/desk/thesaurus/import");
      editor.look("thesaurus-import");
      send(editor, "try", file(code, "x/" + code));
      assertThat(editor.find("#report.err")).isVisible();
      editor.look("thesaurus-import-wrong");
      send(editor, "try", file(code, "x/none"));
      assertThat(editor.find("#report.ok")).containsText(code);
      editor.go("/thesaurus/" + code);
      assertThat(editor.find("#terms")).hasCount(0);
      editor.go("/desk/thesaurus/import");
      send(editor, "apply", file(code, "x/none"));
      assertThat(editor.find("#report.ok")).containsText(code);
      Instant limit = Instant.now().plus(FOUND_WITHIN);
      Locator terms = editor.find("#terms");
      do {
        editor.go("/thesaurus/" + code);
      } while (terms.count() == 0 && Instant.now().isBefore(limit));
      assertThat(terms).containsText("bark tax");
    }
  }

  private static void send(Window editor, String act, String file) {
    editor
        .find("#file")
        .setInputFiles(
            new FilePayload("t.rdf", "application/rdf+xml", file.getBytes(StandardCharsets.UTF_8)));
    editor.find("button[value=" + act + "]").click();
  }

  private static String file(String code, String broader) {
    return "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
        + " xmlns:skos='http://www.w3.org/2004/02/skos/core#'><skos:Concept rdf:about='x/"
        + code
        + "'><skos:prefLabel xml:lang='en'>bark tax</skos:prefLabel><skos:broader rdf:resource='"
        + broader
        + "'/></skos:Concept></rdf:RDF>";
  }
}
