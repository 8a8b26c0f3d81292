package org.portolan.platform.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.portolan.platform.search.Expansions.Run;

/**
 * What may have been meant by words that stand nowhere: words a letter or two away that do stand in
 * something the person may see. Nothing else is looked at, so a proposal tells nothing of what is
 * hidden, not even by which of two comes first.
 */
final class Corrections {
  private static final int SHORTEST = 4;

  /** What is longer is no word, and costs the more to be compared with all that are. */
  private static final int LONGEST = 30;

  /** In a shorter word two wrong letters leave too little of it. */
  private static final int TWO_LETTERS_WRONG = 6;

  /** In French it is written as one with its word. */
  private static final Pattern ARTICLE = Pattern.compile("^\\p{L}{1,2}[’'](?=\\p{L})");

  private static final int MOST_WORDS = 3;
  private static final int MOST_CANDIDATES = 100;
  private static final int COUNTED = 1_000;

  private final Analysis analysis;

  Corrections(Analysis analysis) {
    this.analysis = analysis;
  }

  /** The text with those words put right; empty where there is nothing to propose. */
  Optional<String> of(IndexSearcher searcher, Asked asked, String text, Collection<String> held)
      throws IOException {
    String proposed = text;
    int looked = 0;
    for (int i = 0; i < asked.words().size() && looked < MOST_WORDS; i++) {
      QueryWord word = asked.words().get(i);
      if (correctable(word) && !expanded(asked, i) && !stands(searcher, word, asked, held)) {
        looked++;
        Optional<String> better = like(searcher, word.folded().get(0), held);
        if (better.isPresent()) {
          proposed = replaced(proposed, word.surface(), better.get());
        }
      }
    }
    return proposed.equals(text) ? Optional.empty() : Optional.of(proposed);
  }

  private static boolean correctable(QueryWord word) {
    return word.folded().size() == 1
        && !word.small()
        && word.surface().length() >= SHORTEST
        && word.folded().get(0).length() <= LONGEST
        && word.surface().codePoints().allMatch(Character::isLetter);
  }

  /** The thesaurus knows what it does not find. */
  private static boolean expanded(Asked asked, int word) {
    return asked.runs().stream().anyMatch((Run run) -> run.covers(word));
  }

  private static boolean stands(
      IndexSearcher searcher, QueryWord word, Asked asked, Collection<String> held)
      throws IOException {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    word.terms()
        .forEach(
            term ->
                either.add(
                    new TermQuery(new Term(IndexFields.words(asked.language()), term)),
                    Occur.SHOULD));
    word.folded().forEach(term -> either.add(folded(term), Occur.SHOULD));
    return count(searcher, either.build(), held, 1) > 0;
  }

  private static Query folded(String term) {
    return new TermQuery(new Term(IndexFields.ANY, term));
  }

  private static long count(
      IndexSearcher searcher, Query query, Collection<String> held, int enough) throws IOException {
    // all score the same, so the rest is passed over once there are enough
    Query any = new ConstantScoreQuery(Visibility.only(query, held));
    return searcher.search(any, new TopScoreDocCollectorManager(1, null, enough)).totalHits.value;
  }

  /** The nearest word; of those that are as near, the one that stands in most. */
  private Optional<String> like(IndexSearcher searcher, String term, Collection<String> held)
      throws IOException {
    for (List<String> asNear : candidates(searcher, term).values()) {
      Map<String, Long> visible = new TreeMap<>();
      for (String candidate : asNear) {
        long count = count(searcher, folded(candidate), held, COUNTED);
        if (count > 0) {
          visible.put(candidate, count);
        }
      }
      Optional<String> best =
          visible.entrySet().stream()
              .max(
                  Map.Entry.<String, Long>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
              .map(Map.Entry::getKey);
      if (best.isPresent()) {
        return Optional.of(asWritten(searcher, best.get(), held));
      }
    }
    return Optional.empty();
  }

  /** Words by how unlike they are, in the order of their letters. */
  private static Map<Float, List<String>> candidates(IndexSearcher searcher, String term)
      throws IOException {
    Map<Float, List<String>> candidates = new TreeMap<>(Comparator.reverseOrder());
    Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), IndexFields.ANY);
    if (terms == null) {
      return candidates;
    }
    int wrong = term.length() < TWO_LETTERS_WRONG ? 1 : 2;
    FuzzyTermsEnum near =
        new FuzzyTermsEnum(terms, new Term(IndexFields.ANY, term), wrong, 1, true);
    BoostAttribute likeness = near.attributes().addAttribute(BoostAttribute.class);
    int seen = 0;
    for (BytesRef each = near.next(); each != null && seen < MOST_CANDIDATES; each = near.next()) {
      String candidate = each.utf8ToString();
      if (!candidate.equals(term) && candidate.codePoints().allMatch(Character::isLetter)) {
        candidates.computeIfAbsent(likeness.getBoost(), likely -> new ArrayList<>()).add(candidate);
        seen++;
      }
    }
    return candidates;
  }

  /** With the accents that a text has which the person may see. */
  private String asWritten(IndexSearcher searcher, String term, Collection<String> held)
      throws IOException {
    TopDocs first =
        searcher.search(
            Visibility.only(folded(term), held), new TopScoreDocCollectorManager(1, null, 1));
    int document = first.scoreDocs[0].doc;
    Card card = Card.read(searcher, document);
    for (String language : card.languages()) {
      String body = HitReading.body(searcher, document, language);
      for (String text : List.of(card.title(language), body)) {
        for (String word : Analysis.surfaceWords(text)) {
          if (analysis.terms(IndexFields.ANY, word).equals(List.of(term))) {
            String bare = ARTICLE.matcher(word).replaceFirst("");
            return bare.toLowerCase(Locale.forLanguageTag(language));
          }
        }
      }
    }
    return term;
  }

  private static String replaced(String text, String word, String better) {
    return Pattern.compile("(?<![\\p{L}\\p{M}])" + Pattern.quote(word) + "(?![\\p{L}\\p{M}])")
        .matcher(text)
        .replaceFirst(Matcher.quoteReplacement(better));
  }
}
