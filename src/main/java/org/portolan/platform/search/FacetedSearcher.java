package org.portolan.platform.search;

import java.io.IOException;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.IndexSearcher;

/**
 * A searcher over one state of the index with what counting facets needs, made once per state and
 * not per query.
 */
final class FacetedSearcher extends IndexSearcher {
  private final SortedSetDocValuesReaderState facetState;

  FacetedSearcher(IndexReader reader, FacetsConfig config) throws IOException {
    super(reader);
    boolean counts =
        MultiDocValues.getSortedSetValues(reader, FacetsConfig.DEFAULT_INDEX_FIELD_NAME) != null;
    facetState = counts ? new DefaultSortedSetDocValuesReaderState(reader, config) : null;
  }

  /** Null while no item has a facet value. */
  SortedSetDocValuesReaderState facetState() {
    return facetState;
  }
}
