package org.portolan.calendar.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.CalendarViews;
import org.portolan.calendar.SessionFilter;
import org.portolan.calendar.SessionPage;
import org.portolan.calendar.SessionSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/**
 * What the calendar shows, of everywhere, a region or a centre: the view and the period that the
 * address names, what is chosen, and on whose clocks.
 */
@Named("calendarView")
@RequestScoped
public class CalendarViewBean {
  private static final String PATH = "/calendar";
  private static final String CENTRE_PAGE = "/calendar/centre.xhtml";

  /** So many stand in one day of a month; the others are counted. */
  private static final int MOST_IN_DAY = 6;

  private static final int MOST_IN_DAY_OF_WEEK = 40;
  private static final int PAGE_SIZE = 50;

  @Inject private PageParameters parameters;
  @Inject private CalendarService calendar;
  @Inject private CalendarViews views;
  @Inject private TimelineBuilding timelines;
  @Inject private SessionWords sessionWords;
  @Inject private FilterWords words;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private ReaderZone readerZone;
  @Inject private Formats formats;

  private CentreSummary centre;
  private SessionFilter filter;
  private CalendarAddress asked;
  private ReaderClocks clocks;
  private LocalDate today;
  private List<TimelineBuilding.Kind> kinds = List.of();
  private int part;

  private SessionPage page;
  private Agenda agenda;
  private DayGrid grid;
  private YearGrid year;
  private Timeline timeline;
  private boolean whole = true;

  @PostConstruct
  void read() {
    clocks = readerZone.clocks();
    centre = isOfCentre() ? centre(parameters.get("code")) : null;
    today = calendar.today(todayZone().getId());
    filter = SessionFilter.of(parameters::get);
    if (centre != null) {
      filter = filter.at(centre.code());
    }
    asked = address();
    switch (asked.view()) {
      case AGENDA -> readAgenda();
      case MONTH -> readDays(MOST_IN_DAY);
      case WEEK -> readDays(MOST_IN_DAY_OF_WEEK);
      case YEAR -> readYear();
      case TIMELINE -> readTimeline();
    }
  }

  private static boolean isOfCentre() {
    // a parameter of any page may be called like the one that the routing table takes from a path
    return FacesContext.getCurrentInstance().getViewRoot().getViewId().endsWith(CENTRE_PAGE);
  }

  private CentreSummary centre(String code) {
    return directory
        .findCentre(code == null ? "" : code)
        .orElseThrow(() -> new NotFound("centre " + code));
  }

  private ZoneId todayZone() {
    if (clocks.zone() != null) {
      return clocks.zone();
    }
    return centre == null ? ZoneOffset.UTC : ZoneId.of(centre.zone());
  }

  private CalendarAddress address() {
    View view = View.of(parameters.get("view")).orElse(View.AGENDA);
    Optional<Period> period =
        Period.of(parameters.get("period"))
            // as it was called when there were months only
            .or(() -> view == View.MONTH ? Period.of(parameters.get("month")) : Optional.empty());
    Map<String, String> chosen = new LinkedHashMap<>(filter.chosen());
    if (centre != null) {
      chosen.remove("centre");
    }
    CalendarAddress given =
        new CalendarAddress(
            centre == null ? PATH : PATH + "/centre/" + centre.code(),
            view,
            period.orElse(null),
            chosen,
            null,
            parameters.get("zone"));
    if (view != View.TIMELINE) {
      return given.in(view, today);
    }
    kinds = timelines.kinds(filter.centre() != null);
    String rows = parameters.get("rows");
    boolean known = kinds.stream().anyMatch(kind -> kind.code().equals(rows));
    return given.in(view, today).by(known ? rows : kinds.get(0).code());
  }

  private void readAgenda() {
    Period period = asked.period();
    SessionFilter wanted =
        filter.within(
            period == null ? today : period.first(),
            period == null ? null : period.last(),
            clocks.zone());
    page = calendar.list(wanted, parameters.get("cursor"), PAGE_SIZE, language.get());
    agenda = Agenda.of(page.items().stream().map(this::row).toList());
  }

