package org.portolan.platform.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * A wording that nobody typed, scored by {@link Ranking#WORDINGS}: an item in another language is
 * found by a few words of many, and what it is about stands in it often.
 */
final class Otherwise extends Query {
  private final Query wording;

  Otherwise(Query wording) {
    this.wording = Objects.requireNonNull(wording);
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = wording.rewrite(searcher);
    return rewritten == wording ? this : new Otherwise(rewritten);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    IndexSearcher scoring =
        searcher instanceof FacetedSearcher faceted ? faceted.ofWordings() : searcher;
    return wording.createWeight(scoring, mode, boost);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    wording.visit(visitor.getSubVisitor(Occur.MUST, this));
  }

  @Override
  public String toString(String field) {
    return "otherwise(" + wording.toString(field) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other) && wording.equals(((Otherwise) other).wording);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + wording.hashCode();
  }
}
