package org.portolan.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** With this session they have no more than so many that begin in one calendar year. */
record NotMoreThan(int most) implements Condition {
  @Override
  public Kind kind() {
    return Kind.PER_YEAR;
  }

  @Override
  public String which() {
    return "";
  }

  @Override
  public String much() {
    return Integer.toString(most);
  }

  @Override
  public Optional<Remedy> lacks(Facts facts, Occasion occasion) {
    int year = occasion.first().getYear();
    List<Engagement> others =
        facts.engagements().stream()
            .filter(occasion::isAnother)
            .filter(other -> other.first().getYear() == year)
            .toList();
    return others.size() < most
        ? Optional.empty()
        : Optional.of(
            Remedy.others(Remedy.Kind.NEXT_YEAR, this, others, LocalDate.of(year + 1, 1, 1)));
  }
}
