package org.portolan.calendar.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Source;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.portolan.calendar.CalendarEntries.Joining;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionSummary;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.Token;

/**
 * Writes sessions as iCalendar (RFC 5545) with what RFC 7986 adds for calendars to which people
 * subscribe.
 */
final class FeedWriter {
  private static final String END = "END:VCALENDAR\r\n";
  private static final int MOST_CATEGORIES = 20;
  private static final int TAG_LENGTH = 22;
  private static final Duration REFRESHED = Duration.ofHours(1);

  /** Events as they were written for what they show: an edit of one writes one anew, not all. */
  private static final Cache<FeedEvents, String> EVENTS =
      Caffeine.newBuilder()
          .maximumWeight(16L * 1024 * 1024)
          .weigher((FeedEvents shown, String event) -> event.length())
          .build();

  private final String baseUrl;
  private final Language reader;
  private final UnaryOperator<String> themeNames;

  /**
   * @param themeNames of codes, in the language of the reader
   */
  FeedWriter(String baseUrl, Language reader, UnaryOperator<String> themeNames) {
    this.baseUrl = baseUrl;
    this.reader = reader;
    this.themeNames = themeNames;
  }

  /**
   * @param source path under which the feed is found again
   * @param page path of the page that shows the same
   */
  byte[] write(String name, String source, String page, List<SessionSummary> sessions) {
    return write(name, source, page, sessions, Map.of());
  }

  /**
   * @param joining how they are joined online, for one who may know
   */
  byte[] write(
      String name,
      String source,
      String page,
      List<SessionSummary> sessions,
      Map<Long, Joining> joining) {
    // without its events, each of which has a text of its own
    String frame = FoldedLines.of(frame(name, source, page, sessions, joining).toString());
    StringBuilder feed =
        new StringBuilder(frame).delete(frame.length() - END.length(), frame.length());
    for (SessionSummary session : sessions) {
      feed.append(EVENTS.get(events(session, joining.get(session.id())), FeedEvents::text));
    }
    return feed.append(END).toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * One session as a calendar of its own, as CalDAV has them.
   *
   * @param expanded within which span its repetitions are written out, or null
   */
  String resource(SessionSummary session, DavRange expanded) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Portolan//Training calendar//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    if (expanded == null) {
      zones(List.of(session))
          .forEach((zone, of) -> calendar.add(FeedZone.of(zone, first(of), last(of))));
    }
    String frame = FoldedLines.of(calendar.toString());
    FeedEvents events = events(session, null);
    return frame.substring(0, frame.length() - END.length())
        + (expanded == null ? EVENTS.get(events, FeedEvents::text) : events.text(expanded))
        + END;
  }

  /** Another one whenever the calendar of a session is another. */
  String tag(SessionSummary session) {
    return Token.sha256(events(session, null).toString().getBytes(StandardCharsets.UTF_8))
        .substring(0, TAG_LENGTH);
  }

  private FeedEvents events(SessionSummary session, Joining joining) {
    SessionFacts facts = session.facts();
    return new FeedEvents(
        facts,
        session.course().title(),
        themeNames.apply(facts.themeCode()),
        joining,
        baseUrl,
        reader);
  }

  private Calendar frame(
      String name,
      String source,
      String page,
      List<SessionSummary> sessions,
      Map<Long, Joining> joining) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Portolan//Training calendar//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(new Name(name));
    // the name for those who know no other
    calendar.add(new XProperty("X-WR-CALNAME", name));
    calendar.add(new Description(Texts.text(reader, "calendar.feed.description")));
    // the name of a colour of CSS3, as the property wants it: what comes nearest to ours
    calendar.add(new XProperty("COLOR", "midnightblue"));
    List<String> themes =
        sessions.stream()
            .map(session -> session.facts().themeCode())
            .distinct()
            .map(themeNames)
            .sorted()
            .limit(MOST_CATEGORIES)
            .toList();
    if (!themes.isEmpty()) {
      calendar.add(new Categories(new TextList(themes)));
    }
    calendar.add(new RefreshInterval(typed(Value.DURATION), REFRESHED));
    calendar.add(new Source(typed(Value.URI), baseUrl + source));
    calendar.add(new Url(java.net.URI.create(baseUrl + page)));
    Stream.concat(
            sessions.stream().map(session -> session.facts().updatedAt()),
            sessions.stream()
                .map(session -> joining.get(session.id()))
                .filter(Objects::nonNull)
                .map(Joining::changedAt))
        .max(Comparator.naturalOrder())
        .ifPresent(
            changed -> calendar.add(new LastModified(changed.truncatedTo(ChronoUnit.SECONDS))));
    zones(sessions).forEach((zone, of) -> calendar.add(FeedZone.of(zone, first(of), last(of))));
    return calendar;
  }

  private static ParameterList typed(Value value) {
    return new ParameterList(List.of(value));
  }

  private static Map<String, List<SessionFacts>> zones(List<SessionSummary> sessions) {
    return sessions.stream()
        .map(SessionSummary::facts)
        .collect(Collectors.groupingBy(SessionFacts::zone, TreeMap::new, Collectors.toList()));
  }

  private static Instant first(List<SessionFacts> sessions) {
    return sessions.stream().map(SessionFacts::startsAt).min(Instant::compareTo).orElseThrow();
  }

  private static Instant last(List<SessionFacts> sessions) {
    return sessions.stream().map(SessionFacts::endsAt).max(Instant::compareTo).orElseThrow();
  }
}
