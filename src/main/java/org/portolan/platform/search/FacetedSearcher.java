package org.portolan.platform.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A searcher over one state of the index with what counting facets and marking words need, made
 * once per state and not per query, and with what was answered in that state.
 */
final class FacetedSearcher extends IndexSearcher implements Lookup {
  private static final int MOST_SIMILAR = 2_000;
  private static final int MOST_ANSWERS = 500;
  private static final int MOST_ABOUT = 300;
  private static final int MOST_SUBJECTS = 500;
  private static final int MOST_BEGUN = 2_000;
  private static final int MOST_TERMS = 8_000;

  private final Map<String, SortedSetDocValuesReaderState> facets = new HashMap<>();

  /** What was answered in this state, by all that was asked and for whom. */
  private final Cache<Object, SearchResult> answers =
      Caffeine.newBuilder().maximumSize(MOST_ANSWERS).build();

  /** What was suggested in this state, by what was typed and for whom. */
  private final Cache<Object, List<Suggestion>> begun =
      Caffeine.newBuilder().maximumSize(MOST_BEGUN).build();

  /** What was found to be like items in this state, by who asked for what. */
  private final Cache<Object, Similar> similar =
      Caffeine.newBuilder().maximumSize(MOST_SIMILAR).build();

  /** What finds items about the same as a document. */
  private final Cache<Integer, Query> about = Caffeine.newBuilder().maximumSize(MOST_ABOUT).build();

  /** What the titles of a document are about. */
  private final Cache<Integer, List<Subject>> subjects =
      Caffeine.newBuilder().maximumSize(MOST_SUBJECTS).build();

  /** Where terms stand in the segments; most questions ask for ones that others asked for. */
  private final Cache<Term, TermStates> terms =
      Caffeine.newBuilder().maximumSize(MOST_TERMS).build();

  private final IndexSearcher wordings;
  private final FieldInfos fields;

  FacetedSearcher(IndexReader reader, FacetsConfig config) throws IOException {
    super(reader);
    setSimilarity(Ranking.TYPED);
    wordings = new IndexSearcher(reader);
    wordings.setSimilarity(Ranking.WORDINGS);
    // a wording costs less than it takes to count how often it is asked for
    wordings.setQueryCache(null);
    fields = FieldInfos.getMergedFieldInfos(reader);
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

  @Override
  public Query term(Term term) throws IOException {
    TermStates states = terms.getIfPresent(term);
    if (states == null) {
      states = TermStates.build(this, term, true);
      terms.put(term, states);
    }
    return states.docFreq() == 0 ? null : new TermQuery(term, states);
  }

  /** Of all segments together. */
  FieldInfos fields() {
    return fields;
  }

  Cache<Object, SearchResult> answers() {
    return answers;
  }

  Cache<Object, List<Suggestion>> begun() {
    return begun;
  }

  Cache<Integer, Query> about() {
    return about;
  }

  Cache<Integer, List<Subject>> subjects() {
    return subjects;
  }

  Cache<Object, Similar> similar() {
    return similar;
  }

  /** Null while no item has a value of the dimension. */
  SortedSetDocValuesReaderState facets(String dimension) {
    return facets.get(dimension);
  }
}
