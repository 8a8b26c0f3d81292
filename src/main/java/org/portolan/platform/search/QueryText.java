package org.portolan.platform.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.portolan.platform.search.SearchResult.How;
import org.portolan.platform.search.SearchResult.Understood;

/**
 * What a reader typed, taken apart: words, "phrases", -exclusions (or NOT), beginnings*, pat*terns,
 * field:value, and words joined by AND and OR. Made for any input: an operator that stands alone or
 * is not closed is no operator but a word, or nothing.
 */
record QueryText(String whole, List<Part> parts) {
  private static final int MAX_LENGTH = 2_000;

  /** Each word becomes many clauses; nobody means more words than these. */
  private static final int MOST_WORDS = 40;

  private static final String QUOTES = "\"“”„«»＂";

  static final String TITLE = "title";
  static final String CODE = "code";
  private static final Set<String> FIELDS = fields();
  private static final Pattern FIELD = Pattern.compile("(\\p{Alpha}+):(.*)");

  /** A question mark at the end asks, and means nothing else. */
  private static final Pattern WILD = Pattern.compile(".*[*?].*");

  enum Kind {
    WORD,
    PHRASE,
    BEGINNING,
    PATTERN,
    REFERENCE
  }

  private enum Joint {
    NONE,
    AND,
    OR
  }

  /**
   * @param field in which alone it is looked for; empty for everywhere
   * @param either number of the alternatives among which it stands; 0 where it stands alone
   * @param must joined to another by AND
   */
  record Part(Kind kind, String text, boolean excluded, String field, int either, boolean must) {
    private Part withText(String other) {
      return new Part(kind, other, excluded, field, either, must);
    }

    private Part among(int alternatives) {
      return new Part(kind, text, excluded, field, alternatives, must);
    }

    private Part needed() {
      return new Part(kind, text, excluded, field, either, true);
    }

    /** Words that are looked for one by one, and whole references. */
    boolean words() {
      return (kind == Kind.WORD || kind == Kind.REFERENCE) && !excluded && field.isEmpty();
    }

    boolean inField() {
      return !field.isEmpty();
    }

    private String shown() {
      String plain = kind == Kind.BEGINNING ? text + "*" : text;
      return field.isEmpty() ? plain : field + ": " + plain;
    }
  }

  static QueryText of(String typed) {
    StringBuilder clean = new StringBuilder();
    DocumentMapping.cut(typed, MAX_LENGTH)
        .codePoints()
        .map(c -> isNoText(c) ? ' ' : c)
        .forEach(clean::appendCodePoint);
    String whole = clean.toString().strip();
    return new QueryText(
        whole, List.copyOf(firstWords(References.joined(new Reader(whole).read()))));
  }

  /** What was said in words, without operators and fields. */
  String spoken() {
    return parts.stream()
        .filter(part -> !part.inField() || part.field().equals(TITLE))
        .map(Part::text)
        .collect(Collectors.joining(" "));
  }

  /** What was taken for more than words, in the order in which it was typed. */
  List<Understood> understood() {
    List<Understood> all = new ArrayList<>();
    Map<Integer, List<String>> alternatives = new LinkedHashMap<>();
    List<String> needed = new ArrayList<>();
    for (Part part : parts) {
      if (part.excluded()) {
        all.add(new Understood(How.WITHOUT, List.of(part.shown())));
      } else if (part.either() > 0) {
        alternatives.computeIfAbsent(part.either(), group -> new ArrayList<>()).add(part.shown());
      } else if (part.inField()) {
        all.add(new Understood(How.ONLY, List.of(part.shown())));
      } else if (part.kind() == Kind.BEGINNING) {
        all.add(new Understood(How.BEGINNING, List.of(part.text())));
      } else if (part.kind() == Kind.PATTERN) {
        all.add(new Understood(How.LIKE, List.of(part.text())));
      } else if (part.must()) {
        needed.add(part.text());
      }
    }
    alternatives.values().forEach(texts -> all.add(new Understood(How.EITHER, texts)));
    if (!needed.isEmpty()) {
      all.add(new Understood(How.ALL, needed));
    }
    return all;
  }

  private static Set<String> fields() {
    Set<String> fields = new TreeSet<>(FacetCounting.DIMENSIONS);
    fields.add(TITLE);
    fields.add(CODE);
    return fields;
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

  private static boolean says(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static final class Reader {
    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private int at;
    private int groups;
    private Joint joint = Joint.NONE;
    private boolean not;

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
        readPhrase(excluded, "");
      } else {
        readWord(excluded);
      }
    }

    private void readPhrase(boolean excluded, String field) {
      int close = at + 1;
      while (close < text.length() && !isQuote(close)) {
        close++;
      }
      if (close == text.length()) {
        // never closed, so it opens nothing
        at++;
        return;
      }
      add(Kind.PHRASE, text.substring(at + 1, close), excluded, field);
      at = close + 1;
    }

    private void readWord(boolean excluded) {
      int end = at;
      while (end < text.length() && text.charAt(end) != ' ' && !isQuote(end)) {
        end++;
      }
      String word = text.substring(at, end);
      at = end;
      if (!excluded && isOperator(word)) {
        return;
      }
      Matcher named = FIELD.matcher(word);
      String name = named.matches() ? named.group(1).toLowerCase(Locale.ROOT) : "";
      if (!FIELDS.contains(name)) {
        addWord(word, excluded, "");
      } else if (named.group(2).isEmpty() && at < text.length() && isQuote(at)) {
        readPhrase(excluded, name);
      } else if (says(named.group(2))) {
        addWord(named.group(2), excluded, name);
      } else {
        addWord(word, excluded, "");
      }
    }

    /** Between words, AND and OR are operators; before one, NOT is. */
    private boolean isOperator(String word) {
      boolean more = says(text.substring(at));
      if (word.equals("NOT") && more) {
        not = true;
        return true;
      }
      if (!more || parts.isEmpty()) {
        return false;
      }
      if (word.equals("AND") || word.equals("OR")) {
        joint = Joint.valueOf(word);
        return true;
      }
      return false;
    }

    private void addWord(String word, boolean excluded, String field) {
      String begun = word.replaceAll("^[*?]+|\\?+$", "");
      String inner = begun.replaceAll("\\*+$", "");
      if (WILD.matcher(inner).matches()) {
        add(Kind.PATTERN, begun, excluded, field);
      } else if (inner.length() < begun.length()) {
        add(Kind.BEGINNING, inner, excluded, field);
      } else {
        add(Kind.WORD, word.indexOf('*') < 0 ? word : inner, excluded, field);
      }
    }

    private void add(Kind kind, String value, boolean excluded, String field) {
      if (!says(value)) {
        return;
      }
      Part part = new Part(kind, value.strip(), excluded || not, field, 0, false);
      int last = parts.size() - 1;
      if (joint != Joint.NONE && !part.excluded() && !parts.get(last).excluded()) {
        Part before = parts.get(last);
        if (joint == Joint.OR) {
          int group = before.either() > 0 ? before.either() : ++groups;
          parts.set(last, before.among(group));
          part = part.among(group);
        } else {
          parts.set(last, before.needed());
          part = part.needed();
        }
      }
      parts.add(part);
      joint = Joint.NONE;
      not = false;
    }

    private boolean isQuote(int index) {
      return QUOTES.indexOf(text.charAt(index)) >= 0;
    }
  }
}
