package org.portolan.knowledge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portolan.knowledge.PracticeBody;
import org.portolan.knowledge.Section;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Markdown;

class PracticePaperTest {
  private final PracticeParts parts = new PracticeParts(new Markdown());

  @Test
  void itHasSectionsFactsAndWhereItIsRead() throws IOException {
    String text =
        text(
            paper(
                Language.EN,
                Map.of(
                    Section.RESULT, "- half\n- **all**\n\n| a | b |\n|---|---|\n| 1 | 2 |",
                    Section.CONTACT, "Ask <us> & them: https://portolan.example/x?a=1&b=2"),
                "What failed."));

    assertThat(text)
        .contains("Practice", "One counter", "In short", "Where", "Kessara")
        .contains("Result", "half", "What failed.", "Ask <us> & them", "/knowledge/PR-1");
    assertThat(text.indexOf("Result")).isLessThan(text.indexOf("What failed."));
    assertThat(text.indexOf("What failed.")).isLessThan(text.indexOf("Contact"));
  }

  @Test
  void whatSomebodyTypedIsTextAndNothingElse() throws IOException {
    String nasty =
        "<script>alert(1)</script> <img src=x onerror=y> ]]> &nbsp; &bogus; \uD800"
            + " [a](javascript:alert(1)) <br> ![p](http://127.0.0.1/x.png)\n\n---\n\n```\n<&>\n```";
    String text = text(paper(Language.EN, Map.of(Section.DONE, nasty), nasty));

    assertThat(text).contains("<script>alert(1)</script>", "]]>", "<&>");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasItsLetters(Language language) throws IOException {
    String word = Texts.text(language, "knowledge.section.result");
    byte[] pdf = paper(language, Map.of(Section.RESULT, word), "").pdf();

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isOne();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language.code());
    }
  }

  private PracticePaper paper(Language language, Map<Section, String> sections, String more) {
    return new PracticePaper(
        language,
        Texts.text(language, "knowledge.practice.badge"),
        "One counter",
        "In short",
        Map.of(Texts.text(language, "knowledge.practice.where"), "Kessara"),
        parts.of(new PracticeBody(sections, more), "", language.code()),
        "https://portolan.example/knowledge/PR-1");
  }

  private static String text(PracticePaper paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(paper.pdf())) {
      return String.join("\n", List.of(new PDFTextStripper().getText(document)));
    }
  }
}
