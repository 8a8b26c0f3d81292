package org.portolan.platform.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.portolan.platform.likeness.WordSet;

/** What an item of the index says at its beginning, in each of its languages. */
final class ItemWords {
  private static final int OPENING = 400;
  private static final int COMPARED = 1_500;

  /** A copy is changed here and there. What is merely about the same has half of this. */
  private static final double SAME = 0.7;

  private static final double TITLE = 0.4;

  private final Card card;
  private final Map<String, String> bodies;
  private final Map<String, WordSet> compared = new HashMap<>();

  private ItemWords(Card card, Map<String, String> bodies) {
    this.card = card;
    this.bodies = bodies;
  }

  static ItemWords read(IndexSearcher searcher, int document) throws IOException {
    Card card = Card.read(searcher, document);
    Map<String, String> bodies = new LinkedHashMap<>();
    for (String language : card.languages()) {
      bodies.put(language, HitReading.body(searcher, document, language));
    }
    return new ItemWords(card, bodies);
  }

  Card card() {
    return card;
  }

  /** The summary, or the first words of what has none. */
  String opening(String language) {
    int summary = card.texts().get(language).summary();
    return DocumentMapping.cut(bodies.get(language), summary == 0 ? OPENING : summary);
  }

  /** Whether another item is this one once more, by what both say in one language. */
  boolean nearlySame(IndexSearcher searcher, int document, Card other) throws IOException {
    for (String language : other.languages()) {
      if (bodies.containsKey(language)) {
        double title =
            WordSet.shingles(card.title(language))
                .likeness(WordSet.shingles(other.title(language)));
        WordSet own = compared.computeIfAbsent(language, l -> words(bodies.get(l)));
        double text = own.likeness(words(HitReading.body(searcher, document, language)));
        return TITLE * title + (1 - TITLE) * text >= SAME;
      }
    }
    return false;
  }

  private static WordSet words(String body) {
    return WordSet.of(DocumentMapping.cut(body, COMPARED));
  }
}
