package org.portolan.finding.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.finding.Facet;
import org.portolan.finding.FacetLabels;
import org.portolan.finding.Finding;
import org.portolan.finding.SearchAddress;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.SearchResult;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.Problem;
import org.portolan.platform.web.QueryParameters;

/** Search for programs: the same hits and counts as on the page. */
@OpenTo("everyone")
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
  private static final int MOST = 50;

  @Inject private Finding finding;
  @Inject private FacetLabels labels;
  @Inject private CurrentLanguage language;

  @GET
  public Found search(
      @QueryParam("q") String words,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("10") String limit,
      @QueryParam(SearchAddress.FROM) String from,
      @QueryParam(SearchAddress.TO) String to,
      @QueryParam(SearchAddress.SORT) String sort,
      @QueryParam("facets") String counted,
      @QueryParam("snippets") @DefaultValue("true") String snippets,
      @Context UriInfo asked) {
    int size = QueryParameters.limit(limit, MOST);
    SearchAddress address = SearchAddress.of(asked.getQueryParameters()::get);
    boolean whole = !snippets.equals("false");
    SearchResult result =
        finding.find(address, language.get(), cursor, size, facets(counted), whole);
    if (!result.ready()) {
      throw new Problem(
          503, "search-not-ready", "The search is getting ready", "Try again in a few seconds.");
    }
    Map<String, Set<String>> unknown = labels.unknown(address.filters());
    return new Found(
        result.total(),
        result.exact(),
        result.hits().stream().map(hit -> hit(hit, whole)).toList(),
        facets(result),
        result.understood().isEmpty() ? null : result.understood(),
        result.meant(),
        result.next(),
        unknown.isEmpty() ? null : unknown);
  }

  private static FoundHit hit(SearchResult.Hit hit, boolean whole) {
    return new FoundHit(
        hit.kind(),
        hit.code(),
        hit.path(),
        hit.title(),
        hit.titleLanguage(),
        hit.languages(),
        whole ? pieces(hit.markedTitle()) : null,
        whole ? pieces(hit.snippet()) : null,
        hit.part() == 0 ? null : hit.part(),
        hit.reasons().isEmpty()
            ? null
            : hit.reasons().stream()
                .map(
                    reason ->
                        new FoundBy(
                            reason.typed(), reason.wording().text(), reason.wording().language()))
                .toList());
  }

  /** All dimensions, unless it is said which: some, separated by commas, or none. */
  private static List<String> facets(String counted) {
    if (counted == null) {
      return Facet.counted();
    }
    List<String> named = Arrays.asList(counted.split(","));
    return Facet.counted().stream().filter(named::contains).toList();
  }

  private static List<Segment> pieces(List<SearchResult.Piece> pieces) {
    return pieces.stream().map(piece -> new Segment(piece.text(), piece.marked())).toList();
  }

  private Map<String, List<Value>> facets(SearchResult result) {
    Language reader = language.get();
    Map<String, List<Value>> facets = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      if (!result.facets().containsKey(facet.dimension())) {
        continue;
      }
      facets.put(
          facet.dimension(),
          result.facets().get(facet.dimension()).stream()
              .map(
                  count ->
                      new Value(
                          count.value(), labels.of(facet, count.value(), reader), count.count()))
              .toList());
    }
    return facets;
  }

  /**
   * One page of what was found.
   *
   * @param exact false where no facets were asked for and there are more than the total says
   * @param understood what was typed and taken for more than words; left out where nothing was
   * @param meant the words as they may have been meant, where one of them stands nowhere; left out
   *     where there is nothing to propose
   * @param next null on the last
   * @param unknown filter values that mean nothing, by parameter; left out where there are none
   */
  public record Found(
      long total,
      boolean exact,
      List<FoundHit> hits,
      Map<String, List<Value>> facets,
      List<SearchResult.Understood> understood,
      String meant,
      String next,
      Map<String, Set<String>> unknown) {}

  /**
   * One item found; highlights come as plain pieces, never as markup, and not at all where none are
   * wanted.
   *
   * @param page of a file in which the snippet stands; left out of what has no pages
   */
  public record FoundHit(
      String type,
      String code,
      String path,
      String title,
      String language,
      List<String> languages,
      List<Segment> titleParts,
      List<Segment> snippet,
      Integer page,
      List<FoundBy> foundBy) {}

  /** Another wording by which an item was found that has not the words themselves. */
  public record FoundBy(String typed, String wording, String language) {}

  /** A piece of plain text, marked where it was looked for. */
  public record Segment(String text, boolean marked) {}

  /** A value of a facet, its name in the language asked for, and how many items it has. */
  public record Value(String value, String label, long count) {}
}
