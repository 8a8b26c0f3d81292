package org.portolan.platform.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.portolan.platform.search.Expansions.Run;
import org.portolan.platform.search.SearchResult.Reason;

/**
 * Says of the hits of a page why they are there although they have not the words that were typed.
 * Looks at those documents alone, so it costs the same however many were found.
 */
final class Reasons {
  private final QueryBuilding building;
  private final WordingQueries wordings;

  Reasons(QueryBuilding building, WordingQueries wordings) {
    this.building = building;
    this.wordings = wordings;
  }

  /** The reasons by document; one that has the words themselves is missing. */
  Map<Integer, List<Reason>> of(FacetedSearcher searcher, Asked asked, int[] documents)
      throws IOException {
    Map<Integer, List<Reason>> reasons = new LinkedHashMap<>();
    for (Run run : asked.runs()) {
      Set<Integer> open = new LinkedHashSet<>();
      Arrays.stream(documents).sorted().forEach(open::add);
      open.removeAll(having(searcher, building.own(asked, run, searcher), open));
      explain(searcher, run.text(), run.wordings(), open, reasons);
    }
    if (!asked.suppositions().isEmpty()) {
      supposed(searcher, asked, documents, reasons);
    }
    return reasons;
  }

  /** Of those that have none of the words. */
  private void supposed(
      FacetedSearcher searcher, Asked asked, int[] documents, Map<Integer, List<Reason>> reasons)
      throws IOException {
    Set<Integer> open = new LinkedHashSet<>();
    Arrays.stream(documents).sorted().filter(id -> !reasons.containsKey(id)).forEach(open::add);
    open.removeAll(having(searcher, building.any(asked, searcher), open));
    explain(searcher, asked.text().spoken(), asked.supposed(), open, reasons);
  }

  /** By the most telling one: what else was nearly found says less than it takes room. */
  private void explain(
      FacetedSearcher searcher,
      String typed,
      List<Wording> wordings,
      Set<Integer> open,
      Map<Integer, List<Reason>> reasons)
      throws IOException {
    for (Wording wording : wordings) {
      Optional<Query> query =
          open.isEmpty() ? Optional.empty() : this.wordings.of(wording, searcher);
      if (query.isPresent()) {
        for (int document : having(searcher.ofWordings(), query.get(), open)) {
          add(reasons, document, new Reason(typed, wording));
          open.remove(document);
        }
      }
    }
  }

  private static void add(Map<Integer, List<Reason>> reasons, int document, Reason reason) {
    reasons.computeIfAbsent(document, d -> new ArrayList<>()).add(reason);
  }

  /** Which of these documents, in ascending order, a query finds. */
  private static List<Integer> having(IndexSearcher searcher, Query query, Set<Integer> documents)
      throws IOException {
    List<Integer> found = new ArrayList<>();
    if (documents.isEmpty()) {
      return found;
    }
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = null;
    Scorer scorer = null;
    for (int document : documents) {
      LeafReaderContext its = leaves.get(ReaderUtil.subIndex(document, leaves));
      if (its != leaf) {
        leaf = its;
        scorer = weight.scorer(its);
      }
      int within = document - its.docBase;
      if (scorer != null
          && scorer.docID() <= within
          && (scorer.docID() == within || scorer.iterator().advance(within) == within)) {
        found.add(document);
      }
    }
    return found;
  }
}
