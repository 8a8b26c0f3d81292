package org.portolan.calendar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.CalendarViews;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionFilter;
import org.portolan.calendar.SessionSummary;
import org.portolan.calendar.TimelineRow;
import org.portolan.calendar.TimelineRows;
import org.portolan.catalog.Themes;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/** Makes the timeline of what somebody looks at: its rows, and what is in them. */
@RequestScoped
class TimelineBuilding {
  static final String CENTRE = "centre";
  static final String THEME = "theme";
  static final String DONOR = "donor";

  /** As many as a region has; of the world there are several parts. */
  static final int CENTRES = 30;

  @Inject private CalendarService calendar;
  @Inject private CalendarViews views;
  @Inject private Directory directory;
  @Inject private Themes themes;
  @Inject private SessionWords words;
  @Inject private CurrentLanguage language;

  /** A kind of rows that may be chosen, and what it is called. */
  record Kind(String code, String title) {}

  /**
   * @param one whether only one centre is looked at
   */
  List<Kind> kinds(boolean one) {
    List<Kind> kinds = new ArrayList<>();
    if (!one) {
      kinds.add(new Kind(CENTRE, text("calendar.rows.centre")));
    }
    kinds.add(new Kind(THEME, text("calendar.rows.theme")));
    kinds.add(new Kind(DONOR, text("calendar.rows.donor")));
    views.rows().forEach(rows -> kinds.add(new Kind(rows.kind(), rows.title(language.get()))));
    return kinds;
  }

  /** Centres that are looked at, in their order. */
  List<CentreSummary> centres(SessionFilter filter) {
    return directory.trainingCentres().stream()
        .filter(each -> filter.region() == null || each.regionCode().equals(filter.region()))
        .filter(each -> filter.centre() == null || each.code().equals(filter.centre()))
        .toList();
  }

  /** What a timeline shows, and whether that is all. */
  record Built(Timeline timeline, boolean whole) {}

  /**
   * @param asked with the period and the kind of rows
   * @param part which of the parts of many centres, counted from 0
   */
  Built build(CalendarAddress asked, SessionFilter filter, ReaderClocks clocks, int part) {
    Period period = asked.period();
    List<CentreSummary> centres =
        asked.rows().equals(CENTRE)
            ? centres(filter).stream().skip((long) part * CENTRES).limit(CENTRES).toList()
            : null;
    List<SessionSummary> sessions =
        views.timeline(
            filter.within(period.first(), period.last(), clocks.zone()),
            centres == null || filter.centre() != null
                ? null
                : centres.stream().map(CentreSummary::code).toList(),
            language.get());
    Map<Long, Timeline.Held> held = new LinkedHashMap<>();
    for (SessionSummary session : sessions) {
      SessionFacts facts = session.facts();
      held.put(
          session.id(),
          new Timeline.Held(
              words.of(session, clocks),
              clocks.firstDay(facts),
              clocks.lastDay(facts),
              words.heldOn(facts, clocks)));
    }
    LocalDate today = views.today(clocks.zone() == null ? java.time.ZoneOffset.UTC : clocks.zone());
    return new Built(
        new Timeline(
            Timeline.columns(period),
            Timeline.heads(period, this::monthName),
            calendar.unknown(filter).isEmpty() ? rows(asked, centres, sessions, held) : List.of(),
            period.holds(today) ? Timeline.column(today, period) : 0),
        sessions.size() < CalendarViews.MOST);
  }

  private List<Timeline.Row> rows(
      CalendarAddress asked,
      List<CentreSummary> centres,
      List<SessionSummary> sessions,
      Map<Long, Timeline.Held> held) {
    if (centres != null) {
      Map<String, List<Timeline.Held>> byCentre = grouped(sessions, held, SessionFacts::centreCode);
      return centres.stream()
          .map(
              each -> {
                CalendarAddress own = asked.on("/calendar/centre/" + each.code()).without("region");
                return Timeline.row(
                    each.name().in(language.get()),
                    own.by(THEME).text(),
                    byCentre.getOrDefault(each.code(), List.of()),
                    asked.period(),
                    own.with(View.AGENDA, asked.period()).text());
              })
          .toList();
    }
    return switch (asked.rows()) {
      case THEME -> named(asked, sessions, held, THEME, SessionFacts::themeCode, this::themeName);
      case DONOR -> named(asked, sessions, held, DONOR, SessionFacts::donor, this::donorName);
      default -> further(asked, held);
    };
  }

  private List<Timeline.Row> named(
      CalendarAddress asked,
      List<SessionSummary> sessions,
      Map<Long, Timeline.Held> held,
      String dimension,
      Function<SessionFacts, String> code,
      Function<String, String> name) {
    return grouped(sessions, held, facts -> Objects.requireNonNullElse(code.apply(facts), ""))
        .entrySet()
        .stream()
        .map(
            each -> {
              String address =
                  each.getKey().isEmpty()
                      ? null
                      : asked
                          .choosing(dimension, each.getKey())
                          .with(View.AGENDA, asked.period())
                          .text();
              return Timeline.row(
                  each.getKey().isEmpty() ? text("calendar.rows.none") : name.apply(each.getKey()),
                  address,
                  each.getValue(),
                  asked.period(),
                  address == null ? asked.with(View.AGENDA, asked.period()).text() : address);
            })
        .sorted(java.util.Comparator.comparing(row -> row.address() == null))
        .toList();
  }

  private List<Timeline.Row> further(CalendarAddress asked, Map<Long, Timeline.Held> held) {
    TimelineRows kind =
        views.rows().stream()
            .filter(rows -> rows.kind().equals(asked.rows()))
            .findFirst()
            .orElseThrow();
    List<TimelineRow> rows = kind.rows(held.keySet(), language.get());
    return rows.stream()
        .map(
            row ->
                Timeline.row(
                    row.name(),
                    row.address(),
                    held.entrySet().stream()
                        .filter(each -> row.sessions().contains(each.getKey()))
                        .map(Map.Entry::getValue)
                        .toList(),
                    asked.period(),
                    asked.with(View.AGENDA, asked.period()).text()))
        .toList();
  }

  private static Map<String, List<Timeline.Held>> grouped(
      Collection<SessionSummary> sessions,
      Map<Long, Timeline.Held> held,
      Function<SessionFacts, String> by) {
    Map<String, List<Timeline.Held>> groups = new java.util.TreeMap<>();
    for (SessionSummary session : sessions) {
      groups
          .computeIfAbsent(by.apply(session.facts()), any -> new ArrayList<>())
          .add(held.get(session.id()));
    }
    return groups;
  }

  private String themeName(String code) {
    return themes.find(code).map(theme -> theme.name().in(language.get())).orElse(code);
  }

  private String donorName(String code) {
    return directory.findBody(code).map(body -> body.name().in(language.get())).orElse(code);
  }

  private String monthName(YearMonth month) {
    Language reader = language.get();
    return DateTimeFormatter.ofPattern("LLL").withLocale(reader.locale()).format(month);
  }

  private String text(String key) {
    return Texts.text(language.get(), key);
  }
}
