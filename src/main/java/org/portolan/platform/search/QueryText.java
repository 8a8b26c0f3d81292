package org.portolan.platform.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader typed, taken apart: words, "phrases", -exclusions and beginnings*. Made for any
 * input: an operator that stands alone or is not closed is no operator.
 */
record QueryText(String whole, List<Part> parts) {
  private static final int MAX_LENGTH = 2_000;

  /** Each word becomes many clauses; nobody means more words than these. */
  private static final int MOST_WORDS = 40;

  private static final String QUOTES = "\"“”„«»＂";

  enum Kind {
    WORD,
    PHRASE,
    BEGINNING
  }

  record Part(Kind kind, String text, boolean excluded) {
    private Part withText(String other) {
      return new Part(kind, other, excluded);
    }
  }

  static QueryText of(String typed) {
    StringBuilder clean = new StringBuilder();
    DocumentMapping.cut(typed, MAX_LENGTH)
        .codePoints()
        .map(c -> isNoText(c) ? ' ' : c)
        .forEach(clean::appendCodePoint);
    String whole = clean.toString().strip();
    return new QueryText(whole, List.copyOf(firstWords(new Reader(whole).read())));
  }

  /** As many parts as have the most words that are looked for; the last may be cut. */
  private static List<Part> firstWords(List<Part> parts) {
    List<Part> kept = new ArrayList<>();
    int left = MOST_WORDS;
    for (Part part : parts) {
      if (left <= 0) {
        break;
      }
      int words = Analysis.surfaceWords(part.text()).size();
      kept.add(words <= left ? part : part.withText(Analysis.firstWords(part.text(), left)));
      left -= Math.max(1, words);
    }
    return kept;
  }

  private static boolean isNoText(int c) {
    return Character.isISOControl(c)
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.SURROGATE;
  }

  private static final class Reader {
    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private int at;

    private Reader(String text) {
      this.text = text;
    }

    private List<Part> read() {
      while (at < text.length()) {
        if (text.charAt(at) == ' ') {
          at++;
        } else {
          readPart();
        }
      }
      return parts;
    }

    private void readPart() {
      boolean excluded =
          text.charAt(at) == '-' && at + 1 < text.length() && text.charAt(at + 1) != ' ';
      if (excluded) {
        at++;
      }
      if (isQuote(at)) {
        readPhrase(excluded);
      } else {
        readWord(excluded);
      }
    }

    private void readPhrase(boolean excluded) {
      int close = at + 1;
      while (close < text.length() && !isQuote(close)) {
        close++;
      }
      if (close == text.length()) {
        // never closed, so it opens nothing
        at++;
        return;
      }
      add(Kind.PHRASE, text.substring(at + 1, close), excluded);
      at = close + 1;
    }

    private void readWord(boolean excluded) {
      int end = at;
      while (end < text.length() && text.charAt(end) != ' ' && !isQuote(end)) {
        end++;
      }
      String word = text.substring(at, end);
      at = end;
      if (word.endsWith("*")) {
        add(Kind.BEGINNING, word.replaceAll("\\*+$", ""), excluded);
      } else {
        add(Kind.WORD, word, excluded);
      }
    }

    private void add(Kind kind, String value, boolean excluded) {
      if (value.codePoints().anyMatch(Character::isLetterOrDigit)) {
        parts.add(new Part(kind, value.strip(), excluded));
      }
    }

    private boolean isQuote(int index) {
      return QUOTES.indexOf(text.charAt(index)) >= 0;
    }
  }
}
