package org.portolan.platform.search;

import java.util.List;

/**
 * A text as the index writes it, for those who keep words of their own and must find them in every
 * form in which people type them. Equal forms are the same words to a search.
 */
public final class WordForms {
  private static final Analysis ANALYSIS = Analysis.forAsking();

  private WordForms() {}

  /** In the forms of its language, without small words; empty where there are only those. */
  public static String in(String language, String text) {
    return String.join(" ", ANALYSIS.terms(IndexFields.words(language), text));
  }

  /** The words of a text as they stand there. */
  public static List<String> words(String text) {
    return Analysis.surfaceWords(text);
  }

  /** Without case, accents and articles, whatever its language. */
  public static String folded(String text) {
    return String.join(" ", ANALYSIS.terms(IndexFields.ANY, text));
  }
}
