package org.portolan.platform.i18n;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/**
 * Texts with their arguments filled in: plural rules cost far more than looking up "3 seats left"
 * again. What people typed comes in any length and hardly twice, so long arguments are not kept.
 */
final class FilledTexts {
  private static final int MOST = 10_000;
  private static final int LONGEST_ARGUMENT = 64;

  private final Cache<String, String> kept = Caffeine.newBuilder().maximumSize(MOST).build();

  String get(Language language, String key, Object[] arguments, Supplier<String> fill) {
    StringBuilder asked = new StringBuilder(language.code()).append(' ').append(key);
    for (Object argument : arguments) {
      String text = argument.toString();
      if (text.length() > LONGEST_ARGUMENT) {
        return fill.get();
      }
      // a number is written by other rules than the same digits as text
      asked.append(argument instanceof Number ? '\u0001' : '\u0002').append(text);
    }
    return kept.get(asked.toString(), any -> fill.get());
  }
}
