package org.portolan.eligibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Conditions of which one has to be met; mostly there is only one. Written with bars between. */
public record Requirement(List<Condition> anyOf) {
  public Requirement {
    anyOf = List.copyOf(anyOf);
    if (anyOf.isEmpty()) {
      throw new InvalidCondition(InvalidCondition.Part.KIND, "");
    }
  }

  static Requirement of(String text) {
    return new Requirement(Arrays.stream(text.split("\\|", -1)).map(Condition::of).toList());
  }

  public String text() {
    return anyOf.stream().map(Condition::text).collect(Collectors.joining("|"));
  }

  /** The condition, where there is no choice. */
  Optional<Condition> only() {
    return anyOf.size() == 1 ? Optional.of(anyOf.get(0)) : Optional.empty();
  }

  /** Met where one of its conditions is; else there is a remedy for each. */
  Finding check(Facts facts, Occasion occasion) {
    List<Remedy> remedies = new ArrayList<>();
    for (Condition condition : anyOf) {
      Optional<Remedy> lacking = condition.lacks(facts, occasion);
      if (lacking.isEmpty()) {
        return new Finding(this, List.of());
      }
      remedies.add(lacking.get());
    }
    return new Finding(this, List.copyOf(remedies));
  }
}
