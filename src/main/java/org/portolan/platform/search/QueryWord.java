package org.portolan.platform.search;

import java.util.List;

/**
 * A word of a query: as typed, as its language writes it in the index, and folded. Small words (of,
 * the) have no terms of their language.
 */
record QueryWord(String surface, List<String> terms, List<String> folded) {

  boolean small() {
    return terms.isEmpty();
  }

  /** IT and CE are small words to an analyser and an acronym to a reader. */
  boolean acronym() {
    return surface.length() > 1
        && surface.codePoints().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
  }

  static QueryWord of(String surface, String language, Analysis analysis) {
    return new QueryWord(
        surface,
        analysis.terms(IndexFields.words(language), surface),
        analysis.terms(IndexFields.ANY, surface));
  }
}
