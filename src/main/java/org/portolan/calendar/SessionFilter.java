package org.portolan.calendar;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which sessions are wanted; what is null does not restrict.
 *
 * @param from first day that is still of interest, on the session's own clocks
 * @param to last day that is of interest
 */
public record SessionFilter(
    String centre, String region, String theme, String language, LocalDate from, LocalDate to) {

  public SessionFilter {
    centre = given(centre);
    region = given(region);
    theme = given(theme);
    language = given(language);
  }

  public static SessionFilter ofCentre(String centre, LocalDate from, LocalDate to) {
    return new SessionFilter(centre, null, null, null, from, to);
  }

  /** The values that restrict, by dimension, without the days. */
  public Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    put(chosen, "region", region);
    put(chosen, "centre", centre);
    put(chosen, "theme", theme);
    put(chosen, "language", language);
    return chosen;
  }

  private static void put(Map<String, String> chosen, String dimension, String value) {
    if (value != null) {
      chosen.put(dimension, value);
    }
  }

  private static String given(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