  private Agenda.Row row(SessionSummary session) {
    return new Agenda.Row(
        session,
        clocks.firstDay(session.facts()),
        sessionWords.when(session.facts(), clocks),
        sessionWords.place(session.facts()),
        sessionWords.atVenue(session.facts(), clocks));
  }

  private DayPlan plan(LocalDate first, LocalDate last) {
    List<SessionSummary> found =
        views.within(filter.within(first, last, clocks.zone()), language.get());
    whole = found.size() < CalendarViews.MOST;
    return new DayPlan(found, clocks, first, last);
  }

  private void readDays(int most) {
    Period period = asked.period();
    DayPlan plan = plan(DayGrid.first(period), DayGrid.last(period));
    grid =
        DayGrid.of(
            period,
            day -> {
              List<List<DayPlan.Held>> held = plan.sessions(day);
              // one more takes no more room than saying so
              int shown = held.size() <= most + 1 ? held.size() : most;
              return new DayGrid.Day(
                  day,
                  period.holds(day),
                  held.stream().limit(shown).map(each -> sessionWords.on(each, clocks)).toList(),
                  held.size() - shown,
                  dayAddress(day));
            });
  }

  private void readYear() {
    Period period = asked.period();
    DayPlan plan = plan(period.first(), period.last());
    year = YearGrid.of(period.first().getYear(), plan::count);
  }

  private void readTimeline() {
    part = (int) Math.min(1000, parameters.number("part", 0));
    TimelineBuilding.Built built = timelines.build(asked, filter, clocks, part);
    timeline = built.timeline();
    whole = built.whole();
  }

  public CentreSummary getCentre() {
    return centre;
  }

  public String getView() {
    return asked.view().code();
  }

  /** A view, and where it is. */
  public record Link(String code, String name, String icon, String address, boolean current) {}

  public List<Link> getViews() {
    return Arrays.stream(View.values())
        .map(
            view ->
                new Link(
                    view.code(),
                    text("calendar.view." + view.code()),
                    view.icon(),
                    (view == View.AGENDA ? asked.with(view, asked.period()) : asked.in(view, today))
                        .text(),
                    view == asked.view()))
        .toList();
  }

  /** What may be the rows of a timeline. */
  public List<Link> getKinds() {
    return kinds.size() < 2
        ? List.of()
        : kinds.stream()
            .map(
                kind ->
                    new Link(
                        kind.code(),
                        kind.title(),
                        null,
                        asked.by(kind.code()).text(),
                        kind.code().equals(asked.rows())))
            .toList();
  }

  public String getRowsName() {
    return kinds.stream()
        .filter(kind -> kind.code().equals(asked.rows()))
        .map(TimelineBuilding.Kind::title)
        .findFirst()
        .orElse("");
  }

  /** How much of time a timeline shows. */
  public List<Link> getLengths() {
    return List.of(length(Period.Length.YEAR), length(Period.Length.MONTH));
  }

  private Link length(Period.Length length) {
    boolean current = asked.period().length() == length;
    return new Link(
        length.name(),
        text("calendar.length." + length.name().toLowerCase(java.util.Locale.ROOT)),
        null,
        current ? asked.text() : asked.at(asked.period().as(length, today)).text(),
        current);
  }

  /** Null in an agenda without an end. */
  public String getPeriod() {
    return asked.period() == null ? null : asked.period().text();
  }

  /** The period in words. */
  public String getPeriodName() {
    return asked.period() == null ? text("calendar.coming") : name(asked.period());
  }

  private String name(Period period) {
    return switch (period.length()) {
      case DAY -> formats.weekday(period.first()) + " " + formats.date(period.first());
      case WEEK -> new Dates(language.get()).days(period.first(), period.last());
      case MONTH -> formats.month(YearMonth.from(period.first()));
      case YEAR -> String.valueOf(period.first().getYear());
    };
  }

  public Link getPrevious() {
    return to(asked.period().previous());
  }

  public Link getNextPeriod() {
    return to(asked.period().next());
  }

