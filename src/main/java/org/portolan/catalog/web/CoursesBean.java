package org.portolan.catalog.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.catalog.Audience;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CatalogueKind;
import org.portolan.catalog.ComingSession;
import org.portolan.catalog.ComingSessions;
import org.portolan.catalog.CourseFacets;
import org.portolan.catalog.CourseFilter;
import org.portolan.catalog.CourseOrder;
import org.portolan.catalog.CoursePage;
import org.portolan.catalog.CourseSummary;
import org.portolan.catalog.Facet;
import org.portolan.catalog.Level;
import org.portolan.catalog.Mode;
import org.portolan.catalog.PackageSummary;
import org.portolan.catalog.ThemeSummary;
import org.portolan.catalog.Themes;
import org.portolan.catalog.web.CatalogueList.FacetList;
import org.portolan.competency.Competencies;
import org.portolan.competency.CompetencySummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Address;
import org.portolan.platform.web.Chip;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;
import org.portolan.platform.web.Writes;
import org.portolan.region.BodySummary;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;
import org.portolan.region.RegionSummary;

/** The catalogue: courses by filter, page by page. */
@Named("coursesPage")
@RequestScoped
public class CoursesBean {
  private static final String PATH = "/catalog";

  @Inject private PageParameters parameters;
  @Inject private Catalog catalog;
  @Inject private CatalogueLists lists;
  @Inject private Writes writes;
  @Inject private Themes themes;
  @Inject private Competencies competencies;
  @Inject private Directory directory;
  @Inject private Instance<ComingSessions> sessions;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;
  @Inject private Formats formats;

  private CourseFilter filter;
  private CatalogueList list;

  @PostConstruct
  void read() {
    CourseFilter asked =
        CourseFilter.of(parameters::get, (int) Math.min(10_000, parameters.number("page", 1)));
    filter = asked;
    list = lists.get(asked, language.get(), writes.count(), this::make);
    filter = list.filter();
  }

  private CatalogueList make() {
    CoursePage page = catalog.list(filter, language.get());
    if (page.page() > page.pages()) {
      // an address kept from when there was more: the last page says more than none
      filter = filter.at(page.pages());
      page = catalog.list(filter, language.get());
    }
    List<Long> ids = page.items().stream().map(course -> course.facts().id()).toList();
    Map<Long, ComingSession> next =
        ids.isEmpty() || sessions.isUnsatisfied() ? Map.of() : sessions.get().next(ids);
    return new CatalogueList(
        filter,
        page,
        page.items().stream().map(course -> row(course, next)).toList(),
        facets(),
        orders());
  }

  /** All that the list shows: the key of its markup. */
  public CatalogueList getList() {
    return list;
  }

  public CoursePage getPage() {
    return list.page();
  }

  public List<CourseRow> getRows() {
    return list.rows();
  }

  public int getFilterCount() {
    return filter.chosen().size();
  }

  /** What is looked for in titles; may be null. */
  public String getWords() {
    return filter.words();
  }

  public List<FacetList> getFacets() {
    return list.facets();
  }

  public List<Choice> getOrders() {
    return list.orders();
  }

  /** The lists to choose from, each with how many courses every value would show. */
  private List<FacetList> facets() {
    CourseFacets counts = catalog.facets(filter);
    return Arrays.stream(Facet.values())
        .map(facet -> new FacetList(facet.code(), choices(facet, counts.of(facet))))
        .filter(each -> each.choices().size() > 1 || filter.chosen().containsKey(each.code()))
        .toList();
  }

  private List<Choice> choices(Facet facet, Map<String, Integer> counts) {
    String chosen = filter.value(facet);
    List<Choice> choices =
        values(facet, counts.keySet())
            .filter(value -> counts.containsKey(value) || value.equals(chosen))
            .map(
                value ->
                    new Choice(
                        value,
                        label(facet.code(), value) + " (" + counts.getOrDefault(value, 0) + ")",
                        value.equals(chosen)))
            .collect(Collectors.toCollection(ArrayList::new));
    if (chosen != null && choices.stream().noneMatch(Choice::chosen)) {
      // a value that nobody offers is named as it came, so that the reader sees what finds nothing
      choices.add(0, new Choice(chosen, chosen, true));
    }
    return choices;
  }

