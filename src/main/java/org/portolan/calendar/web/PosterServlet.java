package org.portolan.calendar.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.CalendarViews;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionFilter;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionSummary;
import org.portolan.calendar.SlotLines;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.Themes;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.QueryParameters;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/**
 * Months of a centre or region as a poster. Laying one out takes a moment of a whole processor, so
 * one that is still right is kept, and few are made at a time.
 */
@OpenTo("everyone")
@WebServlet("/calendar-poster/*")
public class PosterServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST_MONTHS = 12;
  private static final int AT_ONCE = 2;
  private static final long PATIENCE = 20;
  private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

  @Inject private transient CalendarService calendar;
  @Inject private transient CalendarViews views;
  @Inject private transient Directory directory;
  @Inject private transient Themes themes;
  @Inject private transient Catalog catalog;
  @Inject private transient CurrentLanguage language;
  @Inject private transient Installation installation;

  private final transient Semaphore turns = new Semaphore(AT_ONCE);
  private final transient Cache<Asked, byte[]> posters =
      Caffeine.newBuilder()
          .maximumWeight(16L * 1024 * 1024)
          .weigher((Asked asked, byte[] poster) -> poster.length)
          .build();

  private record Asked(
      SessionFilter filter, Poster.Paper paper, Language language, String fingerprint) {}

  /** Whose calendar it is, and what is said of it. */
  private record Place(SessionFilter filter, String name, String note, String address) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Place> place = place(request);
    Optional<YearMonth> first = month(request.getParameter("month"));
    if (place.isEmpty() || first.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String number = request.getParameter("months");
    if (number != null && !number.matches("[1-9][0-9]?")) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    int count = number == null ? 1 : Math.min(MOST_MONTHS, Integer.parseInt(number));
    List<YearMonth> months = IntStream.range(0, count).mapToObj(first.get()::plusMonths).toList();
    Poster.Paper paper =
        "a3".equalsIgnoreCase(request.getParameter("paper")) ? Poster.Paper.A3 : Poster.Paper.A4;
    SessionFilter filter =
        place
            .get()
            .filter()
            .within(
                DayGrid.first(new Period(Period.Length.MONTH, months.get(0).atDay(1))),
                DayGrid.last(new Period(Period.Length.MONTH, months.get(count - 1).atDay(1))),
                null);
    Asked asked =
        new Asked(
            filter,
            paper,
            language.get(),
            calendar.fingerprint(filter) + "." + catalog.revision() + "." + first.get());
    byte[] poster = posters.getIfPresent(asked);
    if (poster == null) {
      poster = made(asked, place.get(), months);
    }
    if (poster == null) {
      response.setHeader("Retry-After", "5");
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    response.setContentType("application/pdf");
    response.setContentLength(poster.length);
    response.setHeader(
        "Content-Disposition", "inline; filename=\"calendar-" + first.get() + ".pdf\"");
    response.getOutputStream().write(poster);
  }

  /** Null where others keep all turns for too long. */
  private byte[] made(Asked asked, Place place, List<YearMonth> months) {
    try {
      if (!turns.tryAcquire(PATIENCE, TimeUnit.SECONDS)) {
        return null;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
    try {
      return posters.get(asked, missing -> poster(missing, place).pdf(months));
    } finally {
      turns.release();
    }
  }

  private Poster poster(Asked asked, Place place) {
    List<Poster.Held> held =
        views.timeline(asked.filter(), null, asked.language()).stream()
            .flatMap(session -> held(session, asked.filter().centre() == null))
            .toList();
    return new Poster(
        asked.language(),
        asked.paper(),
        place.name(),
        place.note(),
        installation.baseUrl() + place.address(),
        themes.packages().stream()
            .map(
                each ->
                    new Poster.Family(
                        each.code().toLowerCase(Locale.ROOT), each.name().in(asked.language())))
            .toList(),
        held);
  }

  /** A bar for each stretch of its days; there is none on a free day. */
  private Stream<Poster.Held> held(SessionSummary session, boolean withPlace) {
    SessionFacts facts = session.facts();
    List<SlotLines.Stretch> stretches =
        facts.slots().everyDay()
            ? List.of(
                new SlotLines.Stretch(
                    facts.firstDay(),
                    facts.lastDay(),
                    hour(facts.dayStart()) + "–" + hour(facts.dayEnd())))
            : SlotLines.stretches(facts.slots(), language.get());
    String place =
        facts.online()
            ? Texts.text(language.get(), "calendar.online")
            : withPlace
                ? directory.findCentre(facts.centreCode()).map(CentreSummary::city).orElse("")
                : facts.place().room();
    String family =
        themes
            .find(facts.themeCode())
            .map(theme -> theme.packageCode().toLowerCase(Locale.ROOT))
            .orElse("");
    List<String> before =
        facts.state() == SessionState.CANCELLED
            ? List.of(Texts.text(language.get(), "calendar.state.cancelled"))
            : List.of();
    List<String> after = place.isEmpty() ? List.of() : List.of(place);
    return stretches.stream()
        .map(
            each ->
                new Poster.Held(
                    session.course().title(),
                    session.course().language(),
                    Stream.of(before, List.of(each.hours()), after).flatMap(List::stream).toList(),
                    family + " " + facts.state().code(),
                    each.first(),
                    each.last()));
  }

  private static String hour(LocalTime time) {
    return HOURS.format(time);
  }

  private Optional<Place> place(HttpServletRequest request) {
    String code = String.valueOf(QueryParameters.text(request.getParameter("code")));
    return "/region".equals(request.getPathInfo())
        ? directory
            .findRegion(code)
            .map(
                region ->
                    new Place(
                        new SessionFilter(null, code, null, null, null, null),
                        region.name().in(language.get()),
                        Texts.format(
                            language.get(),
                            "calendar.zone.shown",
                            Texts.text(language.get(), "calendar.zone.place")),
                        "/calendar?region=" + code))
        : directory
            .findCentre(code)
            .map(
                centre ->
                    new Place(
                        SessionFilter.ofCentre(code, null, null),
                        centre.name().in(language.get()),
                        centre.city()
                            + " · "
                            + Texts.format(
                                language.get(),
                                "calendar.zone.shown",
                                ZoneNames.city(ZoneId.of(centre.zone()), language.get())),
                        "/calendar/centre/" + code));
  }

  /** This month where none is named; none where what is named is no month. */
  private Optional<YearMonth> month(String text) {
    if (QueryParameters.text(text) == null) {
      LocalDate today = views.today(ZoneOffset.UTC);
      return Optional.of(YearMonth.from(today));
    }
    return Period.of(text)
        .filter(period -> period.length() == Period.Length.MONTH)
        .map(period -> YearMonth.from(period.first()));
  }
}
