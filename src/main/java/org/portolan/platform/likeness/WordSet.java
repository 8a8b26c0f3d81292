package org.portolan.platform.likeness;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a text made comparable: without capitals, accents, headings, short words and the
 * ends of words, which change with case and number.
 */
public record WordSet(Set<String> words) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern HEADING = Pattern.compile("(?m)^#.*$");
  private static final int SHORTEST = 4;
  private static final int STEM = 6;
  private static final int SHINGLE = 3;

  public static WordSet of(String text) {
    return new WordSet(
        Arrays.stream(BETWEEN.split(plain(HEADING.matcher(text).replaceAll(""))))
            .filter(word -> word.length() >= SHORTEST)
            .map(word -> word.substring(0, Math.min(STEM, word.length())))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Every three letters in a row, across words: what is nearly the same title has most of them. */
  public static WordSet shingles(String title) {
    String plain = " " + BETWEEN.matcher(plain(title)).replaceAll(" ").strip() + " ";
    Set<String> shingles = new HashSet<>();
    for (int at = 0; at + SHINGLE <= plain.length(); at++) {
      shingles.add(plain.substring(at, at + SHINGLE));
    }
    return new WordSet(Set.copyOf(shingles));
  }

  /** How much of both is in common, from 0 to 1. */
  public double likeness(WordSet other) {
    if (words.isEmpty() || other.words.isEmpty()) {
      return 0;
    }
    long common = words.stream().filter(other.words::contains).count();
    return common / Math.sqrt((double) words.size() * other.words.size());
  }

  public static String plain(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
