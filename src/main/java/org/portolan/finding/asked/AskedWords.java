package org.portolan.finding.asked;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words as they are counted: folded, and left out where they may be about somebody. An address, a
 * telephone number or the number of a document says more of who typed it than of what the platform
 * lacks; pasted text does so too.
 */
final class AskedWords {
  static final int LONGEST = 80;
  private static final int MOST_WORDS = 8;
  private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\p{C}]+");

  /** An @, the beginning of an international number, or an address. */
  private static final Pattern ADDRESS = Pattern.compile("@|\\+\\s?\\d|://|www\\.");

  /** More digits in a row than any tariff code has, however they are grouped. */
  private static final Pattern LONG_NUMBER = Pattern.compile("(?:\\d[ .()/-]{0,2}){9,}");

  /** Letters and many digits in one word, as numbers of passports, plates and containers have. */
  private static final Pattern MIXED_NUMBER =
      Pattern.compile("(?=[\\w-]*\\p{L})(?=(?:[\\w-]*?\\d){5})[\\p{L}\\d-]+");

  private AskedWords() {}

  /** As they are counted; empty where they are not. */
  static Optional<String> of(String typed) {
    if (typed == null || typed.length() > 4 * LONGEST) {
      return Optional.empty();
    }
    String words =
        GAPS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .replaceAll(" ")
            .strip();
    boolean counted =
        words.codePoints().anyMatch(Character::isLetterOrDigit)
            && words.length() <= LONGEST
            && words.chars().filter(c -> c == ' ').count() < MOST_WORDS
            && !ADDRESS.matcher(words).find()
            && !LONG_NUMBER.matcher(words).find()
            && !MIXED_NUMBER.matcher(words).find();
    return counted ? Optional.of(words) : Optional.empty();
  }
}
