package org.portolan.platform.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.portolan.platform.search.SearchResult.FacetCount;

/**
 * Answers queries from the index of this node: one pass gives the page of hits, the total and the
 * counts of facets.
 */
@ApplicationScoped
public class Search {
  private static final FacetsConfig FACETS = FacetCounting.config();

  private final SearchIndex index;
  private final Analysis analysis;
  private final Expansions expansions;
  private final Relaxation relaxation;
  private final HitReading hits;

  @Inject
  Search(SearchIndex index, @Any Instance<QueryExpander> expanders) {
    this(index, expanders.stream().toList(), Ranking.MEASURED);
  }

  Search(SearchIndex index, List<QueryExpander> expanders, Ranking ranking) {
    this.index = index;
    this.analysis = Analysis.forAsking();
    this.expansions = new Expansions(expanders);
    QueryBuilding building = new QueryBuilding(analysis, ranking);
    this.relaxation = new Relaxation(building, ranking);
    this.hits = new HitReading(new Highlighting(analysis), new Reasons(building));
  }

  /** The container makes its client proxies by this one; such an object is never asked anything. */
  protected Search() {
    index = null;
    analysis = null;
    expansions = null;
    relaxation = null;
    hits = null;
  }

  public SearchResult search(SearchQuery query) {
    QueryText text = QueryText.of(query.text());
    String language =
        query.queryLanguage() == null
            ? QueryLanguage.of(text.whole(), query.language())
            : IndexFields.language(query.queryLanguage());
    Asked asked = Asked.of(text, language, analysis, expansions);
    return index.read(
        searcher -> search(searcher, query, asked), () -> SearchResult.notReady(language));
  }

  private SearchResult search(FacetedSearcher searcher, SearchQuery query, Asked asked)
      throws IOException {
    Query visible = relaxation.choose(searcher, asked, query.visibility());
    PageCursor page = PageCursor.of(query.cursor(), query.limit());
    Sort sort = sort(query, asked.text());
    Found found =
        searcher.facetState() == null
            ? withoutFacets(searcher, query, visible, page, sort)
            : withFacets(searcher, query, visible, page, sort);
    long total = found.hits().totalHits.value;
    return new SearchResult(
        true,
        total,
        asked.language(),
        hits.read(searcher, found.hits(), page.offset(), asked, query.language()),
        found.facets(),
        page.next(total));
  }

  private record Found(TopDocs hits, Map<String, List<FacetCount>> facets) {}

  private static Found withFacets(
      FacetedSearcher searcher, SearchQuery query, Query visible, PageCursor page, Sort sort)
      throws IOException {
    DrillDownQuery filtered = new DrillDownQuery(FACETS, visible);
    boolean answerable = true;
    for (Map.Entry<String, Set<String>> filter : query.filters().entrySet()) {
      answerable &= FacetCounting.known(filter.getKey());
      for (String value : filter.getValue()) {
        filtered.add(filter.getKey(), DocumentMapping.facetValue(value));
      }
    }
    if (!answerable) {
      return withoutFacets(searcher, query, new MatchNoDocsQuery("no such dimension"), page, sort);
    }
    DrillSideways.DrillSidewaysResult result =
        new DrillSideways(searcher, FACETS, searcher.facetState())
            .search(filtered, null, null, page.end(), sort, false);
    return new Found(result.hits, FacetCounting.counts(result.facets, query.facets()));
  }

  private static Found withoutFacets(
      FacetedSearcher searcher, SearchQuery query, Query visible, PageCursor page, Sort sort)
      throws IOException {
    Query all = query.filters().isEmpty() ? visible : new MatchNoDocsQuery("nothing has facets");
    return new Found(searcher.search(all, page.end(), sort), Map.of());
  }

  private static Sort sort(SearchQuery query, QueryText text) {
    SortField order = new SortField(IndexFields.ORDER, SortField.Type.LONG);
    return switch (query.sort()) {
      case OLDEST -> new Sort(date(false), order);
      case NEWEST -> new Sort(date(true), order);
      case RELEVANCE ->
          text.parts().isEmpty()
              ? new Sort(date(true), order)
              : new Sort(SortField.FIELD_SCORE, date(true), order);
    };
  }

  /** Items without a date come last either way. */
  private static SortField date(boolean newestFirst) {
    SortField field = new SortField(IndexFields.DATE, SortField.Type.LONG, newestFirst);
    field.setMissingValue(newestFirst ? Long.MIN_VALUE : Long.MAX_VALUE);
    return field;
  }
}
