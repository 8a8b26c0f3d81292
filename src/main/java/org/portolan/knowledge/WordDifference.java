package org.portolan.knowledge;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The difference of two texts, word by word where paragraphs are alike and as a whole where a long
 * paragraph is another.
 */
public final class WordDifference {
  /** Longer paragraphs would take long to be held against each other word by word. */
  private static final int MOST_WORDS = 2_000;

  /** What is the same is shown so far around what is not. */
  private static final int AROUND = 160;

  private static final Pattern LINES = Pattern.compile("(?<=\n)");
  private static final Pattern WORDS = Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");

  private WordDifference() {}

  /** How a piece of text is in both. */
  public enum Kind {
    SAME,
    GONE,
    ADDED
  }

  /** A piece of text. */
  public record Piece(Kind kind, String text) {
    public boolean gone() {
      return kind == Kind.GONE;
    }

    public boolean added() {
      return kind == Kind.ADDED;
    }

    private Piece shortened(boolean first, boolean last) {
      if (kind != Kind.SAME) {
        return this;
      }
      int length = text.length();
      if (first && last || length <= (first || last ? AROUND : 2 * AROUND)) {
        return this;
      }
      String begin = first ? "" : text.substring(0, AROUND);
      String end = last ? "" : text.substring(length - AROUND);
      return new Piece(kind, begin + " … " + end);
    }
  }

  static List<Piece> between(String before, String after) {
    List<Piece> pieces = new ArrayList<>();
    lines(pieces, before, after);
    List<Piece> shown = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      shown.add(pieces.get(i).shortened(i == 0, i == pieces.size() - 1));
    }
    return shown;
  }

  private static void lines(List<Piece> pieces, String before, String after) {
    List<String> old = split(LINES, before);
    int at = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, split(LINES, after)).getDeltas()) {
      int from = delta.getSource().getPosition();
      add(pieces, Kind.SAME, old.subList(at, from));
      words(
          pieces,
          split(WORDS, String.join("", delta.getSource().getLines())),
          split(WORDS, String.join("", delta.getTarget().getLines())));
      at = from + delta.getSource().size();
    }
    add(pieces, Kind.SAME, old.subList(at, old.size()));
  }

  private static void words(List<Piece> pieces, List<String> old, List<String> now) {
    if (old.size() > MOST_WORDS || now.size() > MOST_WORDS) {
      add(pieces, Kind.GONE, old);
      add(pieces, Kind.ADDED, now);
      return;
    }
    int at = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
      int from = delta.getSource().getPosition();
      add(pieces, Kind.SAME, old.subList(at, from));
      add(pieces, Kind.GONE, delta.getSource().getLines());
      add(pieces, Kind.ADDED, delta.getTarget().getLines());
      at = from + delta.getSource().size();
    }
    add(pieces, Kind.SAME, old.subList(at, old.size()));
  }

  private static List<String> split(Pattern where, String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(where.split(text));
  }

  private static void add(List<Piece> pieces, Kind kind, List<String> parts) {
    String text = String.join("", parts);
    if (text.isEmpty()) {
      return;
    }
    int last = pieces.size() - 1;
    if (last >= 0 && pieces.get(last).kind() == kind) {
      pieces.set(last, new Piece(kind, pieces.get(last).text() + text));
    } else {
      pieces.add(new Piece(kind, text));
    }
  }
}
