package org.portolan.platform.search;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/**
 * How much each sign of relevance counts, against 1 for a word in the language of the query.
 * Measured by RelevanceTest over practices and by CollectionsTest on public collections.
 *
 * @param any the same word, folded, in a text of any language
 * @param near two neighbouring words of the query near each other
 * @param own another wording in the language of the query; nearly a word, as its author may have
 *     had no other
 * @param expansion another wording in another language; more than a word, since of such a text it
 *     is all there is
 * @param further each other wording in the same language
 * @param beside what wordings add to the words themselves, or these to a wording that weighs more
 * @param elsewhere what the wordings of each further language add to those that weigh most
 * @param supposed what the whole question may be about, in its own language
 * @param supposedElsewhere the same in another language
 * @param subject being about the same as the question, where it is certain what that is
 * @param enough when fewer items than this have all the words, items with any of them are found as
 *     well
 * @param all what having all the words adds then
 */
record Ranking(
    float any,
    float near,
    float own,
    float expansion,
    float further,
    float beside,
    float elsewhere,
    float supposed,
    float supposedElsewhere,
    float subject,
    int enough,
    float all) {
  static final Ranking MEASURED =
      new Ranking(0.3f, 0.2f, 0.8f, 1.5f, 0.2f, 0.5f, 0.2f, 2, 1.2f, 20, 10, 3);

  /** Of what was typed: a little less by the length of an item than Lucene has it. */
  static final Similarity TYPED = new BM25Similarity(1.5f, 0.6f);

  /** Of wordings that nobody typed, see {@link Otherwise}. */
  static final Similarity WORDINGS = new BM25Similarity(2, 0.3f);
}
