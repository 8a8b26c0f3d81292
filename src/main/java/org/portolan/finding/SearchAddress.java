package org.portolan.finding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a search page was asked, and the addresses of its neighbours: with a filter more, with one
 * less, the next page.
 *
 * @param filters values by dimension, in the order of the facets
 */
public record SearchAddress(String words, Map<String, Set<String>> filters) {

  public SearchAddress {
    words = words == null ? "" : words;
    filters = copy(filters);
  }

  private static Map<String, Set<String>> copy(Map<String, Set<String>> filters) {
    Map<String, Set<String>> copy = new LinkedHashMap<>();
    filters.forEach((dimension, values) -> copy.put(dimension, new LinkedHashSet<>(values)));
    return copy;
  }

  public String with(String dimension, String value) {
    Map<String, Set<String>> more = copy(filters);
    more.computeIfAbsent(dimension, d -> new LinkedHashSet<>()).add(value);
    return address(words, more, null);
  }

  public String without(String dimension, String value) {
    Map<String, Set<String>> less = copy(filters);
    less.getOrDefault(dimension, new LinkedHashSet<>()).remove(value);
    return address(words, less, null);
  }

  public String unfiltered() {
    return address(words, Map.of(), null);
  }

  /** Another page of the same search; the first one when there is no cursor. */
  public String page(String cursor) {
    return address(words, filters, cursor);
  }

  public boolean chosen(String dimension, String value) {
    return filters.getOrDefault(dimension, Set.of()).contains(value);
  }

  private static String address(String words, Map<String, Set<String>> filters, String cursor) {
    List<String> all = new ArrayList<>();
    all.add(parameter("q", words));
    filters.forEach(
        (dimension, values) -> values.forEach(value -> all.add(parameter(dimension, value))));
    if (cursor != null) {
      all.add(parameter("cursor", cursor));
    }
    return "/search?" + String.join("&", all);
  }

  private static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
