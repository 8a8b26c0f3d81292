package org.portolan.platform.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

/**
 * How other wordings are looked for. There are hundreds for a question and the same ones in the
 * next, so what an analyser makes of them is kept.
 */
final class WordingQueries {
  /** A wording of more words is no term, and is looked for as it stands. */
  private static final int MOST_WORDS = 6;

  private static final int KEPT = 20_000;

  private final Analysis analysis;
  private final QueryBuilder phrases;
  private final Cache<Written, List<String>> terms =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  private record Written(String language, String text) {}

  WordingQueries(Analysis analysis) {
    this.analysis = analysis;
    this.phrases = new QueryBuilder(analysis);
  }

  /**
   * A wording of several words is found by most of them, wherever they stand: hardly anybody writes
   * a term as the thesaurus has it. Asking for its words near each other lost a quarter of the gain
   * across languages. Empty where no item has enough of them.
   */
  Optional<Query> of(Wording wording, Lookup lookup) throws IOException {
    return query(wording, terms(wording), lookup);
  }

  /**
   * By its weight, and less the more words it has: it stands for one thing all the same, and a term
   * of three words would beat the very word.
   */
  Optional<Query> weighed(Wording wording, Lookup lookup) throws IOException {
    List<String> words = terms(wording);
    float weight = (float) (wording.weight() / Math.sqrt(Math.max(1, words.size())));
    Optional<Query> query = query(wording, words, lookup);
    return weight == 1 ? query : query.map(found -> new BoostQuery(found, weight));
  }

  private List<String> terms(Wording wording) {
    return terms.get(
        new Written(wording.language(), wording.text()),
        written ->
            List.copyOf(analysis.terms(IndexFields.words(written.language()), written.text())));
  }

  private Optional<Query> query(Wording wording, List<String> words, Lookup lookup)
      throws IOException {
    String field = IndexFields.words(wording.language());
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      return Optional.ofNullable(phrases.createPhraseQuery(field, wording.text()));
    }
    List<Query> known = new ArrayList<>();
    for (String word : words) {
      Query query = lookup.term(new Term(field, word));
      if (query != null) {
        known.add(query);
      }
    }
    int needed = words.size() - words.size() / 3;
    if (known.size() < needed) {
      return Optional.empty();
    }
    if (words.size() == 1) {
      return Optional.of(known.get(0));
    }
    BooleanQuery.Builder most = new BooleanQuery.Builder().setMinimumNumberShouldMatch(needed);
    known.forEach(word -> most.add(word, Occur.SHOULD));
    return Optional.of(most.build());
  }
}
