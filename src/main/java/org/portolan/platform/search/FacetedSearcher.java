package org.portolan.platform.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.IndexSearcher;

/**
 * A searcher over one state of the index with what counting facets needs and what was found to be
 * like items, made once per state and not per query.
 */
final class FacetedSearcher extends IndexSearcher {
  private static final int MOST_SIMILAR = 2_000;

  private final Map<String, SortedSetDocValuesReaderState> facets = new HashMap<>();

  /** What was found to be like items in this state, by who asked for what. */
  private final Cache<Object, Similar> similar =
      Caffeine.newBuilder().maximumSize(MOST_SIMILAR).build();

  private final IndexSearcher wordings;

  FacetedSearcher(IndexReader reader, FacetsConfig config) throws IOException {
    super(reader);
    setSimilarity(Ranking.TYPED);
    wordings = new IndexSearcher(reader);
    wordings.setSimilarity(Ranking.WORDINGS);
    for (String dimension : FacetCounting.DIMENSIONS) {
      String field = IndexFields.facet(dimension);
      if (MultiDocValues.getSortedSetValues(reader, field) != null) {
        facets.put(dimension, new DefaultSortedSetDocValuesReaderState(reader, field, config));
      }
    }
  }

  /** The same, which scores what nobody typed. */
  IndexSearcher ofWordings() {
    return wordings;
  }

  Cache<Object, Similar> similar() {
    return similar;
  }

  /** Null while no item has a value of the dimension. */
  SortedSetDocValuesReaderState facets(String dimension) {
    return facets.get(dimension);
  }
}
