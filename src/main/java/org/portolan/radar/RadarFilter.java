package org.portolan.radar;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody wants to see of a radar, as the address says it; what is null does not restrict.
 *
 * @param year the calendar year in which the training year begins
 */
public record RadarFilter(String year, String kind, String centre) {
  public static RadarFilter everything() {
    return new RadarFilter(null, null, null);
  }

  /** The values that restrict, by parameter. */
  public Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    put(chosen, "year", year);
    put(chosen, "kind", kind);
    put(chosen, "centre", centre);
    return chosen;
  }

  private static void put(Map<String, String> chosen, String name, String value) {
    if (value != null) {
      chosen.put(name, value);
    }
  }
}
