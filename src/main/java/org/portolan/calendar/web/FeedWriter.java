package org.portolan.calendar.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import net.fortuna.ical4j.data.FoldingWriter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionSummary;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;

/**
 * Writes sessions as iCalendar (RFC 5545). A session of several days is one event that repeats
 * daily on the clocks of its centre, so that its hours stay right across a change of the clocks;
 * the zone's rules are those of the JDK, each change of the years in question written out.
 */
final class FeedWriter {
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
  private static final String END = "END:VCALENDAR\r\n";

  /** Events as they were written for what they show: an edit of one writes one anew, not all. */
  private static final Cache<Shown, String> EVENTS =
      Caffeine.newBuilder()
          .maximumWeight(16L * 1024 * 1024)
          .weigher((Shown shown, String event) -> event.length())
          .build();

  private final String baseUrl;
  private final Language reader;

  FeedWriter(String baseUrl, Language reader) {
    this.baseUrl = baseUrl;
    this.reader = reader;
  }

  byte[] write(String name, List<SessionSummary> sessions) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Portolan//Training calendar//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(new XProperty("X-WR-CALNAME", name));
    sessions.stream()
        .map(session -> session.facts().zone())
        .distinct()
        .forEach(zone -> calendar.add(zone(zone, sessions)));
    // without its events, each of which has a text of its own
    String frame = folded(calendar.toString());
    StringBuilder feed =
        new StringBuilder(frame).delete(frame.length() - END.length(), frame.length());
    for (SessionSummary session : sessions) {
      Shown shown = new Shown(session.facts(), session.course().title(), baseUrl, reader);
      feed.append(EVENTS.get(shown, missing -> folded(event(session).toString())));
    }
    return feed.append(END).toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What an event is made of. */
  private record Shown(SessionFacts facts, String title, String baseUrl, Language reader) {}

  /** Long lines broken as RFC 5545 3.1 wants it. */
  private static String folded(String lines) {
    StringWriter folded = new StringWriter(lines.length() + 64);
    try (FoldingWriter folding = new FoldingWriter(folded, FoldingWriter.REDUCED_FOLD_LENGTH)) {
      folding.write(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folded.toString();
  }

  private VEvent event(SessionSummary session) {
    SessionFacts facts = session.facts();
    VEvent event = new VEvent(false);
    event.add(new Uid(facts.code() + "@portolan"));
    event.add(new DtStamp(facts.updatedAt().truncatedTo(ChronoUnit.SECONDS)));
    event.add(start(facts));
    event.add(end(facts));
    long days = ChronoUnit.DAYS.between(facts.firstDay(), facts.lastDay()) + 1;
    if (days > 1) {
      event.add(new RRule<LocalDateTime>("FREQ=DAILY;COUNT=" + days));
    }
    event.add(new Summary(session.course().title()));
    event.add(new Location(place(facts)));
    event.add(new Description(description(facts)));
    event.add(new Url(java.net.URI.create(baseUrl + "/calendar/session/" + facts.id())));
    event.add(new Sequence(facts.sequenceNumber()));
    event.add(
        facts.state() == SessionState.CANCELLED
            ? ImmutableStatus.VEVENT_CANCELLED
            : ImmutableStatus.VEVENT_CONFIRMED);
    return event;
  }

  private String description(SessionFacts facts) {
    String languages = String.join(", ", facts.languages().split(" "));
    return facts.applyBy() == null
        ? languages
        : languages
            + "\n"
            + Texts.format(
                reader, "catalog.session.applyBy", new Dates(reader).date(facts.applyBy()));
  }

  private static Property start(SessionFacts facts) {
    return new DtStart<LocalDateTime>(
        zoned(facts.zone()), LOCAL.format(facts.firstDay().atTime(facts.dayStart())));
  }

  private static Property end(SessionFacts facts) {
    return new DtEnd<LocalDateTime>(
        zoned(facts.zone()), LOCAL.format(facts.firstDay().atTime(facts.dayEnd())));
  }

  private static ParameterList zoned(String zone) {
    return new ParameterList(List.of(new TzId(zone)));
  }

  private static String place(SessionFacts facts) {
    return facts.room().isEmpty() ? facts.venue() : facts.venue() + ", " + facts.room();
  }

  private static VTimeZone zone(String name, List<SessionSummary> sessions) {
    ZoneRules rules = ZoneId.of(name).getRules();
    Instant first =
        sessions.stream()
            .filter(session -> session.facts().zone().equals(name))
            .map(session -> session.facts().startsAt())
            .min(Instant::compareTo)
            .orElseThrow();
    Instant last =
        sessions.stream()
            .filter(session -> session.facts().zone().equals(name))
            .map(session -> session.facts().endsAt())
            .max(Instant::compareTo)
            .orElseThrow();
    VTimeZone zone = new VTimeZone();
    zone.add(new net.fortuna.ical4j.model.property.TzId(name));
    ZoneOffsetTransition before = rules.previousTransition(first);
    if (before == null) {
      ZoneOffset always = rules.getOffset(first);
      zone.add(observance(new Standard(), LocalDateTime.of(1970, 1, 1, 0, 0), always, always));
      return zone;
    }
    for (ZoneOffsetTransition each = before;
        each != null && !each.getInstant().isAfter(last);
        each = rules.nextTransition(each.getInstant())) {
      zone.add(
          observance(
              rules.isDaylightSavings(each.getInstant()) ? new Daylight() : new Standard(),
              each.getDateTimeBefore(),
              each.getOffsetBefore(),
              each.getOffsetAfter()));
    }
    return zone;
  }

  private static Observance observance(
      Observance observance, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
    observance.add(new DtStart<>(from));
    observance.add(new TzOffsetFrom(before));
    observance.add(new TzOffsetTo(after));
    return observance;
  }
}
