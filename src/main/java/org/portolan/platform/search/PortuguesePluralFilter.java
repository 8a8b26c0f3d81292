package org.portolan.platform.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Puts plurals of words in -al, -el, -ol and -ul (fiscais, níveis) back into the singular, which
 * the stemmer does not.
 */
final class PortuguesePluralFilter extends TokenFilter {
  private static final int SHORTEST = 5;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  PortuguesePluralFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    int length = term.length();
    if (length >= SHORTEST && term.charAt(length - 1) == 's' && term.charAt(length - 2) == 'i') {
      char before = plain(term.charAt(length - 3));
      if (before != 0) {
        term.buffer()[length - 3] = before;
        term.buffer()[length - 2] = 'l';
        term.setLength(length - 1);
      }
    }
    return true;
  }

  private static char plain(char vowel) {
    return switch (vowel) {
      case 'a', 'á' -> 'a';
      case 'e', 'é' -> 'e';
      case 'o', 'ó' -> 'o';
      case 'u', 'ú' -> 'u';
      default -> 0;
    };
  }
}
