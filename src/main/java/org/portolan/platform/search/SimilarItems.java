package org.portolan.platform.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Other items about the same as one, of whatever kind and in whatever language, among what the
 * reader may see. All that is looked at stands in the index: the item, the words that tell what it
 * is about, and what has those.
 */
@ApplicationScoped
public class SimilarItems {
  private static final int SHOWN = 5;

  /** Among these are the item itself, its copies and its files, which are not shown. */
  private static final int LOOKED_AT = 24;

  /** Whoever has less than this of what the item itself has is about something else. */
  private static final float LEAST = 0.1f;

  /** A copy has at least as much. */
  private static final float COPY = 0.4f;

  private final SearchIndex index;
  private final AboutTheSame about;

  @Inject
  SimilarItems(SearchIndex index, @Any Instance<QueryExpander> expanders) {
    this(index, expanders.stream().toList());
  }

  SimilarItems(SearchIndex index, List<QueryExpander> expanders) {
    this.index = index;
    this.about = new AboutTheSame(Analysis.forAsking(), expanders);
  }

  /** The container makes its client proxies by this one; such an object is never asked anything. */
  protected SimilarItems() {
    index = null;
    about = null;
  }

  /**
   * At most five.
   *
   * @param code of the item, in any case
   * @param language of the reader, in which titles are given where they have it
   * @param visibility terms the person holds; what is for everybody is always among them
   */
  public Similar of(String kind, String code, String language, Set<String> visibility) {
    Set<String> held = new LinkedHashSet<>(visibility);
    held.add(SearchDocument.PUBLIC);
    String reader = IndexFields.language(language);
    Question asked = new Question(kind, IndexFields.exactCode(code), reader, Set.copyOf(held));
    return index.read(searcher -> answer(searcher, asked), () -> Similar.AWAY);
  }

  private record Question(String kind, String code, String reader, Set<String> held) {}

  /** While nothing changes in the index, who asks the same is answered the same. */
  private Similar answer(FacetedSearcher searcher, Question asked) throws IOException {
    Similar known = searcher.similar().getIfPresent(asked);
    if (known == null) {
      known = find(searcher, asked);
      searcher.similar().put(asked, known);
    }
    return known;
  }

  private Similar find(IndexSearcher searcher, Question asked) throws IOException {
    Set<String> held = asked.held();
    TopDocs own =
        first(searcher, Visibility.only(ItemTitles.query(asked.kind(), asked.code()), held), 1);
    if (own.scoreDocs.length == 0) {
      return Similar.UNKNOWN;
    }
    int document = own.scoreDocs[0].doc;
    ItemWords words = ItemWords.read(searcher, document);
    Query alike = about.query(searcher.getIndexReader(), words);
    TopDocs found = first(searcher, Visibility.only(withoutParts(alike), held), LOOKED_AT);
    float whole = itself(found, document);
    Shown shown = new Shown(words, asked.reader());
    for (ScoreDoc hit : found.scoreDocs) {
      if (shown.items.size() == SHOWN || hit.score < LEAST * whole) {
        break;
      }
      if (hit.doc != document) {
        shown.add(searcher, hit.doc, hit.score >= COPY * whole);
      }
    }
    return new Similar(true, true, shown.items);
  }

  /** What the item has of its own words; nothing where it is not among what was found. */
  private static float itself(TopDocs found, int document) {
    for (ScoreDoc hit : found.scoreDocs) {
      if (hit.doc == document) {
        return hit.score;
      }
    }
    return 0;
  }

  private static TopDocs first(IndexSearcher searcher, Query query, int most) throws IOException {
    return searcher.search(query, new TopScoreDocCollectorManager(most, null, most));
  }

  /** The sessions of a course say what the course says: it stands for them. */
  private static Query withoutParts(Query query) {
    Query parts =
        new BooleanQuery.Builder()
            .add(new FieldExistsQuery(IndexFields.UNDER), Occur.FILTER)
            .add(new FieldExistsQuery(IndexFields.LEADS), Occur.MUST_NOT)
            .build();
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(parts, Occur.MUST_NOT).build();
  }

  /** The list as it grows: nothing that says the same as the item, or as what is on it. */
  private static final class Shown {
    private final ItemWords own;
    private final String reader;
    private final List<Suggestion> items = new ArrayList<>();
    private final Set<String> titles = new HashSet<>();

    private Shown(ItemWords own, String reader) {
      this.own = own;
      this.reader = reader;
    }

    /**
     * @param like whether it has so much of the item's words that it may be a copy of it
     */
    private void add(IndexSearcher searcher, int document, boolean like) throws IOException {
      Card card = Card.read(searcher, document);
      if (within(card.path(), own.card().path())
          || items.stream().anyMatch(each -> card.path().startsWith(each.path() + "/"))
          || like && own.nearlySame(searcher, document, card)) {
        return;
      }
      String language = HitReading.choose(card.languages(), reader, reader);
      Suggestion item =
          new Suggestion(card.title(language), language, card.kind(), card.code(), card.path());
      if (titles.add(key(item))) {
        // its files said so before it
        items.removeIf(each -> each.path().startsWith(card.path() + "/"));
        items.add(item);
      }
    }

    private static String key(Suggestion item) {
      return item.kind() + " " + Analysis.fold(item.title());
    }

    /** A file of a practice stands below its page. */
    private static boolean within(String one, String other) {
      return one.startsWith(other + "/") || other.startsWith(one + "/");
    }
  }
}
