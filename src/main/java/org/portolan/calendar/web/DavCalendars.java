package org.portolan.calendar.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFilter;
import org.portolan.calendar.SessionSummary;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.Themes;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.LocalName;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.storage.ContentLibrary;
import org.portolan.region.Directory;

/**
 * The calendars that programs read by CalDAV: one of each region and of each centre, with the same
 * sessions as their feeds.
 *
 * <p>The token of a calendar says which state a program has seen. It is read from the database, so
 * that any node knows whether that is still the state, also after a restart. What became of a
 * session since is told by the node that gave the token, as long as it remembers; else the program
 * is told to begin anew, which is what RFC 6578 has for that.
 */
@ApplicationScoped
class DavCalendars {
  static final String REGIONS = "/dav/regions/";
  static final String CENTRES = "/dav/centres/";
  private static final int KEPT_MONTHS = 6;
  private static final long MOST_REMEMBERED = 200_000;

  @Inject private CalendarService calendar;
  @Inject private Catalog catalog;
  @Inject private Themes themes;
  @Inject private Directory directory;
  @Inject private Installation installation;
  @Inject private ContentLibrary content;

  /** Tags by the codes of sessions, by the state of a calendar. */
  private final Cache<String, Map<String, String>> remembered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_REMEMBERED)
          .weigher((String state, Map<String, String> tags) -> tags.size() + 1)
          .build();

  /**
   * A calendar.
   *
   * @param page path of the page that shows the same
   */
  record DavCalendar(
      String address, String name, String page, SessionFilter filter, Language reader) {}

  /** A session in a calendar. */
  record Resource(String address, String tag, SessionSummary session) {}

  List<DavCalendar> regions(Language reader) {
    return directory.regions().stream()
        .map(region -> ofRegion(region.code(), region.name(), reader))
        .toList();
  }

  List<DavCalendar> centres(Language reader) {
    return directory.trainingCentres().stream()
        .map(centre -> ofCentre(centre.code(), centre.name(), reader))
        .toList();
  }

  /** The calendar at or above an address, where there is one. */
  Optional<DavCalendar> find(String address, Language reader) {
    String[] parts = address.split("/", -1);
    if (parts.length < 4) {
      return Optional.empty();
    }
    return switch (parts[2]) {
      case "regions" ->
          directory
              .findRegion(parts[3])
              .map(region -> ofRegion(region.code(), region.name(), reader));
      case "centres" ->
          directory
              .findCentre(parts[3])
              .map(centre -> ofCentre(centre.code(), centre.name(), reader));
      default -> Optional.empty();
    };
  }

  private DavCalendar ofRegion(String code, LocalName name, Language reader) {
    return new DavCalendar(
        REGIONS + code + "/",
        title(name, reader),
        "/calendar?region=" + code,
        new SessionFilter(null, code, null, null, from(), null),
        reader);
  }

  private DavCalendar ofCentre(String code, LocalName name, Language reader) {
    return new DavCalendar(
        CENTRES + code + "/",
        title(name, reader),
        "/calendar/centre/" + code,
        SessionFilter.ofCentre(code, from(), null),
        reader);
  }

  private static String title(LocalName name, Language reader) {
    return Texts.format(reader, "calendar.feed.name", name.in(reader));
  }

  private LocalDate from() {
    return calendar.today("UTC").withDayOfMonth(1).minusMonths(KEPT_MONTHS);
  }

  /** All sessions of a calendar, by their addresses. */
  Map<String, Resource> resources(DavCalendar of) {
    FeedWriter writer = writer(of.reader());
    Map<String, Resource> resources = new LinkedHashMap<>();
    for (SessionSummary session : calendar.feed(of.filter(), of.reader())) {
      String address = of.address() + session.facts().code() + ".ics";
      resources.put(address, new Resource(address, '"' + writer.tag(session) + '"', session));
    }
    return resources;
  }

  String text(DavCalendar of, Resource resource, DavRange expanded) {
    return writer(of.reader()).resource(resource.session(), expanded);
  }

  private FeedWriter writer(Language reader) {
    return new FeedWriter(
        installation.baseUrl(),
        reader,
        code -> themes.find(code).map(theme -> theme.name().in(reader)).orElse(code));
  }

  /** The state of a calendar, as a token. */
  String state(DavCalendar of) {
    return state(of, calendar.fingerprint(of.filter()));
  }

  /** Those of many calendars of one kind, in one statement. */
  Map<String, String> states(List<DavCalendar> all, boolean regions) {
    Map<String, String> fingerprints =
        calendar.fingerprints(new SessionFilter(null, null, null, null, from(), null), regions);
    Map<String, String> states = new LinkedHashMap<>();
    for (DavCalendar each : all) {
      String code = regions ? each.filter().region() : each.filter().centre();
      states.put(each.address(), state(each, fingerprints.getOrDefault(code, "0.null.null")));
    }
    return states;
  }

  private String state(DavCalendar of, String fingerprint) {
    return installation.baseUrl()
        + "/dav/sync/"
        + fingerprint
        + "."
        + of.filter().from()
        + "."
        + of.reader().code()
        + "."
        + FeedServlet.stamp(
            of.name(), installation.baseUrl(), content.digest(), catalog.revision());
  }

  void remember(DavCalendar of, String state, Map<String, Resource> resources) {
    Map<String, String> tags = new LinkedHashMap<>();
    resources.forEach((address, resource) -> tags.put(address, resource.tag()));
    remembered.put(of.address() + " " + state, tags);
  }

  /** What a program had that got this token, where that is still known. */
  Optional<Map<String, String>> remembered(DavCalendar of, String state) {
    return Optional.ofNullable(remembered.getIfPresent(of.address() + " " + state));
  }
}
