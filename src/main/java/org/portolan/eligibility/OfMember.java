package org.portolan.eligibility;

import java.util.List;
import java.util.Optional;

/** They are officers of one of these administrations. */
record OfMember(List<String> members) implements Condition {
  @Override
  public Kind kind() {
    return Kind.MEMBER;
  }

  @Override
  public String which() {
    return String.join(",", members);
  }

  @Override
  public String much() {
    return "";
  }

  @Override
  public Optional<Remedy> lacks(Facts facts, Occasion occasion) {
    return facts.member() != null && members.contains(facts.member())
        ? Optional.empty()
        : Optional.of(Remedy.simple(Remedy.Kind.OTHERS, this));
  }
}
