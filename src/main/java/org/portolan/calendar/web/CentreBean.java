package org.portolan.calendar.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.MonthGrid;
import org.portolan.calendar.SessionFilter;
import org.portolan.calendar.SessionPage;
import org.portolan.calendar.SessionSummary;
import org.portolan.catalog.Themes;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.Address;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/** The calendar of a centre, as an agenda or as a month. */
@Named("centrePage")
@RequestScoped
public class CentreBean {
  private static final int MOST = 200;
  private static final int LONG_AGO = 2000;
  private static final int FAR_AWAY = 2100;

  @Inject private PageParameters parameters;
  @Inject private CalendarService calendar;
  @Inject private Themes themes;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;

  private CentreSummary centre;
  private LocalDate today;
  private YearMonth month;
  private boolean monthView;
  private SessionPage page;
  private Agenda agenda;
  private List<SessionSummary> withoutDays = List.of();
  private MonthGrid grid;

  @PostConstruct
  void read() {
    String code = parameters.get("code");
    centre =
        directory
            .findCentre(code == null ? "" : code)
            .orElseThrow(() -> new NotFound("centre " + code));
    today = calendar.today(centre.zone());
    month = month(parameters.get("month"), YearMonth.from(today));
    monthView = "month".equals(parameters.get("view"));
    if (monthView) {
      grid = calendar.month(centre.code(), month, language.get());
    } else {
      page =
          calendar.list(
              SessionFilter.ofCentre(centre.code(), today, null),
              parameters.get("cursor"),
              MOST,
              language.get());
      agenda = Agenda.of(page.items());
      withoutDays = calendar.withoutDays(centre.code(), MOST, language.get());
    }
  }

  public CentreSummary getCentre() {
    return centre;
  }

  public String getName() {
    return centre.name().in(language.get());
  }

  public String getRegionName() {
    return directory
        .findRegion(centre.regionCode())
        .map(region -> region.name().in(language.get()))
        .orElse(centre.regionCode());
  }

  public boolean isMonthView() {
    return monthView;
  }

  public Agenda getAgenda() {
    return agenda;
  }

  /** What stands in no calendar. */
  public List<SessionSummary> getWithoutDays() {
    return withoutDays;
  }

  /** Where the agenda goes on, or null. */
  public String getLater() {
    return page.next() == null
        ? null
        : Address.of("/calendar/centre/" + centre.code(), Map.of("cursor", page.next()));
  }

  /** Whether the agenda begins later than with what comes next. */
  public boolean isFurther() {
    return parameters.get("cursor") != null;
  }

  public MonthGrid getGrid() {
    return grid;
  }

  public YearMonth getMonth() {
    return month;
  }

  public YearMonth getPrevious() {
    return month.minusMonths(1);
  }

  public YearMonth getNext() {
    return month.plusMonths(1);
  }

  /** Names of the days of the week, Monday first. */
  public List<String> getWeekdays() {
    Locale locale = language.get().locale();
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale))
        .toList();
  }

  public LocalDate getToday() {
    return today;
  }

  public String dayClass(MonthGrid.Day day) {
    return (day.inMonth() ? "in" : "out") + (day.date().equals(today) ? " today" : "");
  }

  /** Colour by the family of its theme, pattern by its state; both are also said in words. */
  public String eventClass(SessionSummary session) {
    String family =
        themes
            .find(session.facts().themeCode())
            .map(theme -> theme.packageCode().toLowerCase(Locale.ROOT))
            .orElse("");
    return "ev " + family + " " + session.facts().state().code();
  }

  private static YearMonth month(String given, YearMonth otherwise) {
    try {
      YearMonth month = given == null ? otherwise : YearMonth.parse(given);
      return month.getYear() < LONG_AGO || month.getYear() > FAR_AWAY ? otherwise : month;
    } catch (DateTimeException e) {
      return otherwise;
    }
  }
}
