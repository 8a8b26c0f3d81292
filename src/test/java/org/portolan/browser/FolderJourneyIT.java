package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.platform.reading.MadeDocuments;

/** An editor sends documents with a table, mends nothing, and takes what is in order. */
class FolderJourneyIT {
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void documentsBecomeDrafts(String language) throws Exception {
    try (Window editor = Window.of("editor", language)) {
      editor.go("/desk/practices");
      editor.find("#folders").click();
      editor.look("folders-none");
      editor
          .find("#file")
          .setInputFiles(
              new FilePayload[] {
                payload(
                    "all.csv",
                    "file,title,year\na.md,Gate " + language + ",2025\nb.pdf,,1066\nc.md,,\n"),
                payload("a.md", "# Gate\n\nWords <script>window.ran=1</script>"),
                new FilePayload(
                    "b.pdf", "application/pdf", MadeDocuments.pdf(List.of("Words of a page")))
              });
      // nothing is filed by oversight
      assertThat(editor.find("#theme")).hasValue("");
      editor.find("#theme").selectOption("RISK");
      editor.find("#send").click();
      assertThat(editor.find("#documents tbody tr")).hasCount(3);
      assertThat(editor.find("#documents .state.no")).hasCount(2);
      editor.look("folder-dry-run");
      editor.find("button[value=take]").click();
      assertThat(editor.find(".note.ok")).isVisible();
      assertThat(editor.find("#documents a[href^='/desk/practices/']")).hasCount(1);
      editor.look("folder-taken");
      editor.find("button[value=close]").click();
      assertThat(editor.find("#none")).isVisible();
    }
  }

  private static FilePayload payload(String name, String content) {
    return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
  }
}