  /** In the order in which people list them. */
  private Stream<String> values(Facet facet, Collection<String> counted) {
    return switch (facet) {
      case PACKAGE -> themes.packages().stream().map(PackageSummary::code);
      case THEME -> themes.all().stream().map(ThemeSummary::code);
      case LANGUAGE -> Arrays.stream(Language.values()).map(Language::code);
      case CATALOGUE -> Arrays.stream(CatalogueKind.values()).map(CatalogueKind::code);
      case REGION -> directory.regions().stream().map(RegionSummary::code);
      case MEMBER -> directory.members().stream().map(MemberSummary::code);
      case CENTRE -> directory.everyBody().stream().map(BodySummary::code);
      case MODE -> Arrays.stream(Mode.values()).map(Mode::code);
      case LEVEL -> Arrays.stream(Level.values()).map(Level::code);
      case AUDIENCE -> Arrays.stream(Audience.values()).map(Audience::code);
      case COMPETENCY -> competencies.all().stream().map(CompetencySummary::code);
      case INSTRUMENT, SPONSOR -> counted.stream();
    };
  }

  private List<Choice> orders() {
    return Arrays.stream(CourseOrder.values())
        .map(
            order ->
                new Choice(
                    order.code(),
                    texts.get("catalog.sort." + order.code()),
                    order == filter.order()))
        .toList();
  }

  /** For words that stand in no title: courses that are called nearly so. */
  public List<CourseSummary> getNearest() {
    return filter.words() == null ? List.of() : catalog.nearest(filter.words(), language.get());
  }

  public List<Chip> getChips() {
    return filter.chosen().entrySet().stream()
        .map(
            entry ->
                new Chip(
                    label(entry.getKey(), entry.getValue()),
                    Address.of(PATH, filter.without(entry.getKey()).address())))
        .toList();
  }

  /** For an empty result: what would be there if one filter were dropped. */
  public List<Chip> getWaysOut() {
    return catalog.totalsWithout(filter).entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(
            entry ->
                new Chip(
                    texts.of2(
                        "catalog.courses.without",
                        label(entry.getKey(), filter.chosen().get(entry.getKey())),
                        entry.getValue()),
                    Address.of(PATH, filter.without(entry.getKey()).address())))
        .toList();
  }

  /** Values that mean nothing, as they were given. */
  public String getUnknown() {
    return String.join(", ", list.page().unknown().values());
  }

  public String addressOfPage(int number) {
    Map<String, String> parts = new LinkedHashMap<>(filter.address());
    if (number > 1) {
      parts.put("page", String.valueOf(number));
    }
    return Address.of(PATH, parts);
  }

  private CourseRow row(CourseSummary course, Map<Long, ComingSession> sessionsAhead) {
    ComingSession next = sessionsAhead.get(course.facts().id());
    return new CourseRow(
        course,
        !course.words().language().equals(language.getCode()),
        next,
        next == null
            ? ""
            : directory.findCentre(next.centreCode()).map(centre -> centre.city()).orElse(""));
  }

  private String label(String dimension, String value) {
    String known =
        Facet.of(dimension)
            .map(
                facet ->
                    switch (facet) {
                      case PACKAGE ->
                          themes
                              .findPackage(value)
                              .map(family -> family.name().in(language.get()))
                              .orElse(null);
                      case THEME ->
                          themes
                              .find(value)
                              .map(theme -> theme.name().in(language.get()))
                              .orElse(null);
                      case LANGUAGE ->
                          Language.of(value)
                              .map(found -> formats.languageName(found.code()))
                              .orElse(null);
                      case CATALOGUE ->
                          CatalogueKind.of(value).map(any -> word(facet, value)).orElse(null);
                      case REGION ->
                          directory
                              .findRegion(value)
                              .map(region -> region.name().in(language.get()))
                              .orElse(null);
                      case MEMBER ->
                          directory
                              .findMember(value)
                              .map(member -> member.name().in(language.get()))
                              .orElse(null);
                      case CENTRE ->
                          directory
                              .findCentre(value)
                              .map(centre -> centre.name().in(language.get()))
                              .orElse(null);
                      case MODE -> Mode.of(value).map(any -> word(facet, value)).orElse(null);
                      case LEVEL -> Level.of(value).map(any -> word(facet, value)).orElse(null);
                      case AUDIENCE ->
                          Audience.of(value).map(any -> word(facet, value)).orElse(null);
                      case COMPETENCY ->
                          competencies.all().stream()
                              .filter(competency -> competency.code().equals(value))
                              .findFirst()
                              .map(competency -> competency.name().in(language.get()))
                              .orElse(null);
                      case SPONSOR ->
                          directory
                              .findBody(value)
                              .map(body -> body.name().in(language.get()))
                              .orElse(null);
                      case INSTRUMENT -> value;
                    })
            .orElse(value);
    return known == null ? value : known;
  }

  private String word(Facet facet, String value) {
    return texts.get("catalog." + facet.code() + "." + value);
  }
}
