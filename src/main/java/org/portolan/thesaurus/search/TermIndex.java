package org.portolan.thesaurus.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portolan.platform.search.WordForms;
import org.portolan.thesaurus.Concept;
import org.portolan.thesaurus.Term;
import org.portolan.thesaurus.TermKind;
import org.portolan.thesaurus.Vocabulary;

/** Finds the concepts that words may mean, in any of their forms. */
final class TermIndex {
  private final Vocabulary vocabulary;
  private final Map<String, Map<String, List<Meaning>>> byLanguage = new LinkedHashMap<>();
  private final Map<String, List<Meaning>> folded = new LinkedHashMap<>();
  private final WordPairs pairs;
  private final Recognition recognition;

  /** A concept, and the term by which it was named. */
  record Meaning(Concept concept, Term term) {
    boolean acronym() {
      return term.kind() == TermKind.ACRONYM;
    }
  }

  TermIndex(Vocabulary vocabulary, Phrasings phrasings) {
    this.vocabulary = vocabulary;
    this.pairs = new WordPairs(vocabulary);
    this.recognition = new Recognition(phrasings, vocabulary);
    for (Concept concept : vocabulary.concepts()) {
      for (Term term : concept.terms()) {
        add(new Meaning(concept, term));
      }
    }
  }

  private void add(Meaning meaning) {
    Term term = meaning.term();
    put(folded, WordForms.folded(term.text()), meaning);
    // an acronym has one form; a stemmer may make it equal to a word
    if (!meaning.acronym()) {
      put(
          byLanguage.computeIfAbsent(term.language(), l -> new LinkedHashMap<>()),
          WordForms.in(term.language(), term.text()),
          meaning);
    }
  }

  private static void put(Map<String, List<Meaning>> forms, String form, Meaning meaning) {
    if (!form.isEmpty()) {
      List<Meaning> meanings = forms.computeIfAbsent(form, f -> new ArrayList<>(1));
      if (meanings.stream().noneMatch(m -> m.concept() == meaning.concept())) {
        meanings.add(meaning);
      }
    }
  }

  WordPairs pairs() {
    return pairs;
  }

  Recognition recognition() {
    return recognition;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * What a text may mean, read in its language, else as an acronym or term of any other: people
   * look for what they know by its English name, and a short query seldom tells its language.
   */
  List<Meaning> of(String text, String language) {
    String plain = WordForms.folded(text);
    List<Meaning> same = folded.getOrDefault(plain, List.of());
    List<Meaning> own = same.stream().filter(m -> m.term().language().equals(language)).toList();
    if (!own.isEmpty()) {
      return own;
    }
    String form = WordForms.in(language, text);
    List<Meaning> inflected =
        byLanguage.getOrDefault(language, Map.of()).getOrDefault(form, List.of());
    if (!inflected.isEmpty()) {
      return inflected;
    }
    return same.isEmpty() ? inOthers(text, language) : same;
  }

  private List<Meaning> inOthers(String text, String language) {
    for (Map.Entry<String, Map<String, List<Meaning>>> other : byLanguage.entrySet()) {
      if (!other.getKey().equals(language)) {
        List<Meaning> meanings = other.getValue().get(WordForms.in(other.getKey(), text));
        if (meanings != null) {
          return meanings;
        }
      }
    }
    return List.of();
  }
}
