package org.portolan.platform.search;

import java.util.List;
import org.portolan.platform.search.QueryText.Part;

/**
 * A word of a query: as typed, as its language writes it in the index, and folded. Small words (of,
 * the) have no terms of their language.
 *
 * @param part of the query, of which it may be the only word
 * @param names of a place in a legal text that is looked for whole, however it is called; empty for
 *     a mere word
 */
record QueryWord(
    String surface, List<String> terms, List<String> folded, Part part, List<String> names) {

  boolean small() {
    return terms.isEmpty() && names.isEmpty();
  }

  /** IT and CE are small words to an analyser and an acronym to a reader. */
  boolean acronym() {
    return surface.length() > 1
        && surface.codePoints().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
  }

  static QueryWord of(String surface, String language, Analysis analysis, Part part) {
    return new QueryWord(
        surface,
        QuestionWords.has(language, surface)
            ? List.of()
            : analysis.terms(IndexFields.words(language), surface),
        analysis.terms(IndexFields.ANY, surface),
        part,
        List.of());
  }

  static QueryWord reference(Part part) {
    return new QueryWord(part.text(), List.of(), List.of(), part, References.namesOf(part.text()));
  }
}
