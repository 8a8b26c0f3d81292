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
import org.portolan.catalog.Themes;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.LocalName;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.storage.ContentLibrary;
import org.portolan.region.Directory;

/**
 * The iCalendar feeds of centres and regions. A feed is built once for what it holds: the key of
 * the cache has a fingerprint of its sessions, read from the database, and a stamp of its names, so
 * that a change made on any node is seen by all at once.
 */
@OpenTo("everyone")
@WebServlet("/calendar-feed/*")
public class FeedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int KEPT_MONTHS = 6;

  @Inject private transient CalendarService calendar;
  @Inject private transient Directory directory;
  @Inject private transient Themes themes;
  @Inject private transient CurrentLanguage language;
  @Inject private transient Installation installation;
  @Inject private transient ContentLibrary content;

  /** Names the content that courses and names come from: it changes with a release only. */
  private transient String release;

  private final transient Cache<Key, byte[]> feeds =
      Caffeine.newBuilder()
          .maximumWeight(32L * 1024 * 1024)
          .weigher((Key key, byte[] feed) -> feed.length)
          .build();

  @Override
  public void init() {
    release = content.digest();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean region = "/region".equals(request.getPathInfo());
    String code = String.valueOf(request.getParameter("code"));
    Optional<LocalName> name =
        region
            ? directory.findRegion(code).map(found -> found.name())
            : directory.findCentre(code).map(found -> found.name());
    if (name.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    // by whole months: a day's border would make every feed new at midnight
    LocalDate from = calendar.today("UTC").withDayOfMonth(1).minusMonths(KEPT_MONTHS);
    SessionFilter filter =
        new SessionFilter(region ? null : code, region ? code : null, null, null, from, null);
    String title =
        Texts.format(language.get(), "calendar.feed.name", name.get().in(language.get()));
    String base = installation.baseUrl();
    Key key =
        new Key(
            region,
            code,
            language.get(),
            calendar.fingerprint(filter) + "." + stamp(title, base, release));
    String tag =
        "\"" + key.fingerprint().replace('.', '-') + "-" + from + key.language().code() + "\"";
    response.setHeader("ETag", tag);
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    String page = "/calendar/" + (region ? "region/" : "centre/") + code;
    byte[] feed = feeds.get(key, missing -> build(filter, title, base, page));
    response.setContentType("text/calendar;charset=UTF-8");
    response.setContentLength(feed.length);
    response.getOutputStream().write(feed);
  }

  private byte[] build(SessionFilter filter, String title, String base, String page) {
    Language reader = language.get();
    UnaryOperator<String> themeNames =
        code -> themes.find(code).map(theme -> theme.name().in(reader)).orElse(code);
    return new FeedWriter(base, reader, themeNames)
        .write(
            title,
            page + ".ics?lang=" + reader.code(),
            filter.region() == null ? page : "/regions/" + filter.region(),
            calendar.feed(filter, reader));
  }

  /** Tells apart what a feed holds beside its sessions: its own name, addresses, and titles. */
  static String stamp(String title, String base, String release) {
    return Integer.toHexString(List.of(title, base, release).hashCode());
  }

  private record Key(boolean region, String code, Language language, String fingerprint) {}
}
