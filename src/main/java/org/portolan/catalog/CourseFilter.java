package org.portolan.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a reader wants to see of the catalogue, as the address says it. Values may mean nothing:
 * then nothing is found.
 *
 * @param chosen what restricts, by dimension, in the order of the page; {@link #WORDS} and the
 *     codes of {@link Facet}s
 * @param page counted from 1
 */
public record CourseFilter(Map<String, String> chosen, CourseOrder order, int page) {
  /** The dimension of words that stand in a title or code. */
  public static final String WORDS = "q";

  private static final int LAST_PAGE = 10_000;

  public CourseFilter {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, WORDS, chosen.get(WORDS));
    for (Facet facet : Facet.values()) {
      put(given, facet.code(), chosen.get(facet.code()));
    }
    chosen = Collections.unmodifiableMap(given);
    page = Math.max(1, Math.min(page, LAST_PAGE));
  }

  public static CourseFilter everything() {
    return new CourseFilter(Map.of(), CourseOrder.TITLE, 1);
  }

  /**
   * @param values by dimension, null where there is none
   */
  public static CourseFilter of(UnaryOperator<String> values, int page) {
    Map<String, String> chosen = new LinkedHashMap<>();
    put(chosen, WORDS, values.apply(WORDS));
    for (Facet facet : Facet.values()) {
      put(chosen, facet.code(), values.apply(facet.code()));
    }
    return new CourseFilter(
        chosen, CourseOrder.of(values.apply("sort")).orElse(CourseOrder.TITLE), page);
  }

  public String value(Facet facet) {
    return chosen.get(facet.code());
  }

  /** Words that are looked for, or null. */
  public String words() {
    return chosen.get(WORDS);
  }

  /** The same without one restriction, from its first page. */
  public CourseFilter without(String dimension) {
    Map<String, String> rest = new LinkedHashMap<>(chosen);
    rest.remove(dimension);
    return new CourseFilter(rest, order, 1);
  }

  /** The same at another page. */
  public CourseFilter at(int number) {
    return new CourseFilter(chosen, order, number);
  }

  /** What its address says, its page aside. */
  public Map<String, String> address() {
    Map<String, String> address = new LinkedHashMap<>(chosen);
    if (order != CourseOrder.TITLE) {
      address.put("sort", order.code());
    }
    return address;
  }

  private static void put(Map<String, String> chosen, String dimension, String value) {
    if (value != null && !value.isBlank()) {
      chosen.put(dimension, value.strip());
    }
  }
}
