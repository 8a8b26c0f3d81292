package org.portolan.calendar.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import org.portolan.calendar.HeldDay;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;

/**
 * What a feed holds of one session.
 *
 * <p>Its days are one event that repeats daily on the clocks of its centre: its hours stay right
 * across a change of the clocks, also for who reads the feed by other rules of the zone than ours.
 * But readers give each day the length of the first, by the world's time or by the clocks; they do
 * not agree on an hour that comes twice, and leave out a day that would begin at one that clocks
 * skip. Where any of that would matter, the event repeats every 24 hours of universal time, and
 * each day that this does not meet is written out in the place of its repetition: that is the same
 * for everybody.
 *
 * @param title of its course, in the language of the reader
 * @param theme its name in that language
 * @param baseUrl of the pages to which it leads
 */
record FeedEvents(SessionFacts facts, String title, String theme, String baseUrl, Language reader) {
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
  private static final DateTimeFormatter UNIVERSAL =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Its lines as they stand in feeds. */
  String text() {
    List<HeldDay> days = facts.days();
    StringBuilder text = new StringBuilder();
    (onClocks(days) ? List.of(onClocks(days.size())) : inUniversalTime(days))
        .forEach(event -> text.append(event.toString()));
    return FoldedLines.of(text.toString());
  }

  /** Each of its days within a span as an event of its own, at the world's time. */
  String text(DavRange range) {
    List<HeldDay> days = facts.days();
    StringBuilder text = new StringBuilder();
    for (HeldDay day : days) {
      if (range.meets(day)) {
        Property place = new RecurrenceId<Instant>(UNIVERSAL.format(day.startsAt()));
        text.append(event(start(day), end(day), days.size() == 1 ? List.of() : List.of(place)));
      }
    }
    return FoldedLines.of(text.toString());
  }

  private boolean onClocks(List<HeldDay> days) {
    ZoneRules rules = ZoneId.of(facts.zone()).getRules();
    Duration length = days.get(0).length();
    return days.stream().allMatch(day -> day.length().equals(length))
        && facts
            .firstDay()
            .datesUntil(facts.lastDay().plusDays(1))
            .allMatch(
                day ->
                    shownOnce(rules, day, facts.dayStart())
                        && shownOnce(rules, day, facts.dayEnd()));
  }

  private static boolean shownOnce(ZoneRules rules, LocalDate day, LocalTime time) {
    return rules.getValidOffsets(day.atTime(time)).size() == 1;
  }

  private VEvent onClocks(int days) {
    return event(
        shown(Property.DTSTART, facts.dayStart()),
        shown(Property.DTEND, facts.dayEnd()),
        daily(days));
  }

  /**
   * What the clocks of the centre show, as text. The library would ask rules of the zone that it
   * brings along, and move what they skip: its Moscow still has summers. It would also add them to
   * the zones that this program knows.
   */
  private Property shown(String property, LocalTime time) {
    return new XProperty(
        property,
        new ParameterList(List.of(new TzId(facts.zone()))),
        SHOWN.format(facts.firstDay().atTime(time)));
  }

  private List<VEvent> inUniversalTime(List<HeldDay> days) {
    HeldDay first = days.get(0);
    List<VEvent> events = new ArrayList<>();
    events.add(event(start(first), end(first), daily(days.size())));
    for (int i = 1; i < days.size(); i++) {
      HeldDay day = days.get(i);
      Instant repeated = first.startsAt().plus(Duration.ofDays(i));
      if (!day.equals(new HeldDay(repeated, repeated.plus(first.length())))) {
        Property place = new RecurrenceId<Instant>(UNIVERSAL.format(repeated));
        events.add(event(start(day), end(day), List.of(place)));
      }
    }
    return events;
  }

  private static Property start(HeldDay day) {
    return new DtStart<Instant>(UNIVERSAL.format(day.startsAt()));
  }

  private static Property end(HeldDay day) {
    return new DtEnd<Instant>(UNIVERSAL.format(day.endsAt()));
  }

  private static List<Property> daily(int days) {
    return days == 1 ? List.of() : List.of(new RRule<Instant>("FREQ=DAILY;COUNT=" + days));
  }

  private VEvent event(Property start, Property end, List<? extends Property> recurrence) {
    Instant changed = facts.updatedAt().truncatedTo(ChronoUnit.SECONDS);
    VEvent event = new VEvent(false);
    event.add(new Uid(facts.code() + "@portolan"));
    event.add(new DtStamp(changed));
    event.add(new LastModified(changed));
    event.add(new Sequence(facts.sequenceNumber()));
    event.add(
        facts.state() == SessionState.CANCELLED
            ? ImmutableStatus.VEVENT_CANCELLED
            : ImmutableStatus.VEVENT_CONFIRMED);
    event.add(start);
    event.add(end);
    recurrence.forEach(event::add);
    event.add(new Summary(title));
    event.add(new Location(facts.place().text(", ")));
    event.add(new Description(description()));
    event.add(new Categories(new TextList(List.of(theme))));
    event.add(new Url(URI.create(baseUrl + "/calendar/session/" + facts.id())));
    return event;
  }

  private String description() {
    String languages = String.join(", ", facts.languages().split(" "));
    return facts.applyBy() == null
        ? languages
        : languages
            + "\n"
            + Texts.format(
                reader, "catalog.session.applyBy", new Dates(reader).date(facts.applyBy()));
  }
}
