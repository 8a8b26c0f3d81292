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
    Typed asked = new Typed(start, words, own, held);
    return index.read(searcher -> kept(searcher, asked), List::of);
  }

  /**
   * On what suggestions depend besides the index.
   *
   * @param start all of it, as titles begin
   * @param own the reader's language
   */
  private record Typed(String start, List<String> words, String own, Set<String> held) {}

  /** While nothing changes in the index, who types the same is offered the same. */
  private static List<Suggestion> kept(FacetedSearcher searcher, Typed asked) throws IOException {
    List<Suggestion> known = searcher.begun().getIfPresent(asked);
    if (known == null) {
      known = suggest(searcher, asked);
      searcher.begun().put(asked, known);
    }
    return known;
  }

  private static List<Suggestion> suggest(IndexSearcher searcher, Typed asked) throws IOException {
    Set<Integer> found = new LinkedHashSet<>();
    // those that begin as typed come first, however many others there are
    look(searcher, begun(TitleEdges.title(asked.start()), asked.held()), found);
    if (found.size() < SHOWN) {
      look(searcher, begun(withWords(asked.words()), asked.held()), found);
    }
    return suggest(searcher, found, asked);
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

  /** A title with what it is compared by. */
  private record Candidate(Suggestion suggestion, String folded) {}

  private static List<Suggestion> suggest(IndexSearcher searcher, Set<Integer> found, Typed asked)
      throws IOException {
    List<Candidate> all = new ArrayList<>();
    for (int document : found) {
      all.add(candidate(Card.read(searcher, document), asked.words(), asked.own()));
    }
    Set<String> seen = new HashSet<>();
    return all.stream()
        .sorted(
            Comparator.comparing((Candidate each) -> !each.folded().startsWith(asked.start()))
                .thenComparing(each -> !each.suggestion().language().equals(asked.own()))
                .thenComparing(each -> each.suggestion().title().length())
                .thenComparing(each -> each.suggestion().title()))
        .filter(each -> seen.add(each.folded()))
        .limit(SHOWN)
        .map(Candidate::suggestion)
        .toList();
  }

  /** In the reader's language where its title goes on like that, else in one in which it does. */
  private static Candidate candidate(Card item, List<String> words, String own) {
    List<String> languages = item.languages();
    List<String> tried = new ArrayList<>(languages);
    if (tried.remove(own)) {
      tried.add(0, own);
    }
    for (String language : tried) {
      String folded = Analysis.fold(item.title(language));
      if (tried.size() == 1 || words.stream().allMatch(word -> begins(folded, word))) {
        return new Candidate(suggestion(item, language), folded);
      }
    }
    String language = HitReading.choose(languages, own, own);
    return new Candidate(suggestion(item, language), Analysis.fold(item.title(language)));
  }

  private static Suggestion suggestion(Card item, String language) {
    return new Suggestion(item.title(language), language, item.kind(), item.code(), item.path());
  }

  /** Whether some word of a title begins so. */
  private static boolean begins(String title, String word) {
    for (int at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
      boolean spaceless = Character.isIdeographic(title.codePointAt(at));
      if (at == 0 || spaceless || !Character.isLetterOrDigit(title.codePointBefore(at))) {
        return true;
      }
    }
    return false;
  }
}
