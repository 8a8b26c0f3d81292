package org.portolan.platform.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a personal token is good for: its owner's rights, cut to these. */
public enum TokenScope {
  /** To read what its owner may read. */
  READ,
  /** To apply for seats in its owner's name. */
  APPLY;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** From words with spaces between; words that mean nothing give nothing. */
  public static Set<TokenScope> parse(String words) {
    Set<String> given = Set.copyOf(Arrays.asList(words.strip().split("\\s+")));
    return EnumSet.allOf(TokenScope.class).stream()
        .filter(scope -> given.contains(scope.code()))
        .collect(Collectors.toUnmodifiableSet());
  }

  public static String write(Set<TokenScope> scopes) {
    return scopes.stream().sorted().map(TokenScope::code).collect(Collectors.joining(" "));
  }
}
