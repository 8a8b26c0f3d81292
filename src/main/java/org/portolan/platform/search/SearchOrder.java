package org.portolan.platform.search;

import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** The orders of hits. Each is whole: no two items are equal in it. */
final class SearchOrder {
  private static final SortField ORDER = new SortField(IndexFields.ORDER, SortField.Type.LONG);

  /** Decides between what is equally relevant, and is how the index itself is sorted. */
  static final Sort NEWEST_FIRST = new Sort(moment(IndexFields.DATE, true), ORDER);

  private SearchOrder() {}

  static Sort of(SearchQuery query, QueryText text) {
    return switch (query.sort()) {
      case OLDEST -> new Sort(moment(IndexFields.DATE, false), ORDER);
      case NEWEST -> NEWEST_FIRST;
      case LATEST -> new Sort(moment(IndexFields.PUBLISHED, true), ORDER);
      case REUSED ->
          new Sort(
              new SortField(IndexFields.REUSES, SortField.Type.LONG, true),
              moment(IndexFields.DATE, true),
              ORDER);
      case RELEVANCE ->
          byRelevance(query, text)
              ? new Sort(SortField.FIELD_SCORE, moment(IndexFields.DATE, true), ORDER)
              : NEWEST_FIRST;
    };
  }

  /** Whether there is anything that one hit could answer better than another. */
  static boolean byRelevance(SearchQuery query, QueryText text) {
    return query.sort() == SearchQuery.Sort.RELEVANCE && !text.parts().isEmpty();
  }

  /** Items without a date come last either way. */
  private static SortField moment(String name, boolean newestFirst) {
    SortField field = new SortField(name, SortField.Type.LONG, newestFirst);
    field.setMissingValue(newestFirst ? Long.MIN_VALUE : Long.MAX_VALUE);
    return field;
  }
}
