package org.portolan.thesaurus.search;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.WordForms;
import org.portolan.platform.search.Wording;
import org.portolan.platform.search.Wording.Relation;
import org.portolan.platform.storage.ContentLibrary;

/**
 * What everyday words are called in the other languages: the thesaurus has the terms of the trade,
 * and people ask in whole sentences. It is no part of the thesaurus: its words are no concepts,
 * nothing is filed under them, and a release alone changes them.
 */
final class WordBook {
  private static final String FILE = "reference/words.csv";

  /** A word with more meanings says nothing. */
  private static final int MOST_MEANINGS = 6;

  private final Weights weights;

  /** By language and folded word. */
  private final Map<String, List<Meaning>> folded = new HashMap<>();

  /** By language and the form that its analyser makes of a word. */
  private final Map<String, List<Meaning>> forms = new HashMap<>();

  /** The ways to say one thing by language, the usual one first. */
  private record Meaning(Map<String, List<String>> ways) {
    private boolean usually(String language, String word, String form) {
      String usual = ways.get(language).get(0);
      return WordForms.folded(usual).equals(word) || WordForms.in(language, usual).equals(form);
    }
  }

  /** An empty one. */
  WordBook(Weights weights) {
    this.weights = weights;
  }

  static WordBook of(ContentLibrary content, Weights weights) {
    WordBook book = new WordBook(weights);
    content.rows(FILE).forEach(book::add);
    return book;
  }

  private void add(NamedCsvRecord row) {
    Map<String, List<String>> ways = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      ways.put(language.code(), List.of(row.getField(language.code()).split("\\|")));
    }
    Meaning meaning = new Meaning(ways);
    ways.forEach(
        (language, words) ->
            words.forEach(
                word -> {
                  put(folded, language, WordForms.folded(word), meaning);
                  put(forms, language, WordForms.in(language, word), meaning);
                }));
  }

  private static void put(
      Map<String, List<Meaning>> meanings, String language, String word, Meaning meaning) {
    if (!word.isEmpty()) {
      List<Meaning> known = meanings.computeIfAbsent(key(language, word), k -> new ArrayList<>(1));
      if (!known.contains(meaning)) {
        known.add(meaning);
      }
    }
  }

  private static String key(String language, String word) {
    return language + ' ' + word;
  }

  /**
   * Other ways to say a text, read in its language alone. A word with several meanings counts for
   * less in each, least where it is not the usual word for it.
   */
  List<Wording> of(String text, String language) {
    String word = WordForms.folded(text);
    String form = WordForms.in(language, text);
    List<Meaning> meanings = folded.get(key(language, word));
    if (meanings == null) {
      meanings = forms.getOrDefault(key(language, form), List.of());
    }
    if (meanings.size() > MOST_MEANINGS) {
      return List.of();
    }
    Map<Meaning, Float> shares = new LinkedHashMap<>();
    float all = 0;
    for (Meaning meaning : meanings) {
      float share = meaning.usually(language, word, form) ? 1 : weights.unusual();
      shares.put(meaning, share);
      all += share;
    }
    Map<String, Wording> wordings = new LinkedHashMap<>();
    for (Map.Entry<Meaning, Float> each : shares.entrySet()) {
      float weight = (float) Math.min(1, each.getValue() / Math.sqrt(all));
      each.getKey().ways().forEach((other, words) -> words(other, words, weight, wordings));
    }
    return List.copyOf(wordings.values());
  }

  private void words(
      String language, List<String> words, float weight, Map<String, Wording> wordings) {
    float each = weight;
    for (String word : words) {
      Wordings.keep(new Wording(word, language, "", Relation.SAME, each), wordings);
      each = weight * weights.alternative();
    }
  }
}
