package org.portolan.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.portolan.platform.i18n.Language;

/**
 * Which text to show when there is none in the reader's language: English, else the first of the
 * six in their usual order. Whoever shows it says so.
 */
final class Fallback {
  private Fallback() {}

  static <T> Optional<T> choose(List<T> texts, Function<T, String> language, Language reader) {
    return texts.stream().min(Comparator.comparingInt(text -> rank(language.apply(text), reader)));
  }

  /** Position of a language in the usual order; unknown ones come last. */
  static int order(String code) {
    return Language.of(code).map(Language::ordinal).orElse(Language.values().length);
  }

  private static int rank(String code, Language reader) {
    return code.equals(reader.code()) ? -1 : order(code);
  }
}
