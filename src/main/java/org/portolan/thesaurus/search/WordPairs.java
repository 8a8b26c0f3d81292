package org.portolan.thesaurus.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

  /** By language and concept, the words of its terms: only these can be like one another. */
  private final Map<String, Map<String, Set<Word>>> sharing = new HashMap<>();

  /** A word as one of its terms writes it, and the concepts in whose terms it stands. */
  private static final class Word {
    private final String surface;
    private final int number;
    private final Set<String> concepts = new HashSet<>();

    /**
     * @param number in its language, in the order in which they were met
     */
    Word(String surface, int number) {
      this.surface = surface;
      this.number = number;
    }
  }

  private record Candidate(Word word, float likeness) {}

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
    Map<String, Word> own = words.computeIfAbsent(term.language(), l -> new HashMap<>());
    Set<Word> together =
        sharing
            .computeIfAbsent(term.language(), l -> new HashMap<>())
            .computeIfAbsent(concept, c -> new HashSet<>());
    for (String surface : WordForms.words(term.text())) {
      String form = WordForms.in(term.language(), surface);
      if (form.length() >= SHORTEST) {
        Word word = own.computeIfAbsent(form, f -> new Word(surface, own.size()));
        word.concepts.add(concept);
        together.add(word);
      }
    }
  }

  /** The words of other languages that are most like this one, each at least so much. */
  List<Pair> of(String text, String language, float least) {
    Word word = words.getOrDefault(language, Map.of()).get(WordForms.in(language, text));
    if (word == null || word.concepts.size() > MOST_CONCEPTS) {
      return List.of();
    }
    List<Pair> pairs = new ArrayList<>();
    for (String other : words.keySet()) {
      if (!other.equals(language)) {
        Map<String, Set<Word>> theirs = sharing.get(other);
        word.concepts.stream()
            .flatMap(concept -> theirs.getOrDefault(concept, Set.of()).stream())
            .distinct()
            .map(candidate -> new Candidate(candidate, likeness(word, candidate)))
            .filter(candidate -> candidate.likeness() >= least)
            .sorted(
                Comparator.comparing(Candidate::likeness)
                    .reversed()
                    .thenComparing(candidate -> candidate.word().number))
            .limit(MOST_PER_LANGUAGE)
            .map(candidate -> new Pair(candidate.word().surface, other, candidate.likeness()))
            .forEach(pairs::add);
      }
    }
    pairs.sort(Comparator.comparing(Pair::likeness).reversed());
    return pairs;
  }

  private static float likeness(Word one, Word other) {
    long both = one.concepts.stream().filter(other.concepts::contains).count();
    return 2f * both / (one.concepts.size() + other.concepts.size());
  }
}
