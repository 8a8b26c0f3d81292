package org.portolan.platform.search;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.portolan.platform.search.Expansions.Run;
import org.portolan.platform.search.QueryText.Kind;
import org.portolan.platform.search.QueryText.Part;

/**
 * Makes the query for what is about the same as an item: per language the words of its title and
 * summary that tell most; in languages that it has not, what the thesaurus calls the concepts of
 * its title; and, in whatever language, its theme. Their number is limited, however long an item
 * is.
 */
final class AboutTheSame {
  /** Of each language. */
  private static final int WORDS = 10;

  private static final int MOST_LANGUAGES = 6;

  /** Of a title, in which concepts are looked for; each is asked of the thesaurus in all forms. */
  private static final int TITLE_WORDS = 12;

  private static final int CONCEPTS = 5;
  private static final int WORDINGS = 2;
  private static final int FEW = 6;
  private static final float THEME = 2;
  private static final float CONCEPT = 0.7f;
  private static final float FURTHER_LANGUAGE = 0.1f;

  private final Analysis analysis;
  private final Expansions expansions;
  private final WordingQueries wordings;

  AboutTheSame(Analysis analysis, List<QueryExpander> expanders) {
    this.analysis = analysis;
    this.expansions = new Expansions(expanders);
    this.wordings = new WordingQueries(analysis);
  }

  Query query(IndexReader reader, ItemWords item) throws IOException {
    List<Query> languages = new ArrayList<>();
    for (String language : item.card().languages().stream().limit(MOST_LANGUAGES).toList()) {
      telling(reader, item, language, languages);
    }
    BooleanQuery.Builder about = new BooleanQuery.Builder();
    if (!languages.isEmpty()) {
      // an item in six languages is not six times as much like another
      about.add(new DisjunctionMaxQuery(languages, FURTHER_LANGUAGE), Occur.SHOULD);
    }
    concepts(item.card()).forEach(concept -> about.add(concept, Occur.SHOULD));
    BooleanQuery any = about.build();
    if (any.clauses().isEmpty()) {
      return new MatchNoDocsQuery("nothing that tells");
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(any, Occur.MUST);
    for (String theme : item.card().facets().getOrDefault(SearchDocument.THEME, Set.of())) {
      query.add(theme(theme), Occur.SHOULD);
    }
    return query.build();
  }

  private static Query theme(String code) {
    String path = FacetsConfig.pathToString(SearchDocument.THEME, code);
    Term term = new Term(IndexFields.facet(SearchDocument.THEME), path);
    return new BoostQuery(new TermQuery(term), THEME);
  }

  private void telling(IndexReader reader, ItemWords item, String language, List<Query> into)
      throws IOException {
    String title = item.card().title(language);
    MoreLikeThis words = new MoreLikeThis(reader);
    words.setAnalyzer(analysis);
    words.setMinTermFreq(1);
    // of which one is the item itself
    words.setMinDocFreq(2);
    words.setMaxQueryTerms(WORDS);
    BooleanQuery chosen =
        (BooleanQuery)
            words.like(
                IndexFields.words(language),
                new StringReader(title),
                new StringReader(title),
                new StringReader(item.opening(language)));
    if (!chosen.clauses().isEmpty()) {
      into.add(several(chosen.clauses().stream().map(BooleanClause::getQuery).toList()));
    }
  }

  /** One word in common says little. */
  private static Query several(List<Query> words) {
    BooleanQuery.Builder several = new BooleanQuery.Builder();
    words.forEach(word -> several.add(word, Occur.SHOULD));
    int least = words.size() > FEW ? 3 : Math.min(words.size(), 2);
    return several.setMinimumNumberShouldMatch(least).build();
  }

  /** What a title is about, each in the words of every language. */
  private List<Query> concepts(Card item) throws IOException {
    String language = HitReading.choose(item.languages(), "en", "fr");
    List<Query> concepts = new ArrayList<>();
    for (Run run : runs(item.title(language), language)) {
      List<Query> told = new ArrayList<>();
      for (Wording wording : told(run)) {
        wordings.of(wording, Lookup.ALL).ifPresent(told::add);
      }
      if (!told.isEmpty() && concepts.size() < CONCEPTS) {
        concepts.add(boosted(new Otherwise(new DisjunctionMaxQuery(told, 0))));
      }
    }
    return concepts;
  }

  private static Query boosted(Query concept) {
    return new BoostQuery(concept, CONCEPT);
  }

  /** Where a title names concepts. */
  private List<Run> runs(String title, String language) {
    Part whole = new Part(Kind.WORD, title, false, "", 0, false);
    List<QueryWord> words =
        Analysis.surfaceWords(title).stream()
            .limit(TITLE_WORDS)
            .map(word -> QueryWord.of(word, language, analysis, whole))
            .filter(word -> !word.folded().isEmpty())
            .toList();
    return words.isEmpty() ? List.of() : expansions.of(words, language);
  }

  /** What the concepts of a run are called; of each language what tells most. */
  private static List<Wording> told(Run run) {
    Map<String, Integer> byLanguage = new HashMap<>();
    List<Wording> told = new ArrayList<>();
    for (Wording wording : run.wordings()) {
      if (wording.relation() == Wording.Relation.SAME
          && !wording.concept().isEmpty()
          && byLanguage.merge(wording.language(), 1, Integer::sum) <= WORDINGS) {
        told.add(wording);
      }
    }
    return told;
  }
}
