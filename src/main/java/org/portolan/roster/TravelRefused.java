package org.portolan.roster;

import java.util.Map;

/** What was told was not kept: by field, what is wrong as the last part of a key of texts. */
public final class TravelRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<TravelField, String> problems;

  TravelRefused(Map<TravelField, String> problems) {
    super("travel data with problems", null, false, false);
    this.problems = Map.copyOf(problems);
  }

  public Map<TravelField, String> problems() {
    return problems;
  }
}
