package org.portolan.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a reader wants to see of the catalogue, as the address says it: values may be null (no
 * restriction) or unknown (nothing found).
 *
 * @param page counted from 1
 */
public record CourseFilter(
    String theme, String language, String region, String mode, String level, int page) {

  public CourseFilter {
    theme = given(theme);
    language = given(language);
    region = given(region);
    mode = given(mode);
    level = given(level);
    page = Math.max(1, Math.min(page, 10_000));
  }

  public static CourseFilter everything() {
    return new CourseFilter(null, null, null, null, null, 1);
  }

  /** The values that restrict, by dimension, in the order of the page. */
  public Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    put(chosen, "theme", theme);
    put(chosen, "language", language);
    put(chosen, "region", region);
    put(chosen, "mode", mode);
    put(chosen, "level", level);
    return chosen;
  }

  /** The same without one restriction, from its first page. */
  public CourseFilter without(String dimension) {
    Map<String, String> rest = chosen();
    rest.remove(dimension);
    return new CourseFilter(
        rest.get("theme"),
        rest.get("language"),
        rest.get("region"),
        rest.get("mode"),
        rest.get("level"),
        1);
  }

  /** The same at another page. */
  public CourseFilter at(int number) {
    return new CourseFilter(theme, language, region, mode, level, number);
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
