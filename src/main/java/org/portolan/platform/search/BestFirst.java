package org.portolan.platform.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;

/**
 * The first hits by relevance, then the newest first, then by {@link IndexFields#ORDER}, where
 * nothing else is asked of the others: once enough are counted, all are passed over that cannot be
 * among them. Lucene's own collector for such an order has to look at every equal, as it cannot
 * know that a segment is sorted by what decides between equals ({@link SearchOrder#NEWEST_FIRST}):
 * within one, a later hit of the same score is a worse one.
 */
final class BestFirst implements CollectorManager<BestFirst.Best, TopDocs> {
  private final int wanted;
  private final int counted;

  /**
   * @param counted so many hits are counted before any is passed over
   */
  BestFirst(int wanted, int counted) {
    this.wanted = wanted;
    this.counted = counted;
  }

  @Override
  public Best newCollector() {
    return new Best(wanted, counted);
  }

  @Override
  public TopDocs reduce(Collection<Best> all) {
    List<Hit> hits =
        all.stream().flatMap(best -> best.hits.stream()).sorted(Hit.BETTER_FIRST).toList();
    long total = all.stream().mapToLong(best -> best.total).sum();
    boolean exact = all.stream().noneMatch(best -> best.passing);
    return new TopDocs(
        new TotalHits(
            total,
            exact ? TotalHits.Relation.EQUAL_TO : TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO),
        hits.stream().limit(wanted).map(Hit::shown).toArray(ScoreDoc[]::new));
  }

  private record Hit(int document, int segment, float score, long date, long order) {
    static final Comparator<Hit> BETTER_FIRST =
        Comparator.comparing(Hit::score)
            .thenComparing(Hit::date)
            .reversed()
            .thenComparing(Hit::order);

    boolean better(Hit other) {
      return BETTER_FIRST.compare(this, other) < 0;
    }

    FieldDoc shown() {
      return new FieldDoc(document, score, new Object[] {score, date, order});
    }
  }

  /** What was found so far, over all segments. */
  static final class Best implements Collector {
    private final int wanted;
    private final int counted;
    private final PriorityQueue<Hit> hits = new PriorityQueue<>(Hit.BETTER_FIRST.reversed());
    private long total;
    private boolean passing;

    private Best(int wanted, int counted) {
      this.wanted = wanted;
      this.counted = counted;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      return new Segment(this, leaf);
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.TOP_SCORES;
    }

    private boolean full() {
      return hits.size() == wanted;
    }
  }

  private static final class Segment implements LeafCollector {
    private final Best best;
    private final LeafReaderContext leaf;
    private final NumericDocValues date;
    private final NumericDocValues order;
    private Scorable scorer;

    /** Hits of this score, and below, are not looked at any more. */
    private float enough = Float.NEGATIVE_INFINITY;

    private float told = Float.NEGATIVE_INFINITY;

    private Segment(Best best, LeafReaderContext leaf) throws IOException {
      this.best = best;
      this.leaf = leaf;
      this.date = DocValues.getNumeric(leaf.reader(), IndexFields.DATE);
      this.order = DocValues.getNumeric(leaf.reader(), IndexFields.ORDER);
    }

    @Override
    public void setScorer(Scorable now) throws IOException {
      scorer = now;
      told = Float.NEGATIVE_INFINITY;
      passOver();
    }

    @Override
    public void collect(int document) throws IOException {
      best.total++;
      float score = scorer.score();
      if (score > enough) {
        take(document, score);
      }
      passOver();
    }

    private void take(int document, float score) throws IOException {
      if (best.full() && score < best.hits.peek().score) {
        return;
      }
      Hit hit =
          new Hit(
              leaf.docBase + document,
              leaf.ord,
              score,
              date.advanceExact(document) ? date.longValue() : Long.MIN_VALUE,
              order.advanceExact(document) ? order.longValue() : 0);
      if (!best.full()) {
        best.hits.add(hit);
      } else if (hit.better(best.hits.peek())) {
        best.hits.poll();
        best.hits.add(hit);
      } else {
        // what comes later in this segment with the same score is worse still
        enough = score;
      }
      Hit last = best.hits.peek();
      if (best.full() && last.segment == leaf.ord) {
        enough = Math.max(enough, last.score);
      }
    }

    private void passOver() throws IOException {
      if (best.total <= best.counted || !best.full()) {
        return;
      }
      float least = Math.max(best.hits.peek().score, Math.nextUp(enough));
      if (least > told) {
        told = least;
        best.passing = true;
        scorer.setMinCompetitiveScore(least);
      }
    }
  }
}
