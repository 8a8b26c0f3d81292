package org.portolan.platform.search;

import java.io.IOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/**
 * Decides how many of the words an item has to have: all of them when enough items do, else one;
 * and where few have even that, none if it is about what the words may be about together. It looks
 * at the words and at what the person may see, never at filters, so that choosing a facet value
 * shows as many items as it said.
 */
final class Relaxation {
  private final QueryBuilding building;
  private final Ranking ranking;

  Relaxation(QueryBuilding building, Ranking ranking) {
    this.building = building;
    this.ranking = ranking;
  }

  Query choose(FacetedSearcher searcher, Asked asked, Collection<String> visibility)
      throws IOException {
    QueryBuilding.Built built = building.build(asked, searcher);
    boolean one = built.all().equals(built.any());
    Query all = Visibility.only(built.all(), visibility);
    if (enough(searcher, all)) {
      return Visibility.only(about(built.all(), Occur.MUST, built), visibility);
    }
    Query any = one ? built.all() : allFirst(built);
    boolean few =
        built.supposed().isPresent()
            && asked.plain()
            // the words stand in such a query four times
            && QueryBuilding.size(built.any()) <= QueryBuilding.LARGEST / 3
            && (one || !enough(searcher, Visibility.only(built.any(), visibility)));
    return Visibility.only(
        few
            ? about(before(any, any, Occur.SHOULD), Occur.SHOULD, built)
            : about(any, Occur.MUST, built),
        visibility);
  }

  private Query allFirst(QueryBuilding.Built built) {
    return before(built.all(), built.any(), Occur.MUST);
  }

  /** What is found by one query, with a bonus for what is found by the first. */
  private Query before(Query first, Query all, Occur needed) {
    Query bonus = new BoostQuery(new ConstantScoreQuery(first), ranking.all());
    return new BooleanQuery.Builder().add(all, needed).add(bonus, Occur.SHOULD).build();
  }

  /**
   * @param needed whether items must have the words, or are found as well by what the words may be
   *     about
   */
  private static Query about(Query words, Occur needed, QueryBuilding.Built built) {
    return built
        .supposed()
        .<Query>map(
            supposed ->
                new BooleanQuery.Builder().add(words, needed).add(supposed, Occur.SHOULD).build())
        .orElse(words);
  }

  private boolean enough(IndexSearcher searcher, Query query) throws IOException {
    Count count = new Count(ranking.enough());
    searcher.search(query, count);
    return count.seen >= ranking.enough();
  }

  /** Counts no further than it has to; what belongs together counts once. */
  private static final class Count extends SimpleCollector {
    private final int enough;
    private final Set<String> groups = new HashSet<>();
    private SortedDocValues under;
    private BitSet known;
    private int seen;

    private Count(int enough) {
      this.enough = enough;
    }

    @Override
    public void collect(int document) throws IOException {
      if (!under.advanceExact(document) || another(under.ordValue())) {
        seen++;
        stopIfEnough();
      }
    }

    private boolean another(int group) throws IOException {
      if (known.get(group)) {
        return false;
      }
      known.set(group);
      return groups.add(under.lookupOrd(group).utf8ToString());
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      stopIfEnough();
      under = DocValues.getSorted(leaf.reader(), IndexFields.UNDER);
      known = new BitSet(under.getValueCount());
    }

    private void stopIfEnough() {
      if (seen >= enough) {
        throw new CollectionTerminatedException();
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
