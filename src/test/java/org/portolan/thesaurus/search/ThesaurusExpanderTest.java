package org.portolan.thesaurus.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.platform.search.QueryExpander;
import org.portolan.platform.search.Wording;
import org.portolan.platform.search.Wording.Relation;
import org.portolan.thesaurus.Term;
import org.portolan.thesaurus.TermKind;
import org.portolan.thesaurus.Vocabulary;

/** What is known beside what was typed. */
class ThesaurusExpanderTest {
  private static final Vocabulary SOME =
      new Vocabulary.Builder()
          .concept("audit", "", "PCA")
          .term("audit", new Term("en", TermKind.PREFERRED, "post-clearance audit"))
          .term("audit", new Term("en", TermKind.ACRONYM, "PCA"))
          .term("audit", new Term("fr", TermKind.PREFERRED, "contrôle après dédouanement"))
          .term("audit", new Term("fr", TermKind.ACRONYM, "CAP"))
          .term("audit", new Term("es", TermKind.ALTERNATIVE, "auditoría posterior"))
          .concept("desk", "audit", "PCA")
          .term("desk", new Term("en", TermKind.PREFERRED, "desk audit"))
          .concept("books", "", "")
          .term("books", new Term("pt", TermKind.PREFERRED, "livros e registos"))
          .related("books", "audit")
          .concept("cape", "", "")
          .term("cape", new Term("es", TermKind.ACRONYM, "CAP"))
          .term("cape", new Term("es", TermKind.PREFERRED, "cabo"))
          .concept("seal", "", "")
          .term("seal", new Term("en", TermKind.PREFERRED, "electronic customs seal"))
          .term("seal", new Term("pt", TermKind.PREFERRED, "selo"))
          .build();

  private final ThesaurusExpander expander =
      new ThesaurusExpander(
          () -> SOME, new WordBook(Weights.MEASURED), new Phrasings(), Weights.MEASURED);

  private List<String> same(String text, String language) {
    return expander.expansions(text, language).stream()
        .filter(wording -> wording.relation() == Relation.SAME)
        .map(wording -> wording.language() + " " + wording.text())
        .toList();
  }

  @Test
  void anAcronymIsAllTermsOfItsConceptInAllLanguages() {
    assertThat(same("PCA", "en"))
        .contains(
            "en post-clearance audit",
            "fr contrôle après dédouanement",
            "fr CAP",
            "es auditoría posterior");
  }

  @Test
  void preferredTermsComeFirstAndWeighMost() {
    List<Wording> wordings = expander.expansions("PCA", "en");
    assertThat(wordings.get(0).weight()).isEqualTo(1);
    assertThat(wordings)
        .filteredOn(wording -> wording.text().equals("auditoría posterior"))
        .allMatch(wording -> wording.weight() < 1);
  }

  @Test
  void otherFormsOfATermAreUnderstood() {
    assertThat(same("Post-clearance audits", "en")).contains("es auditoría posterior");
    assertThat(same("controles apres dedouanement", "fr")).contains("es auditoría posterior");
  }

  @Test
  void aTermOfAnotherLanguageIsUnderstoodToo() {
    assertThat(same("pca", "ru")).contains("fr CAP");
    assertThat(same("auditorías posteriores", "en")).contains("fr CAP");
  }

  @Test
  void aWordOfItsOwnLanguageIsNoTermOfAnother() {
    QueryExpander released = Expanders.released();
    assertThat(released.expansions("coimas", "es"))
        .extracting(Wording::concept)
        .contains("integrity")
        .doesNotContain("customs-penalty");
    assertThat(released.expansions("coima", "pt"))
        .extracting(Wording::concept)
        .contains("customs-penalty");
  }

  @Test
  void theLanguageOfTheQueryIsReadFirst() {
    assertThat(same("CAP", "fr")).contains("en post-clearance audit").doesNotContain("es cabo");
    assertThat(same("CAP", "es")).contains("es cabo").doesNotContain("en post-clearance audit");
  }

  @Test
  void whatMayMeanSeveralThingsWeighsLess() {
    assertThat(expander.expansions("CAP", "ar"))
        .filteredOn(wording -> wording.relation() == Relation.SAME)
        .allMatch(wording -> wording.weight() <= 0.5f)
        .extracting(Wording::concept)
        .contains("audit", "cape");
  }

  @Test
  void narrowerConceptsWeighLessAndRelatedOnesLeast() {
    float narrower = weight("PCA", "desk");
    float related = weight("PCA", "books");
    assertThat(narrower).isLessThan(1).isGreaterThan(related);
    assertThat(related).isPositive();
  }

  private float weight(String text, String concept) {
    return expander.expansions(text, "en").stream()
        .filter(wording -> wording.concept().equals(concept))
        .map(Wording::weight)
        .findFirst()
        .orElse(0f);
  }

  @Test
  void aWordOfATermIsKnownByWordsThatStandInTheSameTerms() {
    assertThat(same("seals", "en")).containsExactly("pt selo");
  }

  @Test
  void nothingIsKnownOfOtherWords() {
    assertThat(expander.expansions("giraffe", "en")).isEmpty();
    assertThat(expander.expansions("the", "en")).isEmpty();
  }
}
