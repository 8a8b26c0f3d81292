package org.portolan.platform.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.portolan.platform.search.Expansions.Run;
import org.portolan.platform.search.QueryText.Kind;
import org.portolan.platform.search.QueryText.Part;

/**
 * Makes the scored query of a text: its words in the field of the query's language and, weaker,
 * folded in the field of all languages; phrases, patterns and alternatives required, fields and
 * exclusions around all, an item's own code above all.
 */
final class QueryBuilding {
  private static final float CODE = 1_000;
  private static final float CODE_AMONG_WORDS = 50;
  private static final int CODE_LENGTH = 100;
  private static final int NEAR = 3;
  private static final int MOST_PAIRS = 12;

  /**
   * What is asked is limited where it comes in: to forty words and forty other wordings. With all
   * of those, each in two fields, an honest query can be beyond what Lucene takes by default.
   */
  private static final int MOST_CLAUSES = 4_096;

  /**
   * Words are looked for all and, where that finds little, one at least: twice this fits, with what
   * they may be about.
   */
  static final int LARGEST = 1_500;

  static {
    IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
  }

  private final Analysis analysis;
  private final Ranking ranking;
  private final QueryBuilder phrases;
  private final WordingQueries wordings;

  QueryBuilding(Analysis analysis, Ranking ranking, WordingQueries wordings) {
    this.analysis = analysis;
    this.ranking = ranking;
    this.phrases = new QueryBuilder(analysis);
    this.wordings = wordings;
  }

  /**
   * What is quoted, begun or excluded holds either way.
   *
   * @param all finds items that have all the words
   * @param any finds items that have one of them; the same object where there is one word
   * @param supposed finds items of what they may be about together
   */
  record Built(Query all, Query any, Optional<Query> supposed) {}

  Built build(Asked asked, Lookup lookup) throws IOException {
    Built whole = whole(asked, lookup);
    // the words themselves are few enough; what else they may be called is left out then
    return size(whole.all()) <= LARGEST ? whole : whole(asked.asTyped(), lookup);
  }