  private Link to(Period period) {
    return new Link(period.text(), name(period), null, asked.at(period).text(), false);
  }

  /** Address of the same with today in it. */
  public String getNow() {
    return asked.at(new Period(asked.period().length(), today)).text();
  }

  public boolean isNowShown() {
    return asked.period() != null && asked.period().holds(today);
  }

  /** Address of the agenda that begins today. */
  public String getComing() {
    return asked.with(View.AGENDA, null).text();
  }

  /** The same as an agenda, for whoever reads better there. */
  public String getTwin() {
    return asked.with(View.AGENDA, asked.period()).text();
  }

  public LocalDate getToday() {
    return today;
  }

  public SessionPage getPage() {
    return page;
  }

  public Agenda getAgenda() {
    return agenda;
  }

  /** Sessions of the centre without days, which stand in an agenda without an end only. */
  public List<SessionSummary> getWithoutDays() {
    return centre == null || asked.period() != null || !asked.chosen().isEmpty()
        ? List.of()
        : calendar.withoutDays(centre.code(), PAGE_SIZE, language.get());
  }

  public DayGrid getGrid() {
    return grid;
  }

  public YearGrid getYear() {
    return year;
  }

  public Timeline getTimeline() {
    return timeline;
  }

  /** Whether everything is shown that is in the period. */
  public boolean isWhole() {
    return whole;
  }

  /** Address of the agenda of a day, with what is chosen. */
  public String dayAddress(LocalDate day) {
    return asked.with(View.AGENDA, new Period(Period.Length.DAY, day)).text();
  }

  public String monthAddress(YearMonth month) {
    return asked.with(View.MONTH, new Period(Period.Length.MONTH, month.atDay(1))).text();
  }

  public String dayClass(DayGrid.Day day) {
    return (day.in() ? "in" : "out") + (day.date().equals(today) ? " today" : "");
  }

  /** Where the agenda goes on, or null. */
  public String getLater() {
    return page.next() == null ? null : asked.text("cursor", page.next());
  }

  /** Whether the agenda begins later than with what comes first. */
  public boolean isFurther() {
    return parameters.get("cursor") != null;
  }

  public String getFirst() {
    return asked.text();
  }

  /** Further centres of a timeline, or null. */
  public String getNextPart() {
    boolean more =
        TimelineBuilding.CENTRE.equals(asked.rows())
            && timelines.centres(filter).size() > (part + 1) * TimelineBuilding.CENTRES;
    return more ? asked.text("part", String.valueOf(part + 1)) : null;
  }

  public String getPreviousPart() {
    return part > 0 ? asked.text("part", String.valueOf(part - 1)) : null;
  }

  CalendarAddress asked() {
    return asked;
  }

  SessionFilter filter() {
    return filter;
  }

  ReaderClocks clocks() {
    return clocks;
  }

  /** What is not known of the filter, or empty. */
  public String getUnknown() {
    return String.join(", ", calendar.unknown(filter).values());
  }

  /** Address of the feed of what is chosen, or null where that is nothing, or is not known. */
  public String getFeed() {
    return centre != null && filter.lasting().chosen().size() == 1
        ? PATH + "/centre/" + centre.code() + ".ics"
        : getChosen() == null ? null : FeedAddress.of(filter.lasting());
  }

  /** Address of the poster of what is shown, where that is a month of a centre or a region. */
  public String getPoster() {
    boolean month = asked.period() != null && asked.period().length() == Period.Length.MONTH;
    String place =
        centre != null
            ? "centre/" + centre.code()
            : directory
                .findRegion(String.valueOf(filter.region()))
                .map(region -> "region/" + region.code())
                .orElse(null);
    return month && place != null
        ? PATH + "/poster/" + place + ".pdf?month=" + asked.period().text()
        : null;
  }

  /** What a feed can follow of what is chosen, in words, or null. */
  public String getChosen() {
    return words.of(filter.lasting(), language.get()).orElse(null);
  }

  private String text(String key) {
    return Texts.text(language.get(), key);
  }
}
