package org.portolan.finding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a search page was asked, and the addresses of its neighbours: with a filter more, with one
 * less, the next page.
 *
 * @param filters one value by dimension, in the order of the facets
 */
public record SearchAddress(String words, Map<String, String> filters) {

  public SearchAddress {
    words = words == null ? "" : words;
    filters = new LinkedHashMap<>(filters);
  }

  public String with(String dimension, String value) {
    Map<String, String> more = new LinkedHashMap<>(filters);
    more.put(dimension, value);
    return address(words, more, null);
  }

  public String without(String dimension) {
    Map<String, String> less = new LinkedHashMap<>(filters);
    less.remove(dimension);
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
    return value.equals(filters.get(dimension));
  }

  private static String address(String words, Map<String, String> filters, String cursor) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("q", words);
    all.putAll(filters);
    if (cursor != null) {
      all.put("cursor", cursor);
    }
    return all.entrySet().stream()
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "/search?", ""));
  }
}
