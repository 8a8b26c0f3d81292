package org.portolan.platform.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * What items of any kind are called and where they are, for those who name them by code or number,
 * of all that the reader may see. Whoever is not told of an item may not see it, or it is gone.
 */
@ApplicationScoped
public class ItemTitles {
  private final SearchIndex index;

  @Inject
  ItemTitles(SearchIndex index) {
    this.index = index;
  }

  /** The container makes its client proxies by this one; such an object is never asked anything. */
  protected ItemTitles() {
    index = null;
  }

  /** How an item is named: by its code, else by its number. */
  public record Ref(String kind, String code, String number) {
    public static Ref coded(String kind, String code) {
      return new Ref(kind, IndexFields.exactCode(code), "");
    }

    public static Ref numbered(String kind, String number) {
      return new Ref(kind, "", number);
    }

    private Query query() {
      return code.isEmpty()
          ? new TermQuery(new Term(IndexFields.KEY, kind + ":" + number))
          : ItemTitles.query(kind, code);
    }
  }

  /**
   * The title in the language of the reader where there is one.
   *
   * @param details the small facts of its document
   */
  public record Item(String title, String language, String path, Map<String, String> details) {}

  /** The one item of a kind with a code. */
  static Query query(String kind, String code) {
    String type = FacetsConfig.pathToString(SearchDocument.TYPE, kind);
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(IndexFields.CODE, IndexFields.exactCode(code))), Occur.MUST)
        .add(new TermQuery(new Term(IndexFields.facet(SearchDocument.TYPE), type)), Occur.FILTER)
        .build();
  }

  /** Those that the reader may see; empty while the index cannot answer. */
  public Optional<Map<Ref, Item>> of(
      Collection<Ref> wanted, String language, Set<String> visibility) {
    Set<String> held = new LinkedHashSet<>(visibility);
    held.add(SearchDocument.PUBLIC);
    String reader = IndexFields.language(language);
    return index.read(
        searcher -> Optional.of(find(searcher, List.copyOf(wanted), reader, held)),
        Optional::empty);
  }

  private static Map<Ref, Item> find(
      IndexSearcher searcher, List<Ref> wanted, String reader, Set<String> held)
      throws IOException {
    Map<Ref, Item> found = new LinkedHashMap<>();
    for (Ref ref : wanted) {
      Query query = Visibility.only(ref.query(), held);
      for (ScoreDoc hit :
          searcher.search(query, new TopScoreDocCollectorManager(1, null, 1)).scoreDocs) {
        Card card = Card.read(searcher, hit.doc);
        String language = HitReading.choose(card.languages(), reader, reader);
        found.put(ref, new Item(card.title(language), language, card.path(), card.details()));
      }
    }
    return found;
  }
}
