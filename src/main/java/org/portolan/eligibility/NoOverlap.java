package org.portolan.eligibility;

import java.util.List;
import java.util.Optional;

/** No other session for which they applied is held on the same days. */
record NoOverlap() implements Condition {
  @Override
  public Kind kind() {
    return Kind.NO_OVERLAP;
  }

  @Override
  public String which() {
    return "";
  }

  @Override
  public String much() {
    return "";
  }

  @Override
  public Optional<Remedy> lacks(Facts facts, Occasion occasion) {
    List<Engagement> others =
        facts.engagements().stream().filter(occasion::isAnother).filter(occasion::meets).toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(Remedy.others(Remedy.Kind.TAKE_BACK, this, others, null));
  }
}
