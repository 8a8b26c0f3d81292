package org.portolan.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** Editors at work on the thesaurus. */
@ArquillianTest
class ThesaurusEditingIT {
  private static final String BASE = "https://portolan.example/thesaurus";

  @Inject private Thesaurus thesaurus;
  @Inject private ThesaurusReading reading;
  @Inject private TermSuggestions suggestions;
  @Inject private SkosImport skos;
  @Inject private Scenario scenario;

  private String code;

  @BeforeEach
  void begin() {
    code = "test-" + UUID.randomUUID();
    scenario.asEditor("WCA");
  }

  @AfterEach
  void leaveNothing() {
    scenario.sql("DELETE FROM concept_relation WHERE concept_code LIKE 'test-%'");
    scenario.sql("DELETE FROM concept_relation WHERE related_code LIKE 'test-%'");
    scenario.sql("DELETE FROM concept_term WHERE concept_code LIKE 'test-%'");
    scenario.sql("DELETE FROM concept WHERE code LIKE 'test-%'");
    scenario.sql("UPDATE thesaurus_revision SET revision = revision + 1");
  }

  @Test
  void aConceptIsAddedChangedAndRenamedUnderItsCode() throws Exception {
    int indexed = changes();
    thesaurus.add(edit("bark tax", "levy on bark"));
    Concept added = reading.read().find(code).orElseThrow();
    assertThat(added.preferred("en")).map(Term::text).contains("bark tax");
    assertThat(added.related()).containsExactly("post-clearance-audit");
    assertThat(reading.read().find("post-clearance-audit").orElseThrow().related()).contains(code);
    assertThatThrownBy(() -> thesaurus.add(edit("another")))
        .asInstanceOf(type(InvalidConcept.class))
        .satisfies(e -> assertThat(e.problems()).containsEntry("code", "taken"));

    int version = thesaurus.open(code);
    thesaurus.change(version, edit("duty on bark", "bark tax"));
    assertThat(reading.read().find(code).orElseThrow().preferred("en"))
        .map(Term::text)
        .contains("duty on bark");
    assertThatThrownBy(() -> thesaurus.change(version, edit("too late")))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(thesaurus.history(code).entries()).hasSize(2);
    assertThat(changes()).as("items that are indexed anew").isEqualTo(indexed);
  }

  @Test
  void whatIsWrongIsSaidAndNotKept() throws Exception {
    thesaurus.add(edit("bark tax"));
    ConceptEdit circle = new ConceptEdit(code + "-b", code, "", terms("below"), Set.of());
    thesaurus.add(circle);
    int version = thesaurus.open(code);
    assertThatThrownBy(
            () ->
                thesaurus.change(
                    version, new ConceptEdit(code, code + "-b", "", terms("bark tax"), Set.of())))
        .asInstanceOf(type(InvalidConcept.class))
        .satisfies(e -> assertThat(e.problems()).containsEntry("broader", "circle"));
    assertThat(thesaurus.open(code)).isEqualTo(version);
    assertThatThrownBy(() -> thesaurus.open("test-none")).isInstanceOf(NotFound.class);
  }

  @Test
  void aSuggestedTermIsTakenOnce() throws Exception {
    thesaurus.add(edit("bark tax"));
    String term = "levy " + code;
    suggestions.suggest(term, "en", code, 3);
    TermSuggestion suggestion = waiting(term);
    suggestions.accept(suggestion.id(), suggestion.version(), code);
    assertThat(reading.read().find(code).orElseThrow().terms())
        .contains(new Term("en", TermKind.ALTERNATIVE, term));
    assertThatThrownBy(() -> suggestions.accept(suggestion.id(), suggestion.version(), code))
        .isInstanceOf(ChangedMeanwhile.class);

    // in a language without a term it is the one by which the concept goes
    suggestions.suggest("taxe " + code, "fr", code, 1);
    TermSuggestion french = waiting("taxe " + code);
    suggestions.accept(french.id(), french.version(), code);
    assertThat(reading.read().find(code).orElseThrow().preferred("fr")).isPresent();
  }

  @Test
  void aFileIsTriedOutThenWrittenAndIsTheSameAfterwards() throws Exception {
    String other = code + "-b";
    String file =
        skosOf(
            new ConceptEdit(code, "", "RISK", terms("bark tax", "levy"), Set.of()),
            new ConceptEdit(other, code, "", terms("bark"), Set.of("post-clearance-audit")));
    SkosReport tried = skos.tryOut(stream(file));
    assertThat(tried.written()).isFalse();
    assertThat(tried.added()).containsExactly(code, other);
    assertThat(reading.read().find(code)).isEmpty();

    SkosReport written = skos.apply(stream(file));
    assertThat(written.written()).isTrue();
    assertThat(reading.read().find(other).orElseThrow().broader()).isEqualTo(code);
    SkosReport again = skos.tryOut(stream(file));
    assertThat(again.added()).isEmpty();
    assertThat(again.changed()).isEmpty();
    assertThat(again.same()).isEqualTo(2);

    ByteArrayOutputStream all = new ByteArrayOutputStream();
    SkosWriter.write(reading.read(), BASE, all);
    SkosReport whole = skos.tryOut(new ByteArrayInputStream(all.toByteArray()));
    assertThat(whole.same()).isEqualTo(reading.read().concepts().size());
    assertThat(whole.problemCount()).isZero();
  }

  @Test
  void aFileWithAnythingWrongWritesNothing() throws Exception {
    String file =
        skosOf(
            new ConceptEdit(code, "", "", terms("bark tax"), Set.of()),
            new ConceptEdit(code + "-b", code + "-b", "", terms("bark"), Set.of()));
    SkosReport report = skos.apply(stream(file));
    assertThat(report.written()).isFalse();
    assertThat(report.problemCount()).isEqualTo(1);
    assertThat(reading.read().find(code)).isEmpty();
  }

  @Test
  void othersChangeNothing() {
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> thesaurus.add(edit("bark tax"))).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> suggestions.open()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> skos.tryOut(stream(""))).isInstanceOf(NotAllowed.class);
  }

  private TermSuggestion waiting(String term) {
    return suggestions.open().stream()
        .filter(each -> each.term().equals(term))
        .findFirst()
        .orElseThrow();
  }

  private ConceptEdit edit(String preferred, String... others) {
    List<String> all = new ArrayList<>(List.of(preferred));
    all.addAll(List.of(others));
    return new ConceptEdit(
        code, "", "RISK", terms(all.toArray(String[]::new)), Set.of("post-clearance-audit"));
  }

  /** The first is the preferred one. */
  private static List<Term> terms(String... all) {
    List<Term> terms = new ArrayList<>();
    for (String each : all) {
      terms.add(new Term("en", terms.isEmpty() ? TermKind.PREFERRED : TermKind.ALTERNATIVE, each));
    }
    return terms;
  }

  private static String skosOf(ConceptEdit... edits) throws Exception {
    Vocabulary.Builder all = new Vocabulary.Builder();
    all.concept("post-clearance-audit", "", "");
    for (ConceptEdit edit : edits) {
      all.concept(edit.code(), edit.broader(), edit.theme());
      edit.terms().forEach(term -> all.term(edit.code(), term));
      edit.related().forEach(other -> all.related(edit.code(), other));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SkosWriter.write(all.build(), BASE, out);
    // without the one that only stands in for what is there
    return out.toString(StandardCharsets.UTF_8)
        .replaceFirst(
            "<skos:Concept rdf:about=\"[^\"]*/post-clearance-audit\">.*?</skos:Concept>", "");
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private int changes() {
    return (int) scenario.number("SELECT COUNT(*) FROM index_change");
  }
}
