package org.portolan.platform.reading;

import java.util.Map;

/** What was found in a file, by words of the one who looked. */
public record ReadFacts(Map<String, Integer> facts) {
  public ReadFacts {
    facts = Map.copyOf(facts);
  }

  public boolean has(String fact) {
    return facts.containsKey(fact);
  }

  /** Nought where it was not found. */
  public int number(String fact) {
    return facts.getOrDefault(fact, 0);
  }
}
