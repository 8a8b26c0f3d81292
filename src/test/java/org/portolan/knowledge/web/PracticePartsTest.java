package org.portolan.knowledge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.knowledge.PracticeBody;
import org.portolan.knowledge.PracticeKind;
import org.portolan.knowledge.Section;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.Markdown;

class PracticePartsTest {
  private final PracticeParts parts = new PracticeParts(new Markdown());

  @Test
  void sectionsHaveTheirNamesInTheLanguageOfTheText() {
    PracticeBody body =
        new PracticeBody(
            Map.of(Section.CONTACT, "Bureau", Section.RESULT, "# Chiffres\n\nLa moitié."),
            "## Limites\n\nLe quai.");

    assertThat(parts.of(body, "", "fr"))
        .extracting(PracticePart::heading)
        .containsExactly("Résultat", null, "Contact");
    assertThat(parts.of(body, "", "fr"))
        .extracting(part -> part.html().strip())
        .containsExactly(
            "<h3>Chiffres</h3>\n<p>La moitié.</p>",
            "<h2>Limites</h2>\n<p>Le quai.</p>",
            "<p>Bureau</p>");
  }

  @Test
  void whatHasOnlyOneTextShowsItAsItWas() {
    assertThat(parts.of(new PracticeBody(Map.of(), "## Why\n\nSo."), "", "en"))
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.heading()).isNull();
              assertThat(part.html()).contains("<h2>Why</h2>");
            });
  }

  @Test
  void aKindCallsItsSectionsByNamesOfItsOwnAndKeepsTheCommonOnes() {
    PracticeBody body =
        new PracticeBody(
            Map.of(Section.PROBLEM, "They could not.", Section.CONTACT, "The centre."), "");
    assertThat(parts.of(body, "training", "en"))
        .extracting(PracticePart::heading)
        .containsExactly("Learning need", "Contact");
    for (String none : new String[] {"", "operational", "no-such"}) {
      assertThat(parts.of(body, none, "en"))
          .extracting(PracticePart::heading)
          .containsExactly("Problem", "Contact");
    }
  }

  @Test
  void everyKindHasWordsForEverySectionInEveryLanguage() {
    for (PracticeKind kind : PracticeKind.values()) {
      for (Section section : Section.values()) {
        for (Language language : Language.values()) {
          assertThat(SectionWords.heading(kind.code(), section, language))
              .isNotBlank()
              .doesNotContain("knowledge.");
          assertThat(SectionWords.guidance(kind.code(), section, language))
              .isNotBlank()
              .doesNotContain("knowledge.");
        }
      }
    }
  }
}
