package org.portolan.platform.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One item as readers find it: its texts by language, its facet values, and who may see it. An item
 * in several languages is one document, so translations never compete as separate hits.
 *
 * @param kind what it is, in one word: course, session, practice, centre
 * @param code the item's own short name, found exactly whatever its case; may be empty
 * @param path address of its page for readers, from the root
 * @param texts by two-letter language
 * @param facets values by dimension; the dimensions are {@link #TYPE} and its siblings
 * @param details small facts that are shown with a hit and not searched, by name
 * @param date what "newest" sorts by; may be null
 * @param published since when readers can have found it; null where nobody can say, and then it is
 *     never told as new
 * @param reuses by how many it was used again, by which "most reused" sorts
 * @param rights what others may do with it, or null where nobody said
 * @param relations to what else it is connected of what everybody may read: from the root, or as it
 *     is cited; for those who copy what is told of it, not in the index
 * @param under key of the item of which it is one of many, its own where it leads such; empty where
 *     it stands for itself
 * @param visibility any one of these terms in the hands of a person lets them find the item; empty
 *     means nobody
 */
public record SearchDocument(
    String kind,
    long id,
    String code,
    String path,
    Map<String, Text> texts,
    Map<String, Set<String>> facets,
    Map<String, String> details,
    Instant date,
    Instant published,
    int reuses,
    Rights rights,
    List<String> relations,
    String under,
    Set<String> visibility) {

  public static final String TYPE = "type";
  public static final String REGION = "region";
  public static final String MEMBER = "member";
  public static final String THEME = "theme";
  public static final String LANGUAGE = "language";
  public static final String YEAR = "year";
  public static final String LEVEL = "level";

  /** What kind of its type an item is. */
  public static final String KIND = "kind";

  /** For whom an item is. */
  public static final String AUDIENCE = "audience";

  /** From whom an item comes: the body or the Member that answers for it. */
  public static final String SOURCE = "source";

  /** Code of the course that an item is, or is held of. */
  public static final String COURSE = "course";

  /** Stands between two parts of a text. */
  static final char BREAK = '\u2029';

  /** The visibility term that everybody holds, signed in or not. */
  public static final String PUBLIC = "public";

  /**
   * The words of an item in one language; the body is plain text, without markup.
   *
   * @param starts where the parts of the body begin, such as the pages of a document; empty where
   *     it is one piece
   */
  public record Text(String title, String summary, String body, List<Integer> starts) {
    public Text(String title, String summary, String body) {
      this(title, summary, body, List.of());
    }

    /** A text in parts, which are numbered from one. */
    static Text of(String title, List<String> parts) {
      StringBuilder body = new StringBuilder();
      List<Integer> starts = new ArrayList<>();
      for (String part : parts) {
        starts.add(body.length());
        body.append(part).append(BREAK);
      }
      return new Text(title, "", body.toString(), starts);
    }

    public Text {
      starts = List.copyOf(starts);
      title = Objects.requireNonNullElse(title, "");
      summary = Objects.requireNonNullElse(summary, "");
      body = Objects.requireNonNullElse(body, "");
    }
  }

  public SearchDocument {
    Objects.requireNonNull(kind, "kind");
    code = Objects.requireNonNullElse(code, "");
    path = Objects.requireNonNullElse(path, "");
    texts = Map.copyOf(texts);
    facets = Map.copyOf(facets);
    details = Map.copyOf(details);
    relations = List.copyOf(relations);
    under = Objects.requireNonNullElse(under, "");
    visibility = Set.copyOf(visibility);
  }

  /** Whether others are under it. */
  boolean leads() {
    return under.equals(IndexFields.key(kind, id));
  }

  public static Builder of(String kind, long id) {
    return new Builder(kind, id);
  }

  /**
   * Collects a document; the type facet and one language facet value per text come by themselves.
   */
  public static final class Builder {
    private final String kind;
    private final long id;
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final Map<String, Set<String>> facets = new LinkedHashMap<>();
    private final Map<String, String> details = new LinkedHashMap<>();
    private final Set<String> visibility = new LinkedHashSet<>();
    private String code = "";
    private String path = "";
    private Instant date;
    private Instant published;
    private int reuses;
    private Rights rights;
    private List<String> relations = List.of();
    private String under = "";

    private Builder(String kind, long id) {
      this.kind = kind;
      this.id = id;
      facet(TYPE, kind);
    }

    public Builder code(String value) {
      code = value;
      return this;
    }

    public Builder path(String value) {
      path = value;
      return this;
    }

    public Builder text(String language, String title, String summary, String body) {
      texts.put(language, new Text(title, summary, body));
      return facet(LANGUAGE, language);
    }

    /** A text in parts, such as pages, of which a hit names the one that has the words. */
    public Builder parts(String language, String title, List<String> parts) {
      texts.put(language, Text.of(title, parts));
      return facet(LANGUAGE, language);
    }

    /**
     * Adds a value to a dimension; nulls and blanks are passed over, as optional properties often
     * have none.
     */
    public Builder facet(String dimension, String value) {
      if (value != null && !value.isBlank()) {
        facets.computeIfAbsent(dimension, d -> new LinkedHashSet<>()).add(value);
      }
      return this;
    }

    public Builder facet(String dimension, Collection<String> values) {
      values.forEach(value -> facet(dimension, value));
      return this;
    }

    public Builder detail(String name, String value) {
      details.put(name, value);
      return this;
    }

    public Builder date(Instant value) {
      date = value;
      return this;
    }

    public Builder published(Instant value) {
      published = value;
      return this;
    }

    public Builder reuses(int value) {
      reuses = value;
      return this;
    }

    public Builder rights(Rights value) {
      rights = value;
      return this;
    }

    public Builder relations(List<String> value) {
      relations = value;
      return this;
    }

    /** One of many that belong to this item; of a page of hits they take one place with it. */
    public Builder under(String leadingKind, long leadingId) {
      under = IndexFields.key(leadingKind, leadingId);
      return this;
    }

    /** What is under it, if anything is, is shown by it. */
    public Builder leading() {
      return under(kind, id);
    }

    public Builder visibleTo(String... terms) {
      visibility.addAll(Set.of(terms));
      return this;
    }

    public Builder visibleTo(Collection<String> terms) {
      visibility.addAll(terms);
      return this;
    }

    public SearchDocument build() {
      return new SearchDocument(
          kind,
          id,
          code,
          path,
          texts,
          facets,
          details,
          date,
          published,
          reuses,
          rights,
          relations,
          under,
          visibility);
    }
  }
}