  /** How many terms and patterns are looked up for a query. */
  static int size(Query query) {
    int[] size = {0};
    query.visit(
        new QueryVisitor() {
          @Override
          public void consumeTerms(Query leaf, Term... terms) {
            size[0] += terms.length;
          }

          @Override
          public void visitLeaf(Query leaf) {
            size[0]++;
          }

          @Override
          public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            return this;
          }
        });
    return size[0];
  }

  private Built whole(Asked asked, Lookup lookup) throws IOException {
    Words words = new Words(asked, lookup);
    Query all = whole(asked, words, true);
    return new Built(
        all, asked.words().size() > 1 ? whole(asked, words, false) : all, supposed(asked, lookup));
  }

  private Optional<Query> supposed(Asked asked, Lookup lookup) throws IOException {
    BooleanQuery.Builder about = new BooleanQuery.Builder();
    for (Supposition supposition : asked.suppositions()) {
      List<Query> called =
          byLanguage(
              supposition.wordings(),
              lookup,
              language ->
                  supposition.likelihood()
                      * (language.equals(asked.language())
                          ? ranking.supposed()
                          : ranking.supposedElsewhere()));
      if (!called.isEmpty()) {
        about.add(
            new Otherwise(new DisjunctionMaxQuery(called, ranking.elsewhere())), Occur.SHOULD);
      }
    }
    BooleanQuery query = about.build();
    return query.clauses().isEmpty() ? Optional.empty() : Optional.of(query);
  }

  private Query whole(Asked asked, Words words, boolean all) throws IOException {
    BooleanQuery.Builder wanted = new BooleanQuery.Builder();
    BooleanQuery.Builder around = new BooleanQuery.Builder();
    boolean bounded = addParts(wanted, around, asked, words);
    addWords(wanted, asked, words, all);
    Query found = withCodes(wanted.build(), asked.text());
    return bounded ? around.add(found, Occur.MUST).build() : found;
  }

  /**
   * Adds all that is more than words.
   *
   * @param around what holds even for an item whose code was typed
   * @return whether there is such
   */
  private boolean addParts(
      BooleanQuery.Builder wanted, BooleanQuery.Builder around, Asked asked, Words made)
      throws IOException {
    boolean bounded = false;
    Map<Integer, BooleanQuery.Builder> alternatives = new LinkedHashMap<>();
    Set<Integer> inFields = new LinkedHashSet<>();
    for (Part part : asked.text().parts()) {
      if (part.excluded()) {
        around.add(excluded(part, asked.language()), Occur.MUST_NOT);
        bounded = true;
      } else if (part.either() > 0) {
        alternatives
            .computeIfAbsent(part.either(), group -> new BooleanQuery.Builder())
            .add(part.words() ? together(asked, part, made) : required(part, asked), Occur.SHOULD);
        if (part.inField()) {
          inFields.add(part.either());
        }
      } else if (part.inField()) {
        around.add(FieldClause.of(part, analysis), Occur.MUST);
        bounded = true;
      } else if (!part.words()) {
        wanted.add(required(part, asked), Occur.MUST);
      }
    }
    for (Map.Entry<Integer, BooleanQuery.Builder> group : alternatives.entrySet()) {
      if (inFields.contains(group.getKey())) {
        around.add(group.getValue().build(), Occur.MUST);
        bounded = true;
      } else {
        wanted.add(group.getValue().build(), Occur.MUST);
      }
    }
    return bounded;
  }

  /** All the words of one alternative. */
  private static Query together(Asked asked, Part part, Words made) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int i = 0; i < asked.words().size(); i++) {
      if (asked.words().get(i).part() == part) {
        all.add(made.at(i), Occur.MUST);
      }
    }
    return all.build();
  }

  private void addWords(BooleanQuery.Builder wanted, Asked asked, Words made, boolean all)
      throws IOException {
    List<QueryWord> words = asked.words();
    boolean onlySmall = words.stream().allMatch(QueryWord::small);
    boolean shouted = words.stream().allMatch(QueryWord::acronym) && words.size() > 1;
    List<Query> clauses = new ArrayList<>();
    boolean needed = false;
    for (int i = 0; i < words.size(); i++) {
      QueryWord word = words.get(i);
      boolean counts = !word.small() || onlySmall || (word.acronym() && !shouted);
      if (word.part().either() == 0 && word.part().must()) {
        wanted.add(made.at(i), Occur.MUST);
        needed = true;
      } else if (word.part().either() == 0 && counts) {
        clauses.add(made.at(i));
      }
    }
    if (!clauses.isEmpty()) {
      BooleanQuery.Builder together = new BooleanQuery.Builder();
      clauses.forEach(clause -> together.add(clause, Occur.SHOULD));
      together.setMinimumNumberShouldMatch(all ? clauses.size() : 1);
      wanted.add(together.build(), Occur.MUST);
    }
    if (needed || !clauses.isEmpty()) {
      addNearness(wanted, words, asked.language());
    }
  }

  /** What is asked for each word, made once. */
  private final class Words {
    private final Asked asked;
    private final Lookup lookup;
    private final Query[] made;

    private Words(Asked asked, Lookup lookup) {
      this.asked = asked;
      this.lookup = lookup;
      this.made = new Query[asked.words().size()];
    }

    private Query at(int index) throws IOException {
      if (made[index] == null) {
        made[index] = word(asked, index, lookup);
      }
      return made[index];
    }
  }

  private Query word(Asked asked, int index, Lookup lookup) throws IOException {
    BooleanQuery.Builder typed = new BooleanQuery.Builder();
    addWord(typed, asked.words().get(index), asked.language(), lookup);
    List<Query> otherwise = new ArrayList<>();
    for (Run run : asked.runs()) {
      if (run.covers(index)) {
        otherwise.addAll(
            // in their own language the words that were typed come first
            byLanguage(
                run.wordings(),
                lookup,
                language ->
                    (language.equals(asked.language()) ? ranking.own() : ranking.expansion())
                        / run.length()));
      }
    }
    if (otherwise.isEmpty()) {
      return typed.build();
    }
    // an item in six languages has not said a thing six times
    Query best = new Otherwise(new DisjunctionMaxQuery(otherwise, ranking.elsewhere()));
    return new DisjunctionMaxQuery(List.of(typed.build(), best), ranking.beside());
  }

  private void addWord(BooleanQuery.Builder either, QueryWord word, String language, Lookup lookup)
      throws IOException {
    for (String name : word.names()) {
      addIfAny(either, phrases.createPhraseQuery(IndexFields.ANY, name), 1);
    }
    for (String term : word.terms()) {
      addIfAny(either, lookup.term(new Term(IndexFields.words(language), term)), 1);
    }
    float any = word.small() ? 1 : ranking.any();
    for (String term : word.folded()) {
      addIfAny(either, lookup.term(new Term(IndexFields.ANY, term)), any);
    }
  }

  /** The best wording of each language, with the weight that this language has. */
  private List<Query> byLanguage(List<Wording> all, Lookup lookup, ToDoubleFunction<String> weight)
      throws IOException {
    Map<String, List<Query>> byLanguage = new LinkedHashMap<>();
    for (Wording wording : all) {
      Optional<Query> query = wordings.weighed(wording, lookup);
      if (query.isPresent()) {
        byLanguage.computeIfAbsent(wording.language(), l -> new ArrayList<>()).add(query.get());
      }
    }
    List<Query> best = new ArrayList<>();
    // whoever has many words for a thing does not speak of it the more
    byLanguage.forEach(
        (language, queries) ->
            best.add(
                boosted(
                    new DisjunctionMaxQuery(queries, ranking.further()),
                    (float) weight.applyAsDouble(language))));
    return best;
  }

  /** The very words of a run, each of which an item has to have. */
  Query own(Asked asked, Run run, Lookup lookup) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (QueryWord word : asked.words().subList(run.first(), run.last() + 1)) {
      BooleanQuery.Builder either = new BooleanQuery.Builder();
      addWord(either, word, asked.language(), lookup);
      all.add(either.build(), Occur.MUST);
    }
    return all.build();
  }

  /** Any of the very words. */
  Query any(Asked asked, Lookup lookup) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (QueryWord word : asked.words()) {
      if (!word.small()) {
        addWord(any, word, asked.language(), lookup);
      }
    }
    return any.build();
  }

  private void addNearness(BooleanQuery.Builder wanted, List<QueryWord> words, String language) {
    if (ranking.near() <= 0) {
      return;
    }
    String field = IndexFields.words(language);
    List<QueryWord> telling =
        words.stream()
            .filter(word -> !word.terms().isEmpty() && word.part().either() == 0)
            .toList();
    for (int i = 1; i < Math.min(telling.size(), MOST_PAIRS); i++) {
      Query near =
          new PhraseQuery(
              NEAR, field, telling.get(i - 1).terms().get(0), telling.get(i).terms().get(0));
      wanted.add(boosted(near, ranking.near()), Occur.SHOULD);
    }
  }

  private Query required(Part part, Asked asked) {
    if (part.inField()) {
      return FieldClause.of(part, analysis);
    }
    return switch (part.kind()) {
      case BEGINNING -> beginning(part.text());
      case PATTERN -> new ConstantScoreQuery(WordPattern.of(IndexFields.ANY, part.text()));
      default -> phrase(part.text(), asked.language());
    };
  }

  private Query excluded(Part part, String language) {
    if (part.inField()) {
      return FieldClause.of(part, analysis);
    }
    if (part.kind() == Kind.BEGINNING) {
      return beginning(part.text());
    }
    if (part.kind() == Kind.PATTERN) {
      return WordPattern.of(IndexFields.ANY, part.text());
    }
    Query phrase = phrase(part.text(), language);
    Query code = new TermQuery(new Term(IndexFields.CODE, IndexFields.exactCode(part.text())));
    return new BooleanQuery.Builder().add(phrase, Occur.SHOULD).add(code, Occur.SHOULD).build();
  }

  private Query phrase(String text, String language) {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    addIfAny(either, phrases.createPhraseQuery(IndexFields.words(language), text), 1);
    addIfAny(either, phrases.createPhraseQuery(IndexFields.ANY, text), ranking.any());
    BooleanQuery query = either.build();
    return query.clauses().isEmpty() ? new MatchNoDocsQuery("no words") : query;
  }

  private static void addIfAny(BooleanQuery.Builder either, Query query, float boost) {
    if (query != null) {
      either.add(boosted(query, boost), Occur.SHOULD);
    }
  }

  private Query beginning(String text) {
    if (text.matches("[0-9.]+")) {
      // the beginning of a tariff code is none
      return Beginning.of(IndexFields.ANY, text.replace(".", ""));
    }
    List<String> terms = analysis.terms(IndexFields.ANY, text);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int i = 0; i < terms.size(); i++) {
      boolean last = i == terms.size() - 1;
      all.add(
          last
              ? Beginning.of(IndexFields.ANY, terms.get(i))
              : new TermQuery(new Term(IndexFields.ANY, terms.get(i))),
          Occur.MUST);
    }
    return terms.isEmpty() ? new MatchNoDocsQuery("no words") : all.build();
  }

  /** The item whose code was typed is what was looked for, whatever else is found. */
  private static Query withCodes(BooleanQuery wanted, QueryText text) {
    Query byText = wanted.clauses().isEmpty() ? everythingUnlessAsked(text) : wanted;
    BooleanQuery.Builder either = new BooleanQuery.Builder().add(byText, Occur.SHOULD);
    if (!text.whole().isEmpty() && text.whole().length() <= CODE_LENGTH) {
      either.add(code(text.whole(), CODE), Occur.SHOULD);
    }
    for (Part part : text.parts()) {
      boolean another = !part.text().equals(text.whole()) && part.text().length() <= CODE_LENGTH;
      if (another && part.words()) {
        either.add(code(part.text(), CODE_AMONG_WORDS), Occur.SHOULD);
      }
    }
    return either.build();
  }

  private static Query everythingUnlessAsked(QueryText text) {
    boolean asked = text.parts().stream().anyMatch(part -> !part.excluded() && !part.inField());
    return asked ? new MatchNoDocsQuery("no words") : new MatchAllDocsQuery();
  }

  private static Query code(String text, float boost) {
    Term term = new Term(IndexFields.CODE, IndexFields.exactCode(text));
    return boosted(new ConstantScoreQuery(new TermQuery(term)), boost);
  }

  private static Query boosted(Query query, float boost) {
    return boost == 1 ? query : new BoostQuery(query, boost);
  }
}
