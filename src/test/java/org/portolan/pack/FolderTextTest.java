package org.portolan.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.portolan.knowledge.Section;
import org.portolan.platform.web.Markdown;

/** Documents become sections where their headings say so, and nothing of them is lost. */
class FolderTextTest {
  @Test
  void headingsOfAnyLanguageAreSections() {
    FolderText text =
        FolderText.markdown(
            """
            ---
            author: somebody
            ---
            # Seals at the gate

            Before all else.

            ## What was done

            We *sealed*.

            ### In detail
            More of it.

            ## RÉSULTAT
            Less waiting.

            ## Something else
            Left over.
            """
                .replace("RÉSULTAT", frenchResult()));
    assertThat(text.title()).isEqualTo("Seals at the gate");
    assertThat(text.body().section(Section.DONE))
        .isEqualTo("We *sealed*.\n\n### In detail\nMore of it.");
    assertThat(text.body().section(Section.RESULT)).isEqualTo("Less waiting.");
    assertThat(text.body().more()).isEqualTo("Before all else.\n\n## Something else\nLeft over.");
  }

  private static String frenchResult() {
    return org.portolan.platform.i18n.Texts.text(
            org.portolan.platform.i18n.Language.FR, "knowledge.section.result")
        .toUpperCase(java.util.Locale.ROOT);
  }

  @Test
  void plainTextIsNoMarkdown() {
    String words = "1. First\n# no heading\n*not* <b>bold</b> [x](y)\n- no list\n> no quote";
    FolderText text = FolderText.plain(words);
    assertThat(text.title()).isEqualTo("1. First");
    String html = new Markdown().html(text.body().more());
    assertThat(html)
        .doesNotContain("<ol", "<h", "<em", "<b>", "<a", "<ul", "<blockquote")
        .contains("First", "no heading", "*not*", "no list", "no quote");
  }

  @Test
  void aDocumentWithoutWordsHasNoTitle() {
    assertThat(FolderText.plain("").title()).isEmpty();
    assertThat(FolderText.plain("x".repeat(500)).title()).isEmpty();
    assertThat(FolderText.markdown("\n\n").body().empty()).isTrue();
  }
}
