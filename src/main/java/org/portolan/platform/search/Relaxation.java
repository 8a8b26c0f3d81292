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
 * Decides how many of the words an item has to have: all of them when enough items do, else most,
 * else one. It looks at the words and at what the person may see, never at filters, so that
 * choosing a facet value shows as many items as it said.
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
    Query visible = Visibility.only(built.all(), visibility);
    if (built.all().equals(built.any()) || enough(searcher, visible)) {
      return visible;
    }
    Query first = new BoostQuery(new ConstantScoreQuery(built.all()), ranking.all());
    BooleanQuery.Builder allFirst = new BooleanQuery.Builder();
    allFirst.add(built.any(), Occur.MUST).add(first, Occur.SHOULD);
    return Visibility.only(allFirst.build(), visibility);
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
