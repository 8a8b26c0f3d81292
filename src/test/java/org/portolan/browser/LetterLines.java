package org.portolan.browser;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Holds the lines that a program reads in a letter against the blocks that it must have. */
final class LetterLines {
  private static final String FROM_THE_LEFT = "[\\p{L}\\p{N}&&\\P{IsArabic}]+";

  /** Of Arabic letters, or of others with what holds a name, a time or a code together. */
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{L}&&\\p{IsArabic}]+|" + FROM_THE_LEFT + "(?:[-–:.'’]" + FROM_THE_LEFT + ")*");

  private LetterLines() {}

  /**
   * The first thing that is wrong, if any. Each block takes as many lines as its words need. One
   * that runs in one direction must be equal to the last dot. Where directions meet, readers put
   * the pieces in order each in its own way: there the words must be the same ones, each as often.
   */
  static Optional<String> fault(List<String> blocks, List<String> lines) {
    Deque<String> left = new ArrayDeque<>(lines);
    for (String block : blocks) {
      String wanted = normal(block);
      String read = take(left, words(wanted).size());
      if (mixed(block) ? !words(wanted).equals(words(read)) : !wanted.equals(read)) {
        return Optional.of("must be «" + wanted + "», reads «" + read + "»");
      }
    }
    return left.isEmpty() ? Optional.empty() : Optional.of("too much: " + left);
  }

  private static String take(Deque<String> lines, int words) {
    String taken = "";
    while (words(taken).size() < words && !lines.isEmpty()) {
      taken = normal(taken + " " + lines.remove());
    }
    return taken;
  }

  /** So is Arabic with digits, which run from the left, and a date with its invisible marks. */
  private static boolean mixed(String block) {
    return new Bidi(block, Bidi.DIRECTION_DEFAULT_RIGHT_TO_LEFT).isMixed();
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  /** Joined and plain letters are the same here, and how often a space stands does not matter. */
  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "")
        .replaceAll("\\s+", " ")
        // marks over Arabic letters are not printed
        .replaceAll("\\p{M}", "")
        .strip();
  }
}
