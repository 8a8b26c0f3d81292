package org.portolan.finding.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.portolan.finding.Facet;
import org.portolan.finding.FacetLabels;
import org.portolan.finding.Finding;
import org.portolan.finding.SearchAddress;
import org.portolan.finding.asked.AskedTally;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.search.SearchDocument;
import org.portolan.platform.search.SearchResult;
import org.portolan.platform.search.Wording;
import org.portolan.platform.web.PageParameters;

/** The search page: what was asked, what was found, and how to narrow or widen it. */
@Named
@RequestScoped
public class SearchBean {
  private static final int PAGE = 10;
  private static final int VALUES = 12;

  @Inject private Finding finding;
  @Inject private FacetLabels labels;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private AskedTally tally;

  private SearchAddress address;
  private SearchResult result;
  private boolean continued;

  @PostConstruct
  void load() {
    Map<String, String[]> given =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
    address = SearchAddress.of(name -> given.containsKey(name) ? List.of(given.get(name)) : null);
    String cursor = parameters.get("cursor");
    continued = cursor != null;
    result = finding.page(address, language.get(), cursor, PAGE);
    if (!continued && result.ready() && address.plain()) {
      tally.searched(address.words(), language.get(), result.total());
    }
  }

  public String getWords() {
    return address.words();
  }

  /** The words as they may have been meant; null where there is nothing to propose. */
  public String getMeant() {
    return result.meant();
  }

  public String getMeantAddress() {
    return address.asking(result.meant());
  }

  public boolean isReady() {
    return result.ready();
  }

  public long getTotal() {
    return result.total();
  }

  public int getFilterCount() {
    int limits = (getFrom() == null ? 0 : 1) + (getTo() == null ? 0 : 1);
    return limits + address.filters().values().stream().mapToInt(Set::size).sum();
  }

  public List<FoundItem> getHits() {
    return result.hits().stream().map(this::item).toList();
  }

  public String getNext() {
    return result.next() == null ? null : address.page(result.next());
  }

  /** The first page, when this is a later one. */
  public String getFirst() {
    return continued ? address.page(null) : null;
  }

  /** What is new of this search, for programs that read feeds. */
  public String getAtom() {
    return address.feed("atom", language.get());
  }

  public String getRss() {
    return address.feed("rss", language.get());
  }

  /** Whether something was asked for that could be kept. */
  public boolean isSavable() {
    return !address.words().isEmpty() || getFilterCount() > 0;
  }

  /** Where this search is kept, which asks a visitor to sign in first. */
  public String getSave() {
    return SavedSearchesBean.PAGE + "/new?" + address.asKept().query();
  }

  public String getUnfiltered() {
    return address.unfiltered();
  }

  /** The chosen filters in words, each with the address of the search without it. */
  public List<FacetChoice> getChips() {
    List<FacetChoice> chips = new ArrayList<>();
    address
        .filters()
        .forEach(
            (dimension, values) ->
                Facet.of(dimension)
                    .ifPresent(facet -> values.forEach(value -> chips.add(chosen(facet, value)))));
    if (getFrom() != null) {
      chips.add(limit(SearchAddress.FROM, getFrom()));
    }
    if (getTo() != null) {
      chips.add(limit(SearchAddress.TO, getTo()));
    }
    return chips;
  }

  private FacetChoice limit(String name, LocalDate day) {
    return new FacetChoice(
        Texts.format(language.get(), "finding.date." + name + ".day", formats.date(day)),
        0,
        true,
        address.withoutLimit(name));
  }

  public LocalDate getFrom() {
    return address.period().from();
  }

  public LocalDate getTo() {
    return address.period().to();
  }

  /** What the form of the period has to keep: the filters and the order. */
  public List<Map.Entry<String, String>> getKept() {
    List<Map.Entry<String, String>> kept = new ArrayList<>();
    address
        .filters()
        .forEach((name, values) -> values.forEach(value -> kept.add(Map.entry(name, value))));
    if (!address.sort().isEmpty()) {
      kept.add(Map.entry(SearchAddress.SORT, address.sort()));
    }
    return kept;
  }

  /** The orders in which hits may come. */
  public List<FacetChoice> getOrders() {
    return Stream.of("relevance", "newest", "oldest", "reused")
        .map(
            name ->
                new FacetChoice(
                    Texts.text(language.get(), "finding.sort." + name),
                    0,
                    name.equals(address.sort().isEmpty() ? "relevance" : address.sort()),
                    address.sorted(name)))
        .toList();
  }

  /** What was typed and taken for more than words, in words. */
  public List<String> getUnderstood() {
    return result.understood().stream().map(this::said).toList();
  }

  private String said(SearchResult.Understood understood) {
    String texts = String.join(" · ", understood.texts());
    return Texts.format(
        language.get(),
        "finding.understood." + understood.how().name().toLowerCase(Locale.ROOT),
        texts);
  }

  private FacetChoice chosen(Facet facet, String value) {
    return new FacetChoice(
        labels.of(facet, value, language.get()),
        0,
        true,
        address.without(facet.dimension(), value));
  }

