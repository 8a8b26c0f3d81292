package org.portolan.platform.search;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * In which language the words of a query are. The language of the interface, unless the script or
 * the small words say clearly that it is another: a wrong guess costs more than a missed one.
 */
final class QueryLanguage {
  private static final Map<String, Set<String>> SMALL_WORDS = smallWords();
  private static final Map<String, String> LETTERS =
      Map.of("es", "ñ¿¡", "pt", "ãõ", "fr", "œùûîèêàëï");

  private QueryLanguage() {}

  static String of(String text, String interfaceLanguage) {
    String own = IndexFields.language(interfaceLanguage);
    String byScript = byScript(text);
    if (byScript != null) {
      return byScript;
    }
    int ownSigns = signs(text, own);
    String best = own;
    int bestSigns = Math.max(1, ownSigns + 1);
    for (String language : SMALL_WORDS.keySet()) {
      int signs = signs(text, language);
      if (signs > bestSigns) {
        best = language;
        bestSigns = signs;
      }
    }
    boolean readsOtherScript = own.equals("ru") || own.equals("ar") || own.equals("zh");
    return readsOtherScript && best.equals(own) && hasLatin(text) ? latinGuess(text) : best;
  }

  private static String latinGuess(String text) {
    String best = "en";
    for (String language : SMALL_WORDS.keySet()) {
      best = signs(text, language) > signs(text, best) ? language : best;
    }
    return best;
  }

  private static boolean hasLatin(String text) {
    return text.codePoints().anyMatch(c -> UScript.getScript(c) == UScript.LATIN);
  }

  /** Null when the letters are Latin, or too few to judge by. */
  private static String byScript(String text) {
    Map<Integer, Integer> letters = new LinkedHashMap<>();
    text.codePoints()
        .filter(UCharacter::isLetter)
        .forEach(c -> letters.merge(UScript.getScript(c), 1, Integer::sum));
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> languageOfScript(most.getKey()))
        .orElse(null);
  }

  private static String languageOfScript(int script) {
    return switch (script) {
      case UScript.CYRILLIC -> "ru";
      case UScript.ARABIC -> "ar";
      case UScript.HAN -> "zh";
      case UScript.HIRAGANA, UScript.KATAKANA -> "ja";
      case UScript.LATIN, UScript.COMMON, UScript.INHERITED -> null;
      default -> IndexFields.OTHER;
    };
  }

  /** How much in a text speaks for a language: one for each small word, one for its own letters. */
  private static int signs(String text, String language) {
    Set<String> small = SMALL_WORDS.getOrDefault(language, Set.of());
    int signs = 0;
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}'’]+")) {
      if (small.contains(word) || small.contains(elided(word))) {
        signs++;
      }
    }
    String letters = LETTERS.getOrDefault(language, "");
    boolean written = text.toLowerCase(Locale.ROOT).chars().anyMatch(c -> letters.indexOf(c) >= 0);
    return written ? signs + 1 : signs;
  }

  private static String elided(String word) {
    int apostrophe = Math.max(word.indexOf('\''), word.indexOf('’'));
    return apostrophe > 0 ? word.substring(0, apostrophe) + "'" : "";
  }

  private static Map<String, Set<String>> smallWords() {
    Map<String, Set<String>> words = new LinkedHashMap<>();
    words.put(
        "en",
        Set.of(
            "the", "of", "and", "to", "in", "is", "are", "for", "with", "on", "by", "from", "what",
            "which", "how", "when", "where", "who", "was", "were", "does", "did", "that", "this",
            "at", "or", "an", "be", "has", "have", "it", "its", "between", "during"));
    words.put(
        "fr",
        Set.of(
            "le",
            "la",
            "les",
            "de",
            "des",
            "du",
            "et",
            "en",
            "un",
            "une",
            "pour",
            "avec",
            "sur",
            "dans",
            "par",
            "est",
            "sont",
            "que",
            "qui",
            "quel",
            "quelle",
            "quels",
            "quelles",
            "comment",
            "où",
            "au",
            "aux",
            "ce",
            "cette",
            "quand",
            "combien",
            "pourquoi",
            "l'",
            "d'",
            "qu'",
            "à",
            "ou",
            "entre",
            "sans"));
    words.put(
        "es",
        Set.of(
            "el", "la", "los", "las", "de", "del", "y", "en", "un", "una", "para", "con", "por",
            "es", "son", "que", "qué", "quién", "cuál", "cuándo", "cómo", "dónde", "cuántos", "al",
            "se", "como", "entre", "sin", "sobre", "lo", "cuánto", "fue"));
    words.put(
        "pt",
        Set.of(
            "o", "os", "as", "de", "do", "da", "dos", "das", "e", "em", "um", "uma", "para", "com",
            "por", "é", "são", "que", "quem", "qual", "quais", "quando", "como", "onde", "no", "na",
            "nos", "nas", "ao", "aos", "pelo", "pela", "sem", "sobre", "entre"));
    return words;
  }
}
