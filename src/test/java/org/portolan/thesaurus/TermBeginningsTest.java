package org.portolan.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.thesaurus.TermBeginnings.Begun;

class TermBeginningsTest {
  private static final Vocabulary VOCABULARY =
      new Vocabulary.Builder()
          .concept("customs-value", "", "")
          .term("customs-value", new Term("en", TermKind.PREFERRED, "customs value"))
          .term("customs-value", new Term("en", TermKind.ALTERNATIVE, "customs valuation"))
          .term("customs-value", new Term("fr", TermKind.PREFERRED, "valeur en douane"))
          .concept("customs-union", "", "")
          .term("customs-union", new Term("en", TermKind.PREFERRED, "customs union"))
          .term("customs-union", new Term("fr", TermKind.PREFERRED, "union douanière"))
          .concept("drawback", "", "")
          .term("drawback", new Term("en", TermKind.PREFERRED, "drawback"))
          .term("drawback", new Term("fr", TermKind.PREFERRED, "Drawback"))
          .build();

  private final TermBeginnings beginnings = new TermBeginnings(() -> VOCABULARY);

  private List<String> begun(String typed, String language) {
    return beginnings.begun(typed, language, 2).stream()
        .map(Begun::term)
        .map(term -> term.language() + " " + term.text())
        .toList();
  }

  @Test
  void aConceptIsNamedOnceByItsShortestTerm() {
    assertThat(begun("Customs", "en")).containsExactly("en customs union", "en customs value");
    assertThat(begun("customs valu", "en")).containsExactly("en customs value");
    assertThat(begun("customs valua", "en")).containsExactly("en customs valuation");
  }

  @Test
  void theReadersLanguageComesBeforeAnyOther() {
    assertThat(begun("draw", "fr")).containsExactly("fr Drawback");
    assertThat(begun("draw", "en")).containsExactly("en drawback");
    assertThat(begun("VALEUR", "en")).containsExactly("fr valeur en douane");
  }

  @Test
  void whatBeginsNoTermBringsNone() {
    assertThat(begun("union of", "en")).isEmpty();
    assertThat(begun("", "en")).isEmpty();
    assertThat(begun("  ", "en")).isEmpty();
    assertThat(begun("\uffff", "en")).isEmpty();
  }

  @Test
  void anEditOfTheThesaurusIsCompletedAtOnce() {
    Vocabulary[] now = {new Vocabulary.Builder().build()};
    TermBeginnings changing = new TermBeginnings(() -> now[0]);
    assertThat(changing.begun("draw", "en", 1)).isEmpty();

    now[0] = VOCABULARY;

    assertThat(changing.begun("draw", "en", 1))
        .extracting(Begun::concept)
        .containsExactly("drawback");
  }
}
