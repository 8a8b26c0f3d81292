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
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;

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
    String own = IndexFields.language(language);
    return index.read(
        searcher -> {
          Set<Integer> found = new LinkedHashSet<>();
          // those that begin as typed come first, however many others there are
          look(searcher, begun(TitleEdges.title(start), held), found);
          if (found.size() < SHOWN) {
            look(searcher, begun(withWords(words), held), found);
          }
          return suggest(searcher, found, words, start, own);
        },
        List::of);
  }

  private static Query withWords(List<String> words) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean last = i == words.size() - 1;
      all.add(
          last ? TitleEdges.word(word) : new TermQuery(new Term(IndexFields.TITLE_ANY, word)),
          Occur.FILTER);
    }
    return all.build();
  }

  /** All count the same, so no more are looked at than are wanted. */
  private static Query begun(Query titles, Set<String> held) {
    return new ConstantScoreQuery(
        new BooleanQuery.Builder()
            .add(titles, Occur.FILTER)
            .add(Visibility.filter(held), Occur.FILTER)
            .build());
  }

  private static void look(IndexSearcher searcher, Query query, Set<Integer> found)
      throws IOException {
    TopDocs first =
        searcher.search(query, new TopScoreDocCollectorManager(LOOKED_AT, null, LOOKED_AT));
    Stream.of(first.scoreDocs).forEach(hit -> found.add(hit.doc));
  }

  private List<Suggestion> suggest(
      IndexSearcher searcher, Set<Integer> found, List<String> words, String start, String own)
      throws IOException {
    StoredFields stored = searcher.storedFields();
    List<Suggestion> all = new ArrayList<>();
    for (int document : found) {
      all.add(suggestion(stored.document(document, fields(stored, document)), words, own));
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
