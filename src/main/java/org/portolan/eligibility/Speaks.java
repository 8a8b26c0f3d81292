package org.portolan.eligibility;

import java.util.Optional;

/** They say in their profile that they know a language, at a level at least. */
record Speaks(String language, LanguageLevel level) implements Condition {
  @Override
  public Kind kind() {
    return Kind.SPEAKS;
  }

  @Override
  public String which() {
    return language;
  }

  @Override
  public String much() {
    return level.name();
  }

  @Override
  public Optional<Remedy> lacks(Facts facts, Occasion occasion) {
    LanguageLevel known = facts.languages().get(language);
    if (known == null) {
      return Optional.of(Remedy.simple(Remedy.Kind.SAY_LANGUAGE, this));
    }
    return known.compareTo(level) < 0
        ? Optional.of(Remedy.has(Remedy.Kind.IMPROVE, this, known.name()))
        : Optional.empty();
  }
}
