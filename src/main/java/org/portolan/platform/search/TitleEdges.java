package org.portolan.platform.search;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The first letters of a title and of its words as terms, so that what begins with a letter or two
 * is found without looking at every word that does. What is typed beyond them is rare enough.
 */
final class TitleEdges {
  private static final int OF_WORD = 4;
  private static final int OF_TITLE = 8;
  private static final String WORD = "w ";
  private static final String TITLE = "t ";

  private TitleEdges() {}

  /** The terms of a folded title. */
  static Set<String> of(String title) {
    Set<String> edges = new LinkedHashSet<>();
    add(edges, TITLE, title, OF_TITLE);
    Analysis.surfaceWords(title).forEach(word -> add(edges, WORD, word, OF_WORD));
    return edges;
  }

  private static void add(Set<String> edges, String kind, String text, int most) {
    int letters = Math.min(most, text.codePointCount(0, text.length()));
    for (int i = 1; i <= letters; i++) {
      edges.add(kind + text.substring(0, text.offsetByCodePoints(0, i)));
    }
  }

  /** Titles with a word that begins so. */
  static Query word(String start) {
    return start.codePointCount(0, start.length()) <= OF_WORD
        ? edge(WORD + start)
        : Beginning.of(IndexFields.TITLE_ANY, start);
  }

  /** Titles that begin so as a whole. */
  static Query title(String start) {
    return start.codePointCount(0, start.length()) <= OF_TITLE
        ? edge(TITLE + start)
        : Beginning.of(IndexFields.TITLE_START, start);
  }

  private static Query edge(String term) {
    return new TermQuery(new Term(IndexFields.TITLE_EDGE, term));
  }
}
