package org.portolan.selection;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much each criterion counts for a session: weights from 1 to {@value #HEAVIEST}; what is left
 * out does not count. Its text is {@code none}, or as in {@code profile:3 language:2}.
 */
public record Criteria(Map<Criterion, Integer> weights) {
  public static final int HEAVIEST = 9;
  public static final Criteria NONE = new Criteria(Map.of());
  private static final String NOTHING = "none";

  /**
   * @throws IllegalArgumentException when a weight is none
   */
  public Criteria {
    EnumMap<Criterion, Integer> kept = new EnumMap<>(Criterion.class);
    weights.forEach(
        (criterion, weight) -> {
          if (weight < 0 || weight > HEAVIEST) {
            throw new IllegalArgumentException("no weight: " + criterion + ' ' + weight);
          }
          if (weight > 0) {
            kept.put(criterion, weight);
          }
        });
    weights = java.util.Collections.unmodifiableMap(kept);
  }

  /** Criteria from their text; nothing where the text is none. */
  public static Optional<Criteria> read(String text) {
    if (NOTHING.equals(text)) {
      return Optional.of(NONE);
    }
    if (text == null || !text.matches("[a-z]+:[1-9]( [a-z]+:[1-9])*")) {
      return Optional.empty();
    }
    EnumMap<Criterion, Integer> weights = new EnumMap<>(Criterion.class);
    for (String part : text.split(" ")) {
      String[] words = part.split(":");
      Optional<Criterion> criterion = Criterion.of(words[0]);
      if (criterion.isEmpty() || weights.put(criterion.get(), Integer.valueOf(words[1])) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new Criteria(weights));
  }

  public String text() {
    return weights.isEmpty()
        ? NOTHING
        : weights.entrySet().stream()
            .map(each -> each.getKey().code() + ':' + each.getValue())
            .collect(Collectors.joining(" "));
  }

  /** Whether nothing counts: then people choose freely. */
  public boolean isNone() {
    return weights.isEmpty();
  }

  public int weight(Criterion criterion) {
    return weights.getOrDefault(criterion, 0);
  }

  public boolean counts(Criterion criterion) {
    return weight(criterion) > 0;
  }

  /** Points of one who has all that can be had. */
  long most() {
    return weights.values().stream().mapToLong(weight -> (long) weight * Points.ALL).sum();
  }
}
