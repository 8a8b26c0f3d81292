package org.portolan.platform.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes off the inflections that the dictionary of KStem keeps because the form is a word of its
 * own: training beside train, classified beside classify. Only -ed, -ing and a last e or y are
 * touched, so that import and important stay apart.
 */
final class EnglishEndingFilter extends TokenFilter {
  private static final int SHORTEST = 4;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  EnglishEndingFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (term.length() >= SHORTEST) {
      takeEnding();
    }
    return true;
  }

  private void takeEnding() {
    if (endsWith("ied")) {
      term.setLength(term.length() - 1);
    } else if (endsWith("eed")) {
      return;
    } else if (endsWith("ed") && vowelBefore(term.length() - 2)) {
      cut(2);
    } else if (endsWith("ing") && vowelBefore(term.length() - 3)) {
      cut(3);
    }
    evenLastLetter();
  }

  private void cut(int letters) {
    int left = term.length() - letters;
    term.setLength(left);
    boolean doubled = left > 2 && term.charAt(left - 1) == term.charAt(left - 2);
    if (doubled && "lszaeiou".indexOf(term.charAt(left - 1)) < 0) {
      term.setLength(left - 1);
    }
  }

  /** Declare and declar-ed, apply and appli-ed have to meet. */
  private void evenLastLetter() {
    int last = term.length() - 1;
    if (last < 2) {
      return;
    }
    char letter = term.charAt(last);
    boolean afterVowel = isVowel(term.charAt(last - 1));
    if (letter == 'e' && vowelBefore(last)) {
      term.setLength(last);
      last--;
      letter = term.charAt(last);
      afterVowel = isVowel(term.charAt(last - 1));
    }
    if (letter == 'y' && !afterVowel) {
      term.buffer()[last] = 'i';
    }
  }

  private boolean endsWith(String ending) {
    int start = term.length() - ending.length();
    return start > 0 && term.subSequence(start, term.length()).toString().equals(ending);
  }

  private boolean vowelBefore(int end) {
    if (end < 2) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      if (isVowel(term.charAt(i)) || (i > 0 && term.charAt(i) == 'y')) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVowel(char letter) {
    return "aeiou".indexOf(letter) >= 0;
  }
}
