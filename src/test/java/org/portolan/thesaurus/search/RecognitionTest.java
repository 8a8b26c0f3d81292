package org.portolan.thesaurus.search;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Subject;
import org.portolan.platform.search.Supposition;
import org.portolan.platform.search.Wording;
import org.portolan.platform.storage.ContentLibrary;
import org.portolan.thesaurus.Concept;
import org.portolan.thesaurus.ReleasedThesaurus;
import org.portolan.thesaurus.Term;
import org.portolan.thesaurus.TermKind;
import org.portolan.thesaurus.Vocabulary;

/** Concepts are recognised by the words of a question together. */
class RecognitionTest {
  private static final ContentLibrary CONTENT = new ContentLibrary();
  private static final Vocabulary RELEASED = ReleasedThesaurus.read();
  private static final Recognition RECOGNITION = new Recognition(Phrasings.of(CONTENT), RELEASED);

  private static List<String> codes(String language, String... words) {
    return RECOGNITION.of(List.of(words), language).stream()
        .map(Recognition.Recognised::code)
        .toList();
  }

  @Test
  void aQuestionIsRecognisedWithoutTheTerm() {
    assertThat(codes("en", "parrots", "turtles", "suitcase")).contains("wildlife-trafficking");
    assertThat(codes("fr", "défenses", "éléphant", "sculptées")).contains("wildlife-trafficking");
    assertThat(codes("ru", "бивни", "посылке")).contains("wildlife-trafficking");
    assertThat(codes("ar", "أنياب", "الفيلة")).contains("wildlife-trafficking");
  }

  @Test
  void itIsReadInItsLanguageAlone() {
    assertThat(codes("fr", "бивни", "посылке")).isEmpty();
  }

  @Test
  void wordsThatNoConceptHasTellNothing() {
    assertThat(codes("en", "zzyzx")).isEmpty();
    assertThat(codes("en", "parrots", "turtles", "zzyzx"))
        .isEqualTo(codes("en", "parrots", "turtles"));
  }

  @Test
  void wordsThatTellOfEverythingTellNothingTogether() {
    assertThat(codes("en", "parrots", "invoice", "roster", "brewery")).isEmpty();
  }

  @Test
  void aSubjectIsComparedAcrossLanguages() {
    Subject question = RECOGNITION.subject(List.of("parrots", "turtles", "suitcase"), "en");
    assertThat(question.confidence()).isGreaterThan(0.4f);
    assertThat(question.shares()).hasSizeBetween(1, 20).containsKey("wildlife-trafficking");
    assertThat(RECOGNITION.subject(List.of("perroquets", "tortues"), "fr").shares())
        .containsKey("wildlife-trafficking");
  }

  @Test
  void theLessIsKnownTheLessSureTheSubjectIs() {
    Subject sure = RECOGNITION.subject(List.of("parrots", "turtles"), "en");
    Subject unsure = RECOGNITION.subject(List.of("parrots", "turtles", "zzyzx", "qwrtz"), "en");
    assertThat(unsure.shares()).isEqualTo(sure.shares());
    assertThat(unsure.confidence()).isLessThan(sure.confidence());
    assertThat(RECOGNITION.subject(List.of("zzyzx"), "en")).isEqualTo(Subject.NONE);
  }

  @Test
  void termsOfEditorsTellAsWell() {
    Vocabulary edited =
        new Vocabulary.Builder()
            .concept("gliders", "", "")
            .term("gliders", new Term("en", TermKind.PREFERRED, "gliders and balloons"))
            .build();
    Recognition taught = new Recognition(new Phrasings(), edited);
    assertThat(taught.of(List.of("balloon"), "en"))
        .containsExactly(new Recognition.Recognised("gliders", 0.75f));
  }

  @Test
  void aConceptThatEditorsTookAwayIsNotSupposed() {
    ThesaurusExpander expander =
        new ThesaurusExpander(
            () -> new Vocabulary.Builder().build(),
            new WordBook(Weights.MEASURED),
            Phrasings.of(CONTENT),
            Weights.MEASURED);
    assertThat(expander.suppositions(List.of("parrots", "turtles", "suitcase"), "en")).isEmpty();
  }

  @Test
  void whatIsSupposedIsCalledByAllItsTerms() {
    List<Supposition> supposed =
        Expanders.released().suppositions(List.of("parrots", "turtles", "suitcase"), "en");
    Concept concept = RELEASED.find("wildlife-trafficking").orElseThrow();
    assertThat(supposed.get(0).wordings())
        .hasSameSizeAs(concept.terms())
        .allMatch(wording -> wording.relation() == Wording.Relation.SUPPOSED)
        .extracting(Wording::concept)
        .containsOnly(concept.code());
  }

  @Test
  void eachConceptHasPhrasingsInEachLanguage() {
    Set<String> seen = new HashSet<>();
    for (NamedCsvRecord row : CONTENT.rows("reference/phrasings.csv")) {
      List<String> phrasings = List.of(row.getField("phrasings").split("\\|", -1));
      assertThat(phrasings)
          .as(row.toString())
          .doesNotHaveDuplicates()
          .hasSizeBetween(12, 16)
          .allMatch(phrasing -> !phrasing.isBlank() && phrasing.strip().equals(phrasing));
      assertThat(seen.add(row.getField("concept") + " " + row.getField("language")))
          .as(row.toString())
          .isTrue();
    }
    for (Concept concept : RELEASED.concepts()) {
      for (Language language : Language.values()) {
        assertThat(seen).contains(concept.code() + " " + language.code());
      }
    }
    assertThat(seen).hasSize(RELEASED.concepts().size() * Language.values().length);
  }
}
