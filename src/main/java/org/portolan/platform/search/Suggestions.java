package org.portolan.platform.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Titles that go on as a reader has begun to type, among what the reader may see. */
@ApplicationScoped
public class Suggestions {
  private static final int SHOWN = 8;
  private static final int LOOKED_AT = 60;
  private static final int MAX_TYPED = 200;

  private final SearchIndex index;
  private final Analysis analysis = Analysis.forAsking();

  @Inject
  Suggestions(SearchIndex index) {
    this.index = index;
  }

  /** The container makes its client proxies by this one; such an object is never asked anything. */
  protected Suggestions() {
    index = null;
  }

  /** At most eight, without titles that read alike; none for an empty text. */
  public List<Suggestion> suggest(String typed, String language, Set<String> visibility) {
    String text = DocumentMapping.cut(typed == null ? "" : typed, MAX_TYPED);
    List<String> words = analysis.terms(IndexFields.TITLE_ANY, text);
    if (words.isEmpty()) {
      return List.of();
    }
    Set<String> held = new LinkedHashSet<>(visibility);
    held.add(SearchDocument.PUBLIC);
    String start = Analysis.fold(text);
    Query query = Visibility.only(query(words, start), held);
    String own = IndexFields.language(language);
    return index.read(searcher -> suggest(searcher, query, words, start, own), List::of);
  }

  private static Query query(List<String> words, String start) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean last = i == words.size() - 1;
      Query query =
          last
              ? Beginning.of(IndexFields.TITLE_ANY, word)
              : new TermQuery(new Term(IndexFields.TITLE_ANY, word));
      all.add(new ConstantScoreQuery(query), Occur.MUST);
    }
    Query begins = Beginning.of(IndexFields.TITLE_START, start);
    return all.add(new BoostQuery(begins, 10), Occur.SHOULD).build();
  }

  private List<Suggestion> suggest(
      IndexSearcher searcher, Query query, List<String> words, String start, String own)
      throws IOException {
    StoredFields stored = searcher.storedFields();
    List<Suggestion> all = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, LOOKED_AT).scoreDocs) {
      all.add(suggestion(stored.document(hit.doc, fields(stored, hit.doc)), words, own));
    }
    Set<String> seen = new HashSet<>();
    return all.stream()
        .sorted(
            Comparator.comparing((Suggestion s) -> !Analysis.fold(s.title()).startsWith(start))
                .thenComparing(s -> !s.language().equals(own))
                .thenComparing(s -> s.title().length())
                .thenComparing(Suggestion::title))
        .filter(suggestion -> seen.add(Analysis.fold(suggestion.title())))
        .limit(SHOWN)
        .toList();
  }

  private static Set<String> fields(StoredFields stored, int document) throws IOException {
    Set<String> fields = new LinkedHashSet<>();
    fields.addAll(
        Set.of(IndexFields.KIND, IndexFields.CODE_SHOWN, IndexFields.PATH, IndexFields.LANGUAGES));
    String languages =
        stored.document(document, Set.of(IndexFields.LANGUAGES)).get(IndexFields.LANGUAGES);
    Stream.of(languages.split(" ")).map(IndexFields::title).forEach(fields::add);
    return fields;
  }

  private Suggestion suggestion(Document item, List<String> words, String own) {
    List<String> languages = List.of(item.get(IndexFields.LANGUAGES).split(" "));
    String language =
        Stream.concat(Stream.of(own), languages.stream())
            .filter(languages::contains)
            .filter(l -> continues(item.get(IndexFields.title(l)), words))
            .findFirst()
            .orElseGet(() -> HitReading.choose(languages, own, own));
    String code = item.get(IndexFields.CODE_SHOWN);
    return new Suggestion(
        item.get(IndexFields.title(language)),
        language,
        item.get(IndexFields.KIND),
        code == null ? "" : code,
        item.get(IndexFields.PATH));
  }

  private boolean continues(String title, List<String> words) {
    List<String> titleWords = analysis.terms(IndexFields.TITLE_ANY, title);
    String last = words.get(words.size() - 1);
    return titleWords.containsAll(words.subList(0, words.size() - 1))
        && titleWords.stream().anyMatch(word -> word.startsWith(last));
  }
}
