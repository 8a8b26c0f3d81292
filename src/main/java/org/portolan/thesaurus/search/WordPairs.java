package org.portolan.thesaurus.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.platform.search.WordForms;
import org.portolan.thesaurus.Concept;
import org.portolan.thesaurus.Term;
import org.portolan.thesaurus.TermKind;
import org.portolan.thesaurus.Vocabulary;

/**
 * Words that mean the same in two languages, learned from the terms: passengers and pasajeros stand
 * in the terms of the same concepts, and in few others. For words that are no term by themselves.
 */
final class WordPairs {
  private static final int MOST_CONCEPTS = 40;
  private static final int SHORTEST = 3;
  private static final int MOST_PER_LANGUAGE = 2;

  private final Map<String, Map<String, Word>> words = new LinkedHashMap<>();

  /** A word as one of its terms writes it, and the concepts in whose terms it stands. */
  private record Word(String surface, Set<String> concepts) {}

  /**
   * @param likeness 1 where both words stand in the terms of the very same concepts
   */
  record Pair(String word, String language, float likeness) {}

  WordPairs(Vocabulary vocabulary) {
    for (Concept concept : vocabulary.concepts()) {
      for (Term term : concept.terms()) {
        if (term.kind() != TermKind.ACRONYM) {
          learn(concept.code(), term);
        }
      }
    }
  }

  private void learn(String concept, Term term) {
    Map<String, Word> own = words.computeIfAbsent(term.language(), l -> new LinkedHashMap<>());
    for (String surface : WordForms.words(term.text())) {
      String form = WordForms.in(term.language(), surface);
      if (form.length() >= SHORTEST) {
        own.computeIfAbsent(form, f -> new Word(surface, new HashSet<>())).concepts().add(concept);
      }
    }
  }

  /** The words of other languages that are most like this one, each at least so much. */
  List<Pair> of(String text, String language, float least) {
    Word word = words.getOrDefault(language, Map.of()).get(WordForms.in(language, text));
    if (word == null || word.concepts().size() > MOST_CONCEPTS) {
      return List.of();
    }
    List<Pair> pairs = new ArrayList<>();
    words.forEach(
        (other, theirs) -> {
          if (!other.equals(language)) {
            theirs.values().stream()
                .map(candidate -> new Pair(candidate.surface(), other, likeness(word, candidate)))
                .filter(pair -> pair.likeness() >= least)
                .sorted(Comparator.comparing(Pair::likeness).reversed())
                .limit(MOST_PER_LANGUAGE)
                .forEach(pairs::add);
          }
        });
    pairs.sort(Comparator.comparing(Pair::likeness).reversed());
    return pairs;
  }

  private static float likeness(Word one, Word other) {
    Set<String> smaller = one.concepts();
    long both = smaller.stream().filter(other.concepts()::contains).count();
    return 2f * both / (one.concepts().size() + other.concepts().size());
  }
}
