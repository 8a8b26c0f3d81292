package org.portolan.platform.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.portolan.platform.search.SearchResult.FacetCount;

/** The dimensions by which items are counted and filtered. */
final class FacetCounting {
  private static final List<String> DIMENSIONS =
      List.of(
          SearchDocument.TYPE,
          SearchDocument.REGION,
          SearchDocument.MEMBER,
          SearchDocument.THEME,
          SearchDocument.LANGUAGE,
          SearchDocument.YEAR,
          SearchDocument.LEVEL,
          SearchDocument.AUDIENCE,
          SearchDocument.SOURCE);
  private static final int MOST_VALUES = 300;

  private FacetCounting() {}

  static FacetsConfig config() {
    FacetsConfig config = new FacetsConfig();
    DIMENSIONS.forEach(dimension -> config.setMultiValued(dimension, true));
    return config;
  }

  static boolean known(String dimension) {
    return DIMENSIONS.contains(dimension);
  }

  static Map<String, List<FacetCount>> counts(Facets counted, Iterable<String> dimensions)
      throws IOException {
    Map<String, List<FacetCount>> counts = new LinkedHashMap<>();
    for (String dimension : dimensions) {
      if (known(dimension)) {
        counts.put(dimension, values(counted.getTopChildren(MOST_VALUES, dimension)));
      }
    }
    return counts;
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
