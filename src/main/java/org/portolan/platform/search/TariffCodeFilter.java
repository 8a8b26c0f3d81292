package org.portolan.platform.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Reads tariff codes whichever way they are dotted: 8471.30, 84.71 and 847130 are written alike. In
 * the index a code also stands for its subheading and heading, and where it is dotted, which makes
 * it one for certain, for its chapter: asking for 84 or 8471 finds 8471.30; asking for 8471.30 does
 * not find all of 8471.
 */
final class TariffCodeFilter extends TokenFilter {
  private static final Pattern DOTTED =
      Pattern.compile("\\d{4}\\.\\d{2}(\\.?\\d{2}){0,2}|\\d{2}(\\.\\d{2}){1,4}");

  /** Six, eight or ten digits of a chapter that there is, unless they are a day. */
  private static final Pattern UNDOTTED =
      Pattern.compile(
          "(?!(19|20)\\d\\d(0[1-9]|1[0-2])([0-2]\\d|3[01])$)(0[1-9]|[1-8]\\d|9[0-7])\\d{4}(\\d\\d){0,2}");

  private static final int CHAPTER = 2;
  private static final int HEADING = 4;
  private static final int SUBHEADING = 6;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final boolean indexing;
  private final Deque<String> alsoHere = new ArrayDeque<>();
  private State place;

  TariffCodeFilter(TokenStream input, boolean indexing) {
    super(input);
    this.indexing = indexing;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!alsoHere.isEmpty()) {
      restoreState(place);
      term.setEmpty().append(alsoHere.removeFirst());
      increment.setPositionIncrement(0);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    if (looksLikeNumber()) {
      if (DOTTED.matcher(term).matches()) {
        readCode(true);
      } else if (indexing && UNDOTTED.matcher(term).matches()) {
        readCode(false);
      }
    }
    return true;
  }

  private boolean looksLikeNumber() {
    return term.length() > HEADING && Character.isDigit(term.charAt(0));
  }

  private void readCode(boolean certain) {
    String digits = term.toString().replace(".", "");
    term.setEmpty().append(digits);
    keyword.setKeyword(true);
    if (indexing) {
      place = captureState();
      if (digits.length() > SUBHEADING) {
        alsoHere.add(digits.substring(0, SUBHEADING));
      }
      if (digits.length() > HEADING) {
        alsoHere.add(digits.substring(0, HEADING));
      }
      if (certain) {
        alsoHere.add(digits.substring(0, CHAPTER));
      }
    }
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    alsoHere.clear();
    place = null;
  }
}
