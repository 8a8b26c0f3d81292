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
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFilter;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.Themes;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.storage.ContentLibrary;
import org.portolan.platform.web.Address;
import org.portolan.platform.web.KnownTag;
import org.portolan.platform.web.PackedBody;
import org.portolan.platform.web.QueryParameters;

/**
 * The iCalendar feeds of centres, of regions, and of what the filter of the calendar chooses. A
 * feed is built once for what it holds: the key of the cache has a fingerprint of its sessions,
 * read from the database, and a stamp of its names and of the catalogue, so that a change made on
 * any node is seen by all: at once, or within two seconds where it is one of a course.
 */
@OpenTo("everyone")
@WebServlet("/calendar-feed/*")
public class FeedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int KEPT_MONTHS = 6;

  /** Higher when feeds say the same in another way. */
  private static final int LAYOUT = 2;

  @Inject private transient CalendarService calendar;
  @Inject private transient FilterWords words;
  @Inject private transient Catalog catalog;
  @Inject private transient Themes themes;
  @Inject private transient CurrentLanguage language;
  @Inject private transient Installation installation;
  @Inject private transient ContentLibrary content;

  /** Names the content that names come from: it changes with a release only. */
  private transient String release;

  private final transient Cache<Key, PackedBody> feeds =
      Caffeine.newBuilder()
          .maximumWeight(32L * 1024 * 1024)
          .weigher((Key key, PackedBody feed) -> feed.size())
          .build();

  @Override
  public void init() {
    release = content.digest();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Wanted wanted = wanted(request);
    Optional<String> names = words.of(wanted.filter(), language.get());
    if (names.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String title = Texts.format(language.get(), "calendar.feed.name", names.get());
    String base = installation.baseUrl();
    Key key =
        new Key(
            wanted.filter(),
            language.get(),
            calendar.fingerprint(wanted.filter())
                + "."
                + stamp(title, base, release, catalog.revision()));
    String tag =
        "\""
            + key.fingerprint().replace('.', '-')
            + "-"
            + wanted.filter().from()
            + key.language().code()
            + "\"";
    response.setHeader("ETag", tag);
    if (KnownTag.of(request, tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    PackedBody feed = feeds.get(key, missing -> PackedBody.of(build(wanted, title, base)));
    response.setContentType("text/calendar;charset=UTF-8");
    feed.send(request, response);
  }

  /**
   * @param address of the feed
   * @param page that shows the same
   */
  private record Wanted(SessionFilter filter, String address, String page) {}

  private Wanted wanted(HttpServletRequest request) {
    // by whole months: a day's border would make every feed new at midnight
    LocalDate from = calendar.today("UTC").withDayOfMonth(1).minusMonths(KEPT_MONTHS);
    String code = QueryParameters.text(request.getParameter("code"));
    return switch (String.valueOf(request.getPathInfo())) {
      case "/centre" ->
          new Wanted(
              SessionFilter.ofCentre(code, from, null),
              "/calendar/centre/" + code + ".ics",
              "/calendar/centre/" + code);
      case "/region" ->
          new Wanted(
              new SessionFilter(null, code, null, null, from, null),
              "/calendar/region/" + code + ".ics",
              "/regions/" + code);
      default -> filtered(request, from);
    };
  }

  private static Wanted filtered(HttpServletRequest request, LocalDate from) {
    SessionFilter filter =
        SessionFilter.of(name -> QueryParameters.text(request.getParameter(name)))
            .lasting()
            .within(from, null, null);
    return new Wanted(filter, FeedAddress.of(filter), Address.of("/calendar", filter.chosen()));
  }

  private byte[] build(Wanted wanted, String title, String base) {
    Language reader = language.get();
    UnaryOperator<String> themeNames =
        code -> themes.find(code).map(theme -> theme.name().in(reader)).orElse(code);
    return new FeedWriter(base, reader, themeNames)
        .write(
            title,
            FeedAddress.in(reader, wanted.address()),
            wanted.page(),
            calendar.feed(wanted.filter(), reader));
  }

  /** Tells apart what a feed holds beside its sessions: its own name, addresses, and titles. */
  static String stamp(String title, String base, String release, long catalogue) {
    return Integer.toHexString(List.of(LAYOUT, title, base, release, catalogue).hashCode());
  }

  private record Key(SessionFilter filter, Language language, String fingerprint) {}
}
