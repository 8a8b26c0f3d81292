package org.portolan.platform.search;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** What a person may see, as a clause that every query of this package carries. */
final class Visibility {
  private Visibility() {}

  static Query filter(Collection<String> terms) {
    List<BytesRef> held =
        terms.stream().map(DocumentMapping::facetValue).map(BytesRef::new).toList();
    return new TermInSetQuery(IndexFields.VISIBLE, held);
  }

  /** A query that finds only what may be seen, scored by the query alone. */
  static Query only(Query query, Collection<String> terms) {
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(filter(terms), Occur.FILTER)
        .build();
  }
}
