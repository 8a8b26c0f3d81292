package org.portolan.platform.search;

import java.util.List;

/**
 * Knows other ways to say the same thing: an acronym written out, the term in another language.
 * Several may exist. Each is asked for every run of up to four neighbouring words of a query, so it
 * must answer from memory; what it answers counts as found in place of those words, with less
 * weight than the words themselves.
 */
public interface QueryExpander {

  /**
   * Other wordings of this text as a whole, the most telling first; empty when it knows none.
   *
   * @param text words as they were typed, with single spaces
   * @param language of the query; the text may be in another one
   */
  List<Wording> expansions(String text, String language);

  /**
   * What a question may be about as a whole, though it need not name it; the likeliest first, none
   * where nothing is likely.
   *
   * @param words as they were typed, without those that ask or join
   * @param language of the question
   */
  default List<Supposition> suppositions(List<String> words, String language) {
    return List.of();
  }

  /**
   * What words are about, for comparison with other words.
   *
   * @param words of a question, without those that ask or join, or of a title
   */
  default Subject subject(List<String> words, String language) {
    return Subject.NONE;
  }
}
