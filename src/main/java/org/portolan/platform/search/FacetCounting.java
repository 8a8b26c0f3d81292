package org.portolan.platform.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.portolan.platform.search.SearchResult.FacetCount;

/**
 * The dimensions by which items are counted and filtered. Each has a field of its own, so that only
 * what is asked for is counted.
 */
final class FacetCounting {
  static final List<String> DIMENSIONS =
      List.of(
          SearchDocument.TYPE,
          SearchDocument.REGION,
          SearchDocument.MEMBER,
          SearchDocument.THEME,
          SearchDocument.LANGUAGE,
          SearchDocument.YEAR,
          SearchDocument.KIND,
          SearchDocument.LEVEL,
          SearchDocument.AUDIENCE,
          SearchDocument.SOURCE,
          SearchDocument.COURSE);
  private static final int MOST_VALUES = 300;

  private FacetCounting() {}

  static FacetsConfig config() {
    FacetsConfig config = new FacetsConfig();
    for (String dimension : DIMENSIONS) {
      config.setMultiValued(dimension, true);
      config.setIndexFieldName(dimension, IndexFields.facet(dimension));
    }
    return config;
  }

  static boolean known(String dimension) {
    return DIMENSIONS.contains(dimension);
  }

  /**
   * Counts values of dimensions.
   *
   * @param hits what has all filters, collected with the page of hits; null where no dimension
   *     without a filter was asked for
   */
  static Map<String, List<FacetCount>> counts(
      FacetedSearcher searcher, Narrowed narrowed, FacetsCollector hits, Set<String> asked)
      throws IOException {
    Map<String, List<FacetCount>> counts = new LinkedHashMap<>();
    for (String dimension : DIMENSIONS) {
      if (asked.contains(dimension)) {
        counts.put(dimension, count(searcher, narrowed, hits, dimension));
      }
    }
    return counts;
  }

  private static List<FacetCount> count(
      FacetedSearcher searcher, Narrowed narrowed, FacetsCollector hits, String dimension)
      throws IOException {
    SortedSetDocValuesReaderState state = searcher.facets(dimension);
    if (state == null) {
      return List.of();
    }
    // what another value would show is told by those that lack only this filter
    FacetsCollector counted =
        narrowed.by(dimension)
            ? searcher.search(narrowed.without(dimension), new FacetsCollectorManager())
            : hits;
    return values(
        new SortedSetDocValuesFacetCounts(state, counted).getTopChildren(MOST_VALUES, dimension));
  }

  private static List<FacetCount> values(FacetResult result) {
    List<FacetCount> values = new ArrayList<>();
    if (result != null) {
      for (LabelAndValue value : result.labelValues) {
        values.add(new FacetCount(value.label, value.value.longValue()));
      }
    }
    return values;
  }
}
