package org.portolan.platform.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * A query with the filters that a reader chose: values of one dimension widen, dimensions narrow.
 */
final class Narrowed {
  private final Query query;
  private final Map<String, Query> filters = new TreeMap<>();

  Narrowed(Query query, SearchQuery asked) {
    this.query = query;
    asked.filters().forEach((name, values) -> filters.put(name, filter(name, values)));
    if (asked.from() != null || asked.before() != null) {
      filters.put(IndexFields.DATE, within(IndexFields.DATE, asked.from(), asked.before()));
    }
    if (asked.publishedFrom() != null || asked.publishedBefore() != null) {
      filters.put(
          IndexFields.PUBLISHED,
          within(IndexFields.PUBLISHED, asked.publishedFrom(), asked.publishedBefore()));
    }
  }

  private static Query within(String field, Instant from, Instant before) {
    return LongPoint.newRangeQuery(
        field,
        from == null ? Long.MIN_VALUE : from.toEpochMilli(),
        before == null ? Long.MAX_VALUE : before.toEpochMilli() - 1);
  }

  boolean by(String dimension) {
    return filters.containsKey(dimension);
  }

  /** What has all filters. */
  Query whole() {
    return without("");
  }

  /** What has all filters but those of one dimension. */
  Query without(String dimension) {
    if (filters.isEmpty()) {
      return query;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
    filters.forEach(
        (each, filter) -> {
          if (!each.equals(dimension)) {
            all.add(filter, Occur.FILTER);
          }
        });
    return all.build();
  }

  private static Query filter(String dimension, Set<String> values) {
    if (!FacetCounting.known(dimension)) {
      return new MatchNoDocsQuery("no such dimension");
    }
    List<BytesRef> terms =
        values.stream()
            .map(DocumentMapping::facetValue)
            .map(value -> new BytesRef(FacetsConfig.pathToString(dimension, new String[] {value})))
            .toList();
    return new TermInSetQuery(IndexFields.facet(dimension), terms);
  }
}
