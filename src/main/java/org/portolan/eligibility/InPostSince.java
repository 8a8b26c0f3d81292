package org.portolan.eligibility;

import java.time.LocalDate;
import java.util.Optional;

/** They have been in their post for so many months when the session begins. */
record InPostSince(int months) implements Condition {
  @Override
  public Kind kind() {
    return Kind.IN_POST;
  }

  @Override
  public String which() {
    return "";
  }

  @Override
  public String much() {
    return Integer.toString(months);
  }

  @Override
  public Optional<Remedy> lacks(Facts facts, Occasion occasion) {
    if (facts.inPostSince() == null) {
      return Optional.of(Remedy.simple(Remedy.Kind.SAY_SINCE, this));
    }
    LocalDate holds = facts.inPostSince().plusMonths(months);
    return holds.isAfter(occasion.first())
        ? Optional.of(Remedy.day(Remedy.Kind.WAIT, this, holds))
        : Optional.empty();
  }
}
