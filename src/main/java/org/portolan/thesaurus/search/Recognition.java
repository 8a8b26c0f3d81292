package org.portolan.thesaurus.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.platform.search.Subject;
import org.portolan.thesaurus.Concept;
import org.portolan.thesaurus.Term;
import org.portolan.thesaurus.Vocabulary;

/**
 * Recognises the concept that the words of a question are about together, by the phrasings and the
 * terms of all concepts. A word tells the more the fewer concepts have it, and for a concept the
 * more of its phrasings have it. Figures measured with RelevanceTest.
 */
final class Recognition {
  /** A word of a term tells as much as one of so many phrasings. */
  private static final float TERM = 3;

  /** Of all that the words could tell of one concept. */
  private static final double LEAST = 0.4;

  /** Of what they tell of the likeliest. */
  private static final double NEARLY = 0.8;

  private static final int MOST = 2;

  /** What is told of further concepts is chance. */
  private static final int COMPARED = 20;

  private final Phrasings phrasings;
  private final int concepts;

  /** By language and word, codes of the concepts in whose terms it stands. */
  private final Map<String, Map<String, Set<String>>> terms = new HashMap<>();

  Recognition(Phrasings phrasings, Vocabulary vocabulary) {
    this.phrasings = phrasings;
    this.concepts = vocabulary.concepts().size();
    for (Concept concept : vocabulary.concepts()) {
      for (Term term : concept.terms()) {
        Map<String, Set<String>> own = terms.computeIfAbsent(term.language(), l -> new HashMap<>());
        Phrasings.forms(term.language(), term.text())
            .forEach(form -> own.computeIfAbsent(form, f -> new HashSet<>(2)).add(concept.code()));
      }
    }
  }

  /**
   * @param code of a concept
   * @param likelihood 1 where each word that any concept has tells all it can of this one
   */
  record Recognised(String code, float likelihood) {}

  /**
   * What words tell.
   *
   * @param concepts by their codes
   * @param known what the words that any concept has could tell of one
   * @param all what all words could
   */
  private record Told(Map<String, Double> concepts, double known, double all) {
    private double most() {
      return concepts.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private List<Map.Entry<String, Double>> likeliestFirst() {
      return concepts.entrySet().stream()
          .sorted(
              Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .toList();
    }
  }

  private Told told(List<String> words, String language) {
    Set<String> forms = new LinkedHashSet<>();
    words.forEach(word -> forms.addAll(Phrasings.forms(language, word)));
    Map<String, Double> told = new HashMap<>();
    double known = 0;
    double unknown = 0;
    for (String form : forms) {
      Map<String, Float> having = having(form, language);
      if (having.isEmpty()) {
        unknown += Math.log(1 + (double) concepts);
      } else {
        double tells = Math.log(1 + (double) concepts / having.size());
        known += tells;
        having.forEach((code, often) -> told.merge(code, tells * often / (often + 1), Double::sum));
      }
    }
    return new Told(told, known, known + unknown);
  }

  /** The likeliest first; words that no concept has tell nothing. */
  List<Recognised> of(List<String> words, String language) {
    Told told = told(words, language);
    double least = Math.max(LEAST * told.known(), NEARLY * told.most());
    return told.likeliestFirst().stream()
        .filter(each -> each.getValue() >= least)
        .limit(MOST)
        .map(each -> new Recognised(each.getKey(), (float) (each.getValue() / told.known())))
        .toList();
  }

  /** What words are about, though it be no one concept. */
  Subject subject(List<String> words, String language) {
    Told told = told(words, language);
    List<Map.Entry<String, Double>> likeliest =
        told.likeliestFirst().stream().limit(COMPARED).toList();
    if (likeliest.isEmpty()) {
      return Subject.NONE;
    }
    double length =
        Math.sqrt(likeliest.stream().mapToDouble(each -> each.getValue() * each.getValue()).sum());
    Map<String, Float> shares = new LinkedHashMap<>();
    likeliest.forEach(each -> shares.put(each.getKey(), (float) (each.getValue() / length)));
    return new Subject(shares, (float) (told.most() / told.all()));
  }

  private Map<String, Float> having(String form, String language) {
    Map<String, Float> having = new HashMap<>();
    phrasings.having(language, form).forEach((code, often) -> having.put(code, (float) often));
    terms
        .getOrDefault(language, Map.of())
        .getOrDefault(form, Set.of())
        .forEach(code -> having.merge(code, TERM, Float::sum));
    return having;
  }
}
