package org.portolan.eligibility;

import java.util.Optional;

/**
 * A course gave them a competency, or their administration confirmed it, at a level at least. What
 * people say of themselves does not count, but can be confirmed.
 */
record HasCompetency(String competency, int level) implements Condition {
  @Override
  public Kind kind() {
    return Kind.COMPETENCY;
  }

  @Override
  public String which() {
    return competency;
  }

  @Override
  public String much() {
    return Integer.toString(level);
  }

  @Override
  public Optional<Remedy> lacks(Facts facts, Occasion occasion) {
    int confirmed = facts.confirmed().getOrDefault(competency, 0);
    if (confirmed >= level) {
      return Optional.empty();
    }
    boolean stated = facts.stated().getOrDefault(competency, 0) >= level;
    return Optional.of(
        Remedy.has(
            stated ? Remedy.Kind.CONFIRM : Remedy.Kind.LEARN, this, Integer.toString(confirmed)));
  }
}
