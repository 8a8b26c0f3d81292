package org.portolan.eligibility;

import java.util.List;
import java.util.Optional;

/** They are officers of an administration in one of these regions. */
record OfRegion(List<String> regions) implements Condition {
  @Override
  public Kind kind() {
    return Kind.REGION;
  }

  @Override
  public String which() {
    return String.join(",", regions);
  }

  @Override
  public String much() {
    return "";
  }

  @Override
  public Optional<Remedy> lacks(Facts facts, Occasion occasion) {
    return facts.region() != null && regions.contains(facts.region())
        ? Optional.empty()
        : Optional.of(Remedy.simple(Remedy.Kind.OTHERS, this));
  }
}
