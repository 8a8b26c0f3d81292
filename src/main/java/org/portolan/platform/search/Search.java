package org.portolan.platform.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits;

/**
 * Answers queries from the index of this node: one pass gives the page of hits, the total and the
 * counts of facets; each dimension that is filtered and counted takes one more. Where no facet is
 * asked for, only so many hits are looked at as it takes to know the best.
 */
@ApplicationScoped
public class Search {
  /** Without facets, hits are counted no further than this. */
  private static final int COUNTED = 1_000;

  private final SearchIndex index;
  private final Analysis analysis;
  private final Expansions expansions;
  private final Relaxation relaxation;
  private final SubjectFirst subjects;
  private final RelevanceFeedback feedback;
  private final HitReading hits;
  private final Corrections corrections;
  private final SearchTimes times;
  private final Turns turns;

  @Inject
  Search(SearchIndex index, @Any Instance<QueryExpander> expanders, SearchTimes times) {
    this(index, expanders.stream().toList(), Ranking.MEASURED, times);
  }

  Search(SearchIndex index, List<QueryExpander> expanders, Ranking ranking) {
    this(index, expanders, ranking, new SearchTimes());
  }

  private Search(
      SearchIndex index, List<QueryExpander> expanders, Ranking ranking, SearchTimes times) {
    this.times = times;
    this.turns = new Turns(Runtime.getRuntime().availableProcessors());
    this.index = index;
    this.analysis = Analysis.forAsking();
    this.expansions = new Expansions(expanders);
    WordingQueries wordings = new WordingQueries(analysis);
    QueryBuilding building = new QueryBuilding(analysis, ranking, wordings);
    this.relaxation = new Relaxation(building, ranking);
    this.subjects = new SubjectFirst(expansions, ranking);
    this.feedback = new RelevanceFeedback(new AboutTheSame(analysis, expanders));
    this.corrections = new Corrections(analysis);
    this.hits = new HitReading(new Highlighting(analysis), new Reasons(building, wordings));
  }

  /** The container makes its client proxies by this one; such an object is never asked anything. */
  protected Search() {
    index = null;
    analysis = null;
    expansions = null;
    relaxation = null;
    subjects = null;
    feedback = null;
    hits = null;
    corrections = null;
    times = null;
    turns = null;
  }

  public SearchResult search(SearchQuery query) {
    long began = System.nanoTime();
    SearchResult result = answer(query);
    if (result.ready()) {
      times.took(System.nanoTime() - began);
    } else {
      times.refused();
    }
    return result;
  }

  private SearchResult answer(SearchQuery query) {
    QueryText text = QueryText.of(query.text());
    String language =
        query.queryLanguage() == null
            ? QueryLanguage.of(text.spoken(), query.language())
            : IndexFields.language(query.queryLanguage());
    Asked asked = Asked.of(text, language, analysis, expansions);
    return turns.take(
        () ->
            index.read(
                searcher -> kept(searcher, query, asked), () -> SearchResult.notReady(language)));
  }

  /** All on which an answer depends besides the index: who may see what, and what words mean. */
  private record Question(SearchQuery query, Asked asked) {}

  /** While nothing changes in the index, who asks the same is answered the same. */
  private SearchResult kept(FacetedSearcher searcher, SearchQuery query, Asked asked)
      throws IOException {
    Question question = new Question(query, asked);
    SearchResult known = searcher.answers().getIfPresent(question);
    if (known == null) {
      known = search(searcher, query, asked);
      searcher.answers().put(question, known);
    }
    return known;
  }

  private SearchResult search(FacetedSearcher searcher, SearchQuery query, Asked asked)
      throws IOException {
    Query visible = relaxation.choose(searcher, asked, query.visibility());
    if (SearchOrder.byRelevance(query, asked.text())) {
      visible = feedback.of(searcher, subjects.of(searcher, visible, asked), asked);
    }
    Narrowed narrowed = new Narrowed(visible, query);
    PageCursor page =
        PageCursor.of(query.cursor(), query.limit(), SearchOrder.of(query, asked.text()));
    boolean counting = query.facets().stream().anyMatch(facet -> !narrowed.by(facet));
    List<CollectorManager<?, ?>> collectors = new ArrayList<>();
    collectors.add(collecting(query, asked.text(), page));
    if (counting) {
      collectors.add(new FacetsCollectorManager());
    }
    Object[] collected =
        searcher.search(
            narrowed.whole(),
            new MultiCollectorManager(collectors.toArray(CollectorManager[]::new)));
    Folding.Found found =
        collected[0] instanceof Folding.Found folded
            ? folded
            : new Folding.Found((TopDocs) collected[0], Map.of());
    FacetsCollector counted = counting ? (FacetsCollector) collected[1] : null;
    TotalHits total = found.hits().totalHits;
    return new SearchResult(
        true,
        total.value,
        total.relation == TotalHits.Relation.EQUAL_TO,
        asked.language(),
        hits.read(searcher, page.shown(found.hits()), found.others(), asked, query),
        FacetCounting.counts(searcher, narrowed, counted, query.facets()),
        asked.text().understood(),
        query.cursor() == null ? meant(searcher, asked, query) : null,
        page.next(found.hits()));
  }

  private static CollectorManager<?, ?> collecting(
      SearchQuery query, QueryText text, PageCursor page) {
    // counting facets visits every hit anyhow; without, those that cannot be shown are passed over
    int counted = query.facets().isEmpty() ? COUNTED : Integer.MAX_VALUE;
    TopFieldCollectorManager collecting =
        new TopFieldCollectorManager(page.sort(), page.asked(), page.after(), counted);
    if (folding(query, text)) {
      return new Folding(collecting, page);
    }
    boolean first = query.facets().isEmpty() && page.after() == null;
    return first && SearchOrder.byRelevance(query, text)
        ? new BestFirst(page.asked(), counted)
        : collecting;
  }

  /** Who asks for one kind of item, for one course, or in order of time, wants each of them. */
  private static boolean folding(SearchQuery query, QueryText text) {
    return query.folding()
        && SearchOrder.byRelevance(query, text)
        && !query.filters().containsKey(SearchDocument.TYPE)
        && !query.filters().containsKey(SearchDocument.COURSE);
  }

  private String meant(FacetedSearcher searcher, Asked asked, SearchQuery query)
      throws IOException {
    return corrections.of(searcher, asked, query.text(), query.visibility()).orElse(null);
  }
}
