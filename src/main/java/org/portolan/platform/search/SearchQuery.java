package org.portolan.platform.search;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a reader asks for. No text is an error: words are looked for together, "quoted words" as a
 * phrase, -word excludes, word* finds beginnings, everything else is taken as words. An empty text
 * means everything, newest first.
 *
 * @param language of the interface; hits are shown in it where they have it
 * @param queryLanguage of the words, when known for certain; null lets the search judge by script
 *     and small words
 * @param filters values by dimension; several values of one dimension widen, dimensions narrow
 * @param from the earliest date of an item, or null; items without a date are left out then
 * @param before what the date of an item is before, or null
 * @param publishedFrom since when an item can have been found at the earliest, or null; items of
 *     which nobody knows are left out then
 * @param publishedBefore what that moment is before, or null
 * @param visibility terms the person holds; {@link SearchDocument#PUBLIC} is always among them
 * @param cursor what {@link SearchResult#next} said, null for the first page; an invalid one means
 *     the first page
 * @param facets dimensions to count
 * @param snippets whether the texts of hits are looked at, to mark the words and show what stands
 *     around them; without, there are titles alone
 * @param folding whether what belongs to one item takes one place, see {@link Folding}
 */
public record SearchQuery(
    String text,
    String language,
    String queryLanguage,
    Map<String, Set<String>> filters,
    Instant from,
    Instant before,
    Instant publishedFrom,
    Instant publishedBefore,
    Set<String> visibility,
    Sort sort,
    String cursor,
    int limit,
    Set<String> facets,
    boolean snippets,
    boolean folding) {

  private static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 100;

  /** In which order hits come; by relevance means newest first when there are no words. */
  public enum Sort {
    RELEVANCE,
    NEWEST,
    OLDEST,
    /** What can be found since the shortest time first. */
    LATEST,
    /** What most have used again first, then the newest. */
    REUSED
  }

  public SearchQuery {
    text = Objects.requireNonNullElse(text, "");
    language = Objects.requireNonNullElse(language, "en");
    filters = Map.copyOf(filters);
    Set<String> held = new LinkedHashSet<>(visibility);
    held.add(SearchDocument.PUBLIC);
    visibility = Set.copyOf(held);
    sort = Objects.requireNonNullElse(sort, Sort.RELEVANCE);
    limit = Math.max(1, Math.min(MAX_LIMIT, limit));
    facets = Set.copyOf(facets);
  }

  public static Builder of(String text, String language) {
    return new Builder(text, language);
  }

  /**
   * Collects a query; what is not said is the first page, seen by the public, by relevance, without
   * facets.
   */
  public static final class Builder {
    private final String text;
    private final String language;
    private final Map<String, Set<String>> filters = new LinkedHashMap<>();
    private final Set<String> visibility = new LinkedHashSet<>();
    private final Set<String> facets = new LinkedHashSet<>();
    private Instant from;
    private Instant before;
    private Instant publishedFrom;
    private Instant publishedBefore;
    private String queryLanguage;
    private Sort sort = Sort.RELEVANCE;
    private String cursor;
    private int limit = DEFAULT_LIMIT;
    private boolean snippets = true;
    private boolean folding;

    private Builder(String text, String language) {
      this.text = text;
      this.language = language;
    }

    public Builder queryLanguage(String value) {
      queryLanguage = value;
      return this;
    }

    public Builder filter(String dimension, String value) {
      if (value != null && !value.isBlank()) {
        filters.computeIfAbsent(dimension, d -> new LinkedHashSet<>()).add(value);
      }
      return this;
    }

    public Builder dated(Instant earliest, Instant end) {
      from = earliest;
      before = end;
      return this;
    }

    public Builder published(Instant earliest, Instant end) {
      publishedFrom = earliest;
      publishedBefore = end;
      return this;
    }

    public Builder visibleTo(Set<String> terms) {
      visibility.addAll(terms);
      return this;
    }

    public Builder sort(Sort value) {
      sort = value;
      return this;
    }

    public Builder cursor(String value) {
      cursor = value;
      return this;
    }

    public Builder limit(int value) {
      limit = value;
      return this;
    }

    public Builder facets(String... dimensions) {
      facets.addAll(Set.of(dimensions));
      return this;
    }

    public Builder snippets(boolean value) {
      snippets = value;
      return this;
    }

    /** Shows what belongs together as one hit, where hits come by relevance. */
    public Builder folded() {
      folding = true;
      return this;
    }

    public SearchQuery build() {
      return new SearchQuery(
          text,
          language,
          queryLanguage,
          filters,
          from,
          before,
          publishedFrom,
          publishedBefore,
          visibility,
          sort,
          cursor,
          limit,
          facets,
          snippets,
          folding);
    }
  }
}
