package org.portolan.finding;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.SearchDocument;
import org.portolan.platform.search.SearchQuery;
import org.portolan.platform.web.QueryParameters;

/**
 * What a search page was asked, and the addresses of its neighbours: with a filter more, with one
 * less, in another order, the next page.
 *
 * @param filters values by dimension, in the order of the facets
 * @param from earliest day as it was written, empty for none
 * @param to last day as it was written, empty for none
 * @param sort name of an order, empty for the usual one
 */
public record SearchAddress(
    String words, Map<String, Set<String>> filters, String from, String to, String sort) {
  public static final String WORDS = "q";
  public static final String FROM = "from";
  public static final String TO = "to";
  public static final String SORT = "sort";

  public SearchAddress {
    words = words == null ? "" : words;
    filters = copy(filters);
    from = from == null ? "" : from;
    to = to == null ? "" : to;
    sort = orderOf(sort) == SearchQuery.Sort.RELEVANCE ? "" : sort;
  }

  public SearchAddress(String words, Map<String, Set<String>> filters) {
    this(words, filters, "", "", "");
  }

  /**
   * What an address says.
   *
   * @param given the values of a parameter by its name, none or null where it is missing
   */
  public static SearchAddress of(Function<String, Collection<String>> given) {
    Map<String, Set<String>> filters = new LinkedHashMap<>();
    for (String dimension : Facet.dimensions()) {
      Set<String> values = QueryParameters.texts(given.apply(dimension));
      if (!values.isEmpty()) {
        filters.put(dimension, values);
      }
    }
    // words may be longer than any parameter that we give out ourselves
    return new SearchAddress(
        first(given.apply(WORDS)).strip(),
        filters,
        QueryParameters.text(first(given.apply(FROM))),
        QueryParameters.text(first(given.apply(TO))),
        QueryParameters.text(first(given.apply(SORT))));
  }

  /** What {@link #query} wrote. */
  public static SearchAddress parse(String query) {
    Map<String, List<String>> given = new HashMap<>();
    for (String part : query.split("&")) {
      String[] pair = part.split("=", 2);
      if (pair.length == 2) {
        given
            .computeIfAbsent(pair[0], name -> new ArrayList<>())
            .add(URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
      }
    }
    return of(given::get);
  }

  /** As a search finds it, without an order and with no more words than are read. */
  public SearchAddress asKept() {
    return new SearchAddress(Finding.shortened(words), filters, from, to, "");
  }

  /** The parameters of its page. */
  public String query() {
    return page(null).substring("/search?".length());
  }

  private static String first(Collection<String> values) {
    return values == null ? "" : values.stream().findFirst().orElse("");
  }

  /** The order by its name in addresses; by relevance if it is none. */
  private static SearchQuery.Sort orderOf(String name) {
    return switch (name == null ? "" : name) {
      case "newest" -> SearchQuery.Sort.NEWEST;
      case "oldest" -> SearchQuery.Sort.OLDEST;
      case "reused" -> SearchQuery.Sort.REUSED;
      default -> SearchQuery.Sort.RELEVANCE;
    };
  }

  /** Whether it is as somebody typed it, narrowed and sorted in no way. */
  public boolean plain() {
    return !words.isEmpty() && filters.isEmpty() && period().open() && sort.isEmpty();
  }

  public SearchQuery.Sort order() {
    return orderOf(sort);
  }

  public Period period() {
    return Period.of(from, to);
  }

  /** The first page of the same for other words. */
  public String asking(String other) {
    return new SearchAddress(other, filters, from, to, sort).page(null);
  }

  public String sorted(String other) {
    return new SearchAddress(words, filters, from, to, other).page(null);
  }

  /** Without a limit of the period, which is {@link #FROM} or {@link #TO}. */
  public String withoutLimit(String limit) {
    return new SearchAddress(
            words, filters, limit.equals(FROM) ? "" : from, limit.equals(TO) ? "" : to, sort)
        .page(null);
  }

  private static Map<String, Set<String>> copy(Map<String, Set<String>> filters) {
    Map<String, Set<String>> copy = new LinkedHashMap<>();
    filters.forEach((dimension, values) -> copy.put(dimension, new LinkedHashSet<>(values)));
    return copy;
  }

  public String with(String dimension, String value) {
    Map<String, Set<String>> more = copy(filters);
    more.computeIfAbsent(dimension, d -> new LinkedHashSet<>()).add(value);
    return new SearchAddress(words, more, from, to, sort).page(null);
  }

  /** The sessions of one course among what was found. */
  public String sessionsOf(String course) {
    Map<String, Set<String>> more = copy(filters);
    more.put(SearchDocument.TYPE, Set.of("session"));
    more.put(SearchDocument.COURSE, Set.of(course));
    return new SearchAddress(words, more, from, to, sort).page(null);
  }

  public String without(String dimension, String value) {
    Map<String, Set<String>> less = copy(filters);
    less.getOrDefault(dimension, new LinkedHashSet<>()).remove(value);
    return new SearchAddress(words, less, from, to, sort).page(null);
  }

  public String unfiltered() {
    return new SearchAddress(words, Map.of(), "", "", sort).page(null);
  }

  /** Another page of the same search; the first one when there is no cursor. */
  public String page(String cursor) {
    List<String> all = parameters();
    addGiven(all, SORT, sort);
    addGiven(all, "cursor", cursor == null ? "" : cursor);
    return "/search?" + String.join("&", all);
  }

  /**
   * What is new of it, as a feed in one language.
   *
   * @param format {@code atom} or {@code rss}
   */
  public String feed(String format, Language reader) {
    List<String> all = parameters();
    all.add(parameter("lang", reader.code()));
    return "/search." + format + "?" + String.join("&", all);
  }

  private List<String> parameters() {
    List<String> all = new ArrayList<>();
    all.add(parameter(WORDS, words));
    filters.forEach(
        (dimension, values) -> values.forEach(value -> all.add(parameter(dimension, value))));
    addGiven(all, FROM, from);
    addGiven(all, TO, to);
    return all;
  }

  private static void addGiven(List<String> all, String name, String value) {
    if (!value.isEmpty()) {
      all.add(parameter(name, value));
    }
  }

  public boolean chosen(String dimension, String value) {
    return filters.getOrDefault(dimension, Set.of()).contains(value);
  }

  private static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
