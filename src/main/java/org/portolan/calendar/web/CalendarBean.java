package org.portolan.calendar.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFilter;
import org.portolan.calendar.SessionPage;
import org.portolan.catalog.Themes;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.Address;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;
import org.portolan.region.RegionSummary;

/** The first page of the calendar: centres and regions to choose, and what comes soon. */
@Named("calendarPage")
@RequestScoped
public class CalendarBean {
  private static final String PATH = "/calendar";
  private static final int PAGE_SIZE = 20;

  @Inject private PageParameters parameters;
  @Inject private CalendarService calendar;
  @Inject private Themes themes;
  @Inject private Directory directory;
  @Inject private FilterWords words;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;

  private SessionFilter filter;
  private SessionPage page;

  @PostConstruct
  void read() {
    filter =
        new SessionFilter(
            null,
            parameters.get("region"),
            parameters.get("theme"),
            parameters.get("language"),
            calendar.today("UTC"),
            null);
    page = calendar.list(filter, parameters.get("cursor"), PAGE_SIZE, language.get());
  }

  public SessionPage getPage() {
    return page;
  }

  public Agenda getAgenda() {
    return Agenda.of(page.items());
  }

  public String getUnknown() {
    return String.join(", ", page.unknown().values());
  }

  public String getNext() {
    Map<String, String> parts = new LinkedHashMap<>(filter.chosen());
    parts.put("cursor", String.valueOf(page.next()));
    return Address.of(PATH, parts);
  }

  /** Address of the feed of what is chosen, or null where that is nothing, or is not known. */
  public String getFeed() {
    return getChosen() == null ? null : FeedAddress.of(filter);
  }

  /** What is chosen, in words, or null. */
  public String getChosen() {
    return words.of(filter, language.get()).orElse(null);
  }

  public List<RegionSummary> getAllRegions() {
    return directory.regions();
  }

  public List<CentreSummary> centres(String region) {
    return directory.trainingCentres().stream()
        .filter(centre -> centre.regionCode().equals(region))
        .toList();
  }

  public List<Choice> getRegions() {
    return directory.regions().stream()
        .map(
            region ->
                new Choice(
                    region.code(),
                    region.name().in(language.get()),
                    region.code().equals(filter.region())))
        .toList();
  }

  public List<Choice> getThemes() {
    return themes.all().stream()
        .map(
            theme ->
                new Choice(
                    theme.code(),
                    theme.name().in(language.get()),
                    theme.code().equals(filter.theme())))
        .toList();
  }

  public List<Choice> getLanguages() {
    return Arrays.stream(Language.values())
        .map(
            each ->
                new Choice(
                    each.code(),
                    formats.languageName(each.code()),
                    each.code().equals(filter.language())))
        .toList();
  }
}