  public List<FacetGroup> getFacets() {
    List<FacetGroup> groups = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      List<FacetChoice> choices =
          result.facets().getOrDefault(facet.dimension(), List.of()).stream()
              .limit(VALUES)
              .map(count -> choice(facet, count))
              .toList();
      if (!choices.isEmpty()) {
        groups.add(new FacetGroup(facet.dimension(), choices));
      }
    }
    return groups;
  }

  private FacetChoice choice(Facet facet, SearchResult.FacetCount count) {
    boolean chosen = address.chosen(facet.dimension(), count.value());
    return new FacetChoice(
        labels.of(facet, count.value(), language.get()),
        count.count(),
        chosen,
        chosen
            ? address.without(facet.dimension(), count.value())
            : address.with(facet.dimension(), count.value()));
  }

  private FoundItem item(SearchResult.Hit hit) {
    Language reader = language.get();
    List<String> others =
        hit.languages().stream()
            .filter(each -> !each.equals(hit.titleLanguage()))
            .map(each -> labels.of(Facet.LANGUAGE, each, reader))
            .toList();
    return new FoundItem(
        hit.kind(),
        labels.of(Facet.TYPE, hit.kind(), reader),
        address(hit),
        hit.titleLanguage(),
        Language.of(hit.titleLanguage()).map(Language::direction).orElse("ltr"),
        hit.titleLanguage().equals(reader.code())
            ? null
            : labels.of(Facet.LANGUAGE, hit.titleLanguage(), reader),
        hit.markedTitle(),
        hit.snippet(),
        hit.details().get("practice"),
        part(hit),
        hit.reasons().stream().map(this::because).toList(),
        place(hit),
        only(hit, Facet.THEME),
        reuses(hit),
        days(hit),
        hit.details().containsKey("firstDay") ? null : only(hit, Facet.YEAR),
        others.isEmpty() ? null : String.join(", ", others),
        hit.others() == 0 ? null : Texts.format(language.get(), "finding.more", hit.others()),
        hit.others() == 0 ? null : sessions(hit));
  }

  private String sessions(SearchResult.Hit hit) {
    Set<String> course = hit.facets().getOrDefault(SearchDocument.COURSE, Set.of());
    return course.isEmpty()
        ? address.with(SearchDocument.TYPE, "session")
        : address.sessionsOf(course.iterator().next());
  }

  /** Of a text in pages, the one that has the words. */
  private static String address(SearchResult.Hit hit) {
    return hit.part() == 0 ? hit.path() : hit.path() + "?page=" + hit.part();
  }

  /**
   * The page, slide or sheet that has the words, in words; null where there is none to be named.
   */
  private String part(SearchResult.Hit hit) {
    String unit = hit.details().getOrDefault("unit", "none");
    return hit.part() == 0 || unit.equals("none")
        ? null
        : Texts.format(language.get(), "finding.part." + unit, hit.part());
  }

  private FoundBy because(SearchResult.Reason reason) {
    Wording wording = reason.wording();
    return new FoundBy(
        wording.text(),
        wording.language(),
        Texts.format(
            language.get(),
            "finding.why." + wording.relation().name().toLowerCase(Locale.ROOT),
            labels.of(Facet.LANGUAGE, wording.language(), language.get()),
            reason.typed()));
  }

  /** By how many administrations it was used, in words; null where by none. */
  private String reuses(SearchResult.Hit hit) {
    String reuses = hit.details().get("reuses");
    return reuses == null
        ? null
        : Texts.format(language.get(), "finding.reused", Integer.valueOf(reuses));
  }

  /** The days of what has days: sessions of one course differ in nothing else. */
  private String days(SearchResult.Hit hit) {
    String first = hit.details().get("firstDay");
    if (first == null) {
      String timing = hit.details().get("timing");
      return timing == null ? null : Texts.text(language.get(), "finding.timing." + timing);
    }
    return formats.days(LocalDate.parse(first), LocalDate.parse(hit.details().get("lastDay")));
  }

  private String place(SearchResult.Hit hit) {
    String centre = hit.details().get("centre");
    return centre == null ? only(hit, Facet.REGION) : labels.centre(centre, language.get());
  }

  /** The value of a dimension in words where the item has exactly one; several say too little. */
  private String only(SearchResult.Hit hit, Facet facet) {
    var values = hit.facets().getOrDefault(facet.dimension(), Set.of());
    return values.size() == 1 ? labels.of(facet, values.iterator().next(), language.get()) : null;
  }

  /** Name of the icon in the sprite for a type of item. */
  public String icon(String kind) {
    return switch (kind) {
      case "course" -> "learn";
      case "session" -> "calendar";
      case "centre", "body" -> "pin";
      case "collection" -> "list";
      case "attachment" -> "file";
      default -> "book";
    };
  }

  /** A dimension with the values that may be chosen. */
  public record FacetGroup(String dimension, List<FacetChoice> choices) {}

  /** One value and where choosing it, or taking it back, leads. */
  public record FacetChoice(String label, long count, boolean chosen, String address) {}

  /** Another wording by which something was found, and what it has to do with what was typed. */
  public record FoundBy(String wording, String language, String meaning) {}

  /**
   * One hit in the words of the reader; what is null is not shown.
   *
   * @param foreign name of the language of title and passage where it is not the reader's
   * @param attachedTo title of what it belongs to, of an attachment
   * @param part the page of it that has the words
   * @param also names of the other languages in which the item exists
   * @param more how many more sessions of the same course were found
   * @param sessions where those of them stand that were found
   */
  public record FoundItem(
      String kind,
      String type,
      String path,
      String language,
      String direction,
      String foreign,
      List<SearchResult.Piece> title,
      List<SearchResult.Piece> passage,
      String attachedTo,
      String part,
      List<FoundBy> reasons,
      String place,
      String theme,
      String reused,
      String days,
      String year,
      String also,
      String more,
      String sessions) {}
}
