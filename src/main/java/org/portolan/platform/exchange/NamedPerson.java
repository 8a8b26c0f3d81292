package org.portolan.platform.exchange;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * By what a file or a row may name a person: the code or an address of their account, or both parts
 * of their name beside each other. Rather too many are found than one too few.
 *
 * @param given name
 * @param family name
 */
public record NamedPerson(String code, List<String> addresses, String given, String family) {
  /** Whether a text says one of it anywhere. */
  boolean in(String text) {
    String low = low(text);
    return low.contains(low(code)) && word(code).test(low) || addressed(low) || named(low);
  }

  /** Whether the cells of a row name the account: by its code or address. */
  boolean accountIn(List<String> cells) {
    if (cells == null) {
      return false;
    }
    String low = low(String.join("\n", cells));
    return low.contains(low(code)) && word(code).test(low) || addressed(low);
  }

  /** Whether the cells of a row do. */
  boolean in(List<String> cells) {
    return cells != null && in(String.join("\n", cells));
  }

  /** The same for a text of many lines, in which a name is one only within a line. */
  boolean inLines(String text) {
    String low = low(text);
    // one look at all of it is enough for most
    if (!low.contains(low(code)) && !addressed(low) && !mentioned(low)) {
      return false;
    }
    return low.lines().anyMatch(this::in);
  }

  private boolean addressed(String low) {
    return addresses.stream().anyMatch(address -> low.contains(low(address)));
  }

  private boolean mentioned(String low) {
    return !given.isBlank() && low.contains(low(given)) && low.contains(low(family));
  }

  private boolean named(String low) {
    return mentioned(low) && word(given).test(low) && word(family).test(low);
  }

  private static String low(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Predicate<String> word(String word) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(low(word)) + "(?![\\p{L}\\p{N}])")
        .asPredicate();
  }
}
