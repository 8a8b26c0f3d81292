package org.portolan.platform.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;

/**
 * Folds what belongs together into one hit, at the place of the best of them: the sessions of a
 * course say what the course says, and twenty of them would fill the page. Shown is the item that
 * leads the others where it is found, unless another answers clearly better, as the session does
 * whose town was typed. All of them are counted, and each hit knows how many it stands for.
 *
 * <p>Only for hits by relevance: by score, then the newest first, then by {@link
 * IndexFields#ORDER}.
 */
final class Folding implements CollectorManager<Folding.Folder, Folding.Found> {
  /** What the leading item has to have of the best score to be the one that is shown. */
  private static final float LEADS_FROM = 0.75f;

  private static final Comparator<FieldDoc> BY_RELEVANCE =
      Comparator.comparing((FieldDoc hit) -> (Float) hit.fields[0])
          .thenComparing(hit -> (Long) hit.fields[1])
          .reversed()
          .thenComparing(hit -> (Long) hit.fields[2]);

  private final TopFieldCollectorManager single;
  private final PageCursor page;

  /**
   * @param single collects what belongs to nothing
   */
  Folding(TopFieldCollectorManager single, PageCursor page) {
    this.single = single;
    this.page = page;
  }

  /**
   * A page of hits.
   *
   * @param others how many more were found that a hit stands for, by its document; the item that
   *     leads them is none of them
   */
  record Found(TopDocs hits, Map<Integer, Integer> others) {}

  @Override
  public Folder newCollector() throws IOException {
    return new Folder(single.newCollector());
  }

  @Override
  public Found reduce(Collection<Folder> folders) throws IOException {
    List<TopFieldCollector> singles = new ArrayList<>();
    Map<String, Group> groups = new HashMap<>();
    for (Folder folder : folders) {
      singles.add(folder.single);
      folder.groups.forEach((key, group) -> groups.merge(key, group, Group::with));
    }
    TopFieldDocs apart = single.reduce(singles);
    List<FieldDoc> hits = new ArrayList<>();
    for (ScoreDoc hit : apart.scoreDocs) {
      hits.add((FieldDoc) hit);
    }
    Map<Integer, Integer> others = new HashMap<>();
    long total = apart.totalHits.value;
    for (Group group : groups.values()) {
      total += group.count;
      FieldDoc hit = group.hit();
      if (page.after() == null || BY_RELEVANCE.compare(page.after(), hit) < 0) {
        hits.add(hit);
        others.put(hit.doc, group.others(hit.doc));
      }
    }
    hits.sort(BY_RELEVANCE);
    ScoreDoc[] first = hits.stream().limit(page.asked()).toArray(ScoreDoc[]::new);
    return new Found(new TopDocs(new TotalHits(total, apart.totalHits.relation), first), others);
  }

  /** Passes on what belongs to nothing, and keeps the best of each group. */
  static final class Folder implements Collector {
    private final TopFieldCollector single;
    private final Map<String, Group> groups = new HashMap<>();

    private Folder(TopFieldCollector single) {
      this.single = single;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      LeafCollector passing = single.getLeafCollector(leaf);
      SortedDocValues under = leaf.reader().getSortedDocValues(IndexFields.UNDER);
      return under == null ? passing : new LeafFolder(leaf, under, passing, groups);
    }

    @Override
    public ScoreMode scoreMode() {
      return single.scoreMode();
    }
  }

  private static final class LeafFolder implements LeafCollector {
    private final int base;
    private final SortedDocValues under;
    private final NumericDocValues leads;
    private final NumericDocValues date;
    private final NumericDocValues order;
    private final LeafCollector passing;
    private final Map<String, Group> groups;
    private final Group[] known;
    private Scorable scorer;

    private LeafFolder(
        LeafReaderContext leaf,
        SortedDocValues under,
        LeafCollector passing,
        Map<String, Group> groups)
        throws IOException {
      this.base = leaf.docBase;
      this.under = under;
      this.leads = DocValues.getNumeric(leaf.reader(), IndexFields.LEADS);
      this.date = DocValues.getNumeric(leaf.reader(), IndexFields.DATE);
      this.order = DocValues.getNumeric(leaf.reader(), IndexFields.ORDER);
      this.passing = passing;
      this.groups = groups;
      this.known = new Group[under.getValueCount()];
    }

    @Override
    public void setScorer(Scorable now) throws IOException {
      scorer = now;
      passing.setScorer(now);
    }

    @Override
    public void collect(int document) throws IOException {
      if (!under.advanceExact(document)) {
        passing.collect(document);
        return;
      }
      int ord = under.ordValue();
      if (known[ord] == null) {
        known[ord] =
            groups.computeIfAbsent(under.lookupOrd(ord).utf8ToString(), key -> new Group());
      }
      known[ord].add(
          base + document,
          scorer.score(),
          date.advanceExact(document) ? date.longValue() : Long.MIN_VALUE,
          order.advanceExact(document) ? order.longValue() : 0);
      if (leads.advanceExact(document)) {
        known[ord].led(base + document, scorer.score());
      }
    }
  }

  /** What belongs together of all that was found. */
  private static final class Group {
    private int count;
    private int best = -1;
    private float score;
    private long date;
    private long order;
    private int leading = -1;
    private float leadingScore;

    private void add(int document, float itsScore, long itsDate, long itsOrder) {
      count++;
      if (best < 0 || better(itsScore, itsDate, itsOrder)) {
        best = document;
        score = itsScore;
        date = itsDate;
        order = itsOrder;
      }
    }

    private void led(int document, float itsScore) {
      leading = document;
      leadingScore = itsScore;
    }

    private boolean better(float itsScore, long itsDate, long itsOrder) {
      if (itsScore != score) {
        return itsScore > score;
      }
      return itsDate == date ? itsOrder < order : itsDate > date;
    }

    private Group with(Group other) {
      int both = count + other.count;
      add(other.best, other.score, other.date, other.order);
      count = both;
      if (leading < 0) {
        led(other.leading, other.leadingScore);
      }
      return this;
    }

    /** How many more follow what leads them, whether or not that is shown. */
    private int others(int shown) {
      return leading >= 0 && leading != shown ? count - 2 : count - 1;
    }

    /** At the place of the best, so that the next page begins behind it. */
    private FieldDoc hit() {
      boolean leads = leading >= 0 && leadingScore >= LEADS_FROM * score;
      return new FieldDoc(leads ? leading : best, Float.NaN, new Object[] {score, date, order});
    }
  }
}
