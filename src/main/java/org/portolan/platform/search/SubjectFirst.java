package org.portolan.platform.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Puts first, of the best hits, those whose titles are about what the question is about, in
 * whatever words and language. The surer it is what that is, the more this counts; a question of
 * another world than that of the concepts is left as it is. It finds nothing more and nothing less.
 */
final class SubjectFirst {
  private static final int LOOKED_AT = 30;

  /** Of those looked at, all that stand higher than a third of the way up gain in full. */
  private static final int TAPER = 3;

  /** Of the score of the first, what the last must be below it for any to gain in full. */
  private static final float LEAST_SPREAD = 0.2f;

  private final Expansions expansions;
  private final Ranking ranking;

  SubjectFirst(Expansions expansions, Ranking ranking) {
    this.expansions = expansions;
    this.ranking = ranking;
  }

  /**
   * The same question with regard to what its best hits are about.
   *
   * @param visible finds what has the words and may be seen, without filters, so that choosing one
   *     changes no order
   */
  Query of(FacetedSearcher searcher, Query visible, Asked asked) throws IOException {
    float weight = ranking.subject() * asked.subject().confidence() * asked.subject().confidence();
    if (weight == 0) {
      return visible;
    }
    ScoreDoc[] best = searcher.search(visible, new BestFirst(LOOKED_AT, LOOKED_AT)).scoreDocs;
    BooleanQuery.Builder like = new BooleanQuery.Builder();
    for (ScoreDoc hit : best) {
      Card card = Card.read(searcher, hit.doc);
      float likeness = likeness(searcher, hit.doc, card, asked) * above(hit, best);
      if (likeness > 0) {
        Term key = new Term(IndexFields.KEY, IndexFields.key(card.kind(), card.id()));
        Query item = new ConstantScoreQuery(new TermQuery(key));
        like.add(new BoostQuery(item, weight * likeness), Occur.SHOULD);
      }
    }
    return new BooleanQuery.Builder()
        .add(visible, Occur.MUST)
        .add(like.build(), Occur.SHOULD)
        .build();
  }

  /**
   * The less a hit stands above the last that is looked at, the less it gains: whether one of two
   * equals is still looked at decides nothing.
   */
  private static float above(ScoreDoc hit, ScoreDoc[] best) {
    if (best.length < LOOKED_AT) {
      return 1;
    }
    float first = best[0].score;
    float last = best[best.length - 1].score;
    return Math.min(1, TAPER * (hit.score - last) / Math.max(first - last, LEAST_SPREAD * first));
  }

  /** Of the title that is most like it. */
  private float likeness(FacetedSearcher searcher, int document, Card card, Asked asked) {
    List<Subject> subjects = searcher.subjects().getIfPresent(document);
    if (subjects == null) {
      subjects =
          card.languages().stream()
              .map(
                  language ->
                      expansions.subject(Analysis.surfaceWords(card.title(language)), language))
              .toList();
      searcher.subjects().put(document, subjects);
    }
    float most = 0;
    for (Subject subject : subjects) {
      most = Math.max(most, asked.subject().likeness(subject));
    }
    return most;
  }
}
