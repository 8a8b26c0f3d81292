package org.portolan.platform.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * A first letter waw is either the word "and" or part of the word, and the stemmer always takes it
 * for the former: document would not meet the document. So such a word stands there a second time
 * with the article, behind which the stemmer leaves the waw alone.
 */
final class ArabicWawFilter extends TokenFilter {
  private static final char WAW = 'و';
  private static final String ARTICLE = "ال";
  private static final int SHORTEST = 4;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private State again;

  ArabicWawFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (again != null) {
      restoreState(again);
      again = null;
      String word = term.toString();
      term.setEmpty().append(ARTICLE).append(word);
      increment.setPositionIncrement(0);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    if (term.length() >= SHORTEST && term.charAt(0) == WAW && !andThe()) {
      again = captureState();
    }
    return true;
  }

  private boolean andThe() {
    return term.charAt(1) == ARTICLE.charAt(0) && term.charAt(2) == ARTICLE.charAt(1);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    again = null;
  }
}
