package org.portolan.people;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A name brought into forms that can be compared: letters of every script in plain Latin ones, the
 * words in one order.
 *
 * @param words all of it
 * @param sounds its consonants alone: scripts that leave vowels out are written in Latin letters in
 *     many ways
 */
record WrittenName(String words, String sounds) {
  private static final String RULES =
      "Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower";

  /** Fewer consonants than these are those of too many names. */
  private static final int FEWEST_SOUNDS = 5;

  static WrittenName of(String name) {
    // a transliterator is not made for many threads
    String latin = Transliterator.getInstance(RULES).transliterate(name);
    String[] words = latin.replaceAll("['’ʼ`ʿʾ]", "").split("[^a-z0-9]+");
    return new WrittenName(
        sorted(words),
        sorted(Arrays.stream(words).map(WrittenName::consonants).toArray(String[]::new)));
  }

  private static String sorted(String... words) {
    return Arrays.stream(words)
        .filter(word -> !word.isEmpty())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String consonants(String word) {
    return word.replaceAll("^al(?=..)|^(al|el)$", "")
        .replace("ou", "u")
        .replaceAll("[aeiouwy]", "")
        .replace("ph", "f")
        .replace("kh", "h")
        .replaceAll("(.)\\1+", "$1");
  }

  boolean sameWords(WrittenName other) {
    return !words.isEmpty() && words.equals(other.words);
  }

  boolean soundsAlike(WrittenName other) {
    return sounds.length() >= FEWEST_SOUNDS && sounds.contains(" ") && sounds.equals(other.sounds);
  }
}
