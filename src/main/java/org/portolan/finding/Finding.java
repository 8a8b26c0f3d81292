package org.portolan.finding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.portolan.people.colleague.Colleague;
import org.portolan.people.colleague.Colleagues;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Search;
import org.portolan.platform.search.SearchQuery;
import org.portolan.platform.search.SearchResult;
import org.portolan.platform.search.Similar;
import org.portolan.platform.search.SimilarItems;
import org.portolan.platform.search.Suggestion;
import org.portolan.platform.search.Suggestions;
import org.portolan.platform.security.SignedIn;
import org.portolan.region.Belonging;
import org.portolan.thesaurus.Term;
import org.portolan.thesaurus.TermBeginnings;
import org.portolan.thesaurus.TermBeginnings.Begun;

/** Searches in the name of whoever asks: nobody finds, or sees counted, what they may not see. */
@ApplicationScoped
public class Finding {
  /** What a suggestion is that leads to a concept: no type of what is found. */
  public static final String CONCEPT = "concept";

  /** What a suggestion is that leads to somebody who agreed to be found: nothing that is found. */
  public static final String PERSON = "person";

  private static final int LONGEST = 300;
  private static final int SUGGESTED = 8;
  private static final int CONCEPTS = 2;
  private static final int PEOPLE = 2;

  @Inject private Search search;
  @Inject private Suggestions suggestions;
  @Inject private SimilarItems similar;
  @Inject private TermBeginnings terms;
  @Inject private Belonging belonging;
  @Inject private Colleagues colleagues;

  /**
   * One page of what is found, with all facets counted.
   *
   * @param filters values by dimension, several of one widen; dimensions that are none are passed
   *     over
   */
  public SearchResult find(
      String words, Language reader, Map<String, Set<String>> filters, String cursor, int limit) {
    SearchAddress address = new SearchAddress(words, filters);
    return find(address, reader, cursor, limit, Facet.counted(), true);
  }

  /**
   * The same within a period, in the order asked for, with these facets counted.
   *
   * @param snippets whether it is shown what the items say of the words; titles alone cost less
   */
  public SearchResult find(
      SearchAddress address,
      Language reader,
      String cursor,
      int limit,
      List<String> facets,
      boolean snippets) {
    return search.search(
        query(address, reader, belonging.visibility())
            .cursor(cursor)
            .limit(limit)
            .sort(address.order())
            .facets(facets.toArray(String[]::new))
            .snippets(snippets)
            .build());
  }

  /** A page for readers, with all facets: the sessions of a course take one place with it. */
  public SearchResult page(SearchAddress address, Language reader, String cursor, int limit) {
    return search.search(
        query(address, reader, belonging.visibility())
            .cursor(cursor)
            .limit(limit)
            .sort(address.order())
            .facets(Facet.counted().toArray(String[]::new))
            .folded()
            .build());
  }

  /** What of it was published last, the last first; what has no such moment is left out. */
  public SearchResult latest(SearchAddress address, Language reader, int limit) {
    return search.search(
        query(address, reader, belonging.visibility())
            .published(Instant.EPOCH, null)
            .sort(SearchQuery.Sort.LATEST)
            .limit(limit)
            .build());
  }

  /**
   * What of it was published from a moment on and before another, the last first, as far as this
   * person may find it now.
   */
  public SearchResult published(
      SearchAddress address,
      Language reader,
      Instant from,
      Instant before,
      int limit,
      SignedIn person) {
    return search.search(
        query(address, reader, belonging.visibility(person))
            .published(from, before)
            .sort(SearchQuery.Sort.LATEST)
            .limit(limit)
            .build());
  }

  private static SearchQuery.Builder query(
      SearchAddress address, Language reader, Set<String> visibility) {
    Period period = address.period();
    SearchQuery.Builder query =
        SearchQuery.of(shortened(address.words()), reader.code())
            .visibleTo(visibility)
            .dated(period.start(), period.end());
    address
        .filters()
        .forEach(
            (dimension, values) ->
                Facet.of(dimension)
                    .ifPresent(f -> values.forEach(value -> query.filter(dimension, value))));
    return query;
  }

  /**
   * Titles that begin like what is being typed, and after them concepts and colleagues who are
   * called so.
   */
  public List<Suggestion> suggest(String beginning, Language reader) {
    String typed = shortened(beginning);
    List<Suggestion> concepts =
        terms.begun(typed, reader.code(), CONCEPTS).stream().map(Finding::concept).toList();
    List<Suggestion> titles = suggestions.suggest(typed, reader.code(), belonging.visibility());
    List<Suggestion> people =
        colleagues.begun(typed, PEOPLE).stream().map(each -> person(each, reader)).toList();
    int others = concepts.size() + people.size();
    return Stream.of(titles.stream().limit(SUGGESTED - others), concepts.stream(), people.stream())
        .flatMap(each -> each)
        .toList();
  }

  /** What is about the same as an item, of all that this person may find. */
  public Similar similar(String kind, String code, Language reader) {
    return similar.of(kind, code, reader.code(), belonging.visibility());
  }

  private static Suggestion person(Colleague colleague, Language reader) {
    return new Suggestion(
        colleague.name(), reader.code(), PERSON, "", "/colleagues/" + colleague.id());
  }

  private static Suggestion concept(Begun begun) {
    Term term = begun.term();
    String code = begun.concept();
    return new Suggestion(term.text(), term.language(), CONCEPT, code, "/thesaurus/" + code);
  }

  static String shortened(String words) {
    return words == null ? "" : words.length() > LONGEST ? words.substring(0, LONGEST) : words;
  }
}
