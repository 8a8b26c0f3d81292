package org.portolan.platform.search;

/**
 * How much each sign of relevance counts, against 1 for a word in the language of the query.
 * Measured on judged collections in four languages.
 *
 * @param any the same word, folded, in a text of any language
 * @param near two neighbouring words of the query near each other
 * @param expansion another wording from a thesaurus
 * @param required how many of the words an item has to have when there are many, as a share
 */
record Ranking(float any, float near, float expansion, float required) {
  static final Ranking MEASURED = new Ranking(0.3f, 0.2f, 0.4f, 0.4f);

  /** Up to so many words, an item has to have them all. */
  private static final int FEW = 3;

  int required(int words) {
    return words <= FEW ? words : Math.max(2, (int) Math.ceil(required * words));
  }
}
