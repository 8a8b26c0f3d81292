package org.portolan.catalog.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.ComingSession;
import org.portolan.catalog.ComingSessions;
import org.portolan.catalog.CourseFilter;
import org.portolan.catalog.CoursePage;
import org.portolan.catalog.CourseSummary;
import org.portolan.catalog.Level;
import org.portolan.catalog.Mode;
import org.portolan.catalog.Themes;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Address;
import org.portolan.platform.web.Chip;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** The catalogue: courses by filter, page by page. */
@Named("coursesPage")
@RequestScoped
public class CoursesBean {
  private static final String PATH = "/catalog";

  @Inject private PageParameters parameters;
  @Inject private Catalog catalog;
  @Inject private Themes themes;
  @Inject private Directory directory;
  @Inject private Instance<ComingSessions> sessions;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;
  @Inject private Formats formats;

  private CourseFilter filter;
  private CoursePage page;
  private List<CourseRow> rows;

  @PostConstruct
  void read() {
    filter =
        new CourseFilter(
            parameters.get("theme"),
            parameters.get("language"),
            parameters.get("region"),
            parameters.get("mode"),
            parameters.get("level"),
            (int) Math.min(10_000, parameters.number("page", 1)));
    page = catalog.list(filter, language.get());
    if (page.page() > page.pages()) {
      // an address kept from when there was more: the last page says more than none
      filter = filter.at(page.pages());
      page = catalog.list(filter, language.get());
    }
    List<Long> ids = page.items().stream().map(course -> course.facts().id()).toList();
    Map<Long, ComingSession> next =
        ids.isEmpty() || sessions.isUnsatisfied() ? Map.of() : sessions.get().next(ids);
    rows = page.items().stream().map(course -> row(course, next)).toList();
  }

  public CoursePage getPage() {
    return page;
  }

  public List<CourseRow> getRows() {
    return rows;
  }

  public int getFilterCount() {
    return filter.chosen().size();
  }

  public List<Choice> getThemes() {
    return themes.all().stream()
        .map(theme -> choice(theme.code(), theme.name().in(language.get()), filter.theme()))
        .toList();
  }

  public List<Choice> getRegions() {
    return directory.regions().stream()
        .map(region -> choice(region.code(), region.name().in(language.get()), filter.region()))
        .toList();
  }

  public List<Choice> getLanguages() {
    return choices(
        Arrays.stream(Language.values()).map(Language::code),
        formats::languageName,
        filter.language());
  }

  public List<Choice> getModes() {
    return choices(
        Arrays.stream(Mode.values()).map(Mode::code),
        code -> texts.get("catalog.mode." + code),
        filter.mode());
  }

  public List<Choice> getLevels() {
    return choices(
        Arrays.stream(Level.values()).map(Level::code),
        code -> texts.get("catalog.level." + code),
        filter.level());
  }

  public List<Chip> getChips() {
    return filter.chosen().entrySet().stream()
        .map(
            entry ->
                new Chip(
                    label(entry.getKey(), entry.getValue()),
                    Address.of(PATH, filter.without(entry.getKey()).chosen())))
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
                    Address.of(PATH, filter.without(entry.getKey()).chosen())))
        .toList();
  }

  /** Values that mean nothing, as they were given. */
  public String getUnknown() {
    return String.join(", ", page.unknown().values());
  }

  public String addressOfPage(int number) {
    Map<String, String> parts = new LinkedHashMap<>(filter.chosen());
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
        switch (dimension) {
          case "theme" -> themes.find(value).map(t -> t.name().in(language.get())).orElse(null);
          case "region" ->
              directory.findRegion(value).map(r -> r.name().in(language.get())).orElse(null);
          case "language" ->
              Language.of(value).map(code -> formats.languageName(code.code())).orElse(null);
          case "mode" -> Mode.of(value).map(m -> texts.get("catalog.mode." + value)).orElse(null);
          case "level" ->
              Level.of(value).map(l -> texts.get("catalog.level." + value)).orElse(null);
          default -> null;
        };
    return known == null ? value : known;
  }

  private static List<Choice> choices(
      Stream<String> codes, Function<String, String> label, String chosen) {
    return codes.map(code -> choice(code, label.apply(code), chosen)).toList();
  }

  private static Choice choice(String code, String label, String chosen) {
    return new Choice(code, label, code.equals(chosen));
  }
}
