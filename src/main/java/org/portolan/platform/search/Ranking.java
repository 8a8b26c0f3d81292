package org.portolan.platform.search;

/**
 * How much each sign of relevance counts, against 1 for a word in the language of the query.
 * Measured on judged collections in four languages.
 *
 * @param any the same word, folded, in a text of any language
 * @param near two neighbouring words of the query near each other
 * @param expansion another wording from a thesaurus
 * @param enough when fewer items than this have all the words, items with any of them are found as
 *     well
 * @param all what having all the words adds then
 */
record Ranking(float any, float near, float expansion, int enough, float all) {
  static final Ranking MEASURED = new Ranking(0.3f, 0.2f, 0.4f, 10, 3);
}
