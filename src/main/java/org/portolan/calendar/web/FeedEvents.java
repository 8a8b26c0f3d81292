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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Feature;
import net.fortuna.ical4j.model.parameter.Label;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import org.portolan.calendar.CalendarEntries.Joining;
import org.portolan.calendar.HeldDay;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SlotLines;
import org.portolan.calendar.TimeSlot;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;

/**
 * What a feed holds of one session.
 *
 * <p>Its slots are one event that repeats every so many days on the clocks of its centre (see
 * {@link Recurrence}): its hours stay right across a change of the clocks, also for who reads the
 * feed by other rules of the zone than ours. But readers give each repetition the length of the
 * first, by the world's time or by the clocks; they do not agree on an hour that comes twice, and
 * leave out a day that would begin at one that clocks skip. Where any of that would matter, the
 * event repeats by 24 hours of universal time, and what this does not meet is written out in the
 * place of its repetition: that is the same for everybody.
 *
 * @param title of its course, in the language of the reader
 * @param theme its name in that language
 * @param joining how it is joined online, for one who may know; null for everybody else
 * @param baseUrl of the pages to which it leads
 */
record FeedEvents(
    SessionFacts facts,
    String title,
    String theme,
    Joining joining,
    String baseUrl,
    Language reader) {
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
  private static final DateTimeFormatter UNIVERSAL =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** A slot as clocks show it, and when that is. */
  private record Slot(TimeSlot shown, HeldDay held) {}

  /** Its lines as they stand in feeds. */
  String text() {
    List<Recurrence.On<Slot>> slots = slots();
    StringBuilder text = new StringBuilder();
    onClocks(slots)
        .map(recurrence -> onClocks(slots.get(0).held(), recurrence))
        .orElseGet(() -> inUniversalTime(slots))
        .forEach(event -> text.append(event.toString()));
    return FoldedLines.of(text.toString());
  }

  /** Each of its slots within a span as an event of its own, at the world's time. */
  String text(DavRange range) {
    List<HeldDay> days = facts.days();
    StringBuilder text = new StringBuilder();
    for (HeldDay day : days) {
      if (range.meets(day)) {
        Property place = universal(Property.RECURRENCE_ID, day.startsAt());
        text.append(event(start(day), end(day), days.size() == 1 ? List.of() : List.of(place)));
      }
    }
    return FoldedLines.of(text.toString());
  }

  private List<Recurrence.On<Slot>> slots() {
    Map<HeldDay, Recurrence.On<Slot>> slots = new LinkedHashMap<>();
    for (TimeSlot each : facts.meets()) {
      HeldDay held = facts.held(each);
      slots.putIfAbsent(held, new Recurrence.On<>(each.day(), new Slot(each, held)));
    }
    return List.copyOf(slots.values());
  }

  /** Empty where clocks do not say the same to everybody. */
  private Optional<Recurrence<Slot>> onClocks(List<Recurrence.On<Slot>> slots) {
    ZoneRules rules = ZoneId.of(facts.zone()).getRules();
    Slot first = slots.get(0).held();
    boolean clear =
        slots.stream()
            .map(Recurrence.On::held)
            .allMatch(
                each ->
                    shownOnce(rules, each.shown().day(), each.shown().start())
                        && shownOnce(rules, each.shown().day(), each.shown().end())
                        && (!each.shown().sameHours(first.shown())
                            || each.held().length().equals(first.held().length())));
    if (!clear) {
      return Optional.empty();
    }
    Recurrence<Slot> recurrence =
        Recurrence.of(slots, days -> (place, slot) -> slot.shown().sameHours(first.shown()));
    return IntStream.range(0, recurrence.count())
            .mapToObj(place -> first.shown().day().plusDays(place * recurrence.every()))
            .allMatch(day -> shownOnce(rules, day, first.shown().start()))
        ? Optional.of(recurrence)
        : Optional.empty();
  }

  private static boolean shownOnce(ZoneRules rules, LocalDate day, LocalTime time) {
    return rules.getValidOffsets(day.atTime(time)).size() == 1;
  }

  private List<VEvent> onClocks(Slot first, Recurrence<Slot> recurrence) {
    TimeSlot shown = first.shown();
    return events(
        first,
        recurrence,
        (name, place) ->
            shown(name, shown.day().plusDays(place * recurrence.every()), shown.start()),
        slot ->
            List.of(
                shown(Property.DTSTART, slot.shown().day(), slot.shown().start()),
                shown(Property.DTEND, slot.shown().day(), slot.shown().end())));
  }

  /**
   * What the clocks of the centre show, as text. The library would ask rules of the zone that it
   * brings along, and move what they skip: its Moscow still has summers. It would also add them to
   * the zones that this program knows.
   */
  private Property shown(String property, LocalDate day, LocalTime time) {
    return new XProperty(
        property,
        new ParameterList(List.of(new TzId(facts.zone()))),
        SHOWN.format(day.atTime(time)));
  }

  private List<VEvent> inUniversalTime(List<Recurrence.On<Slot>> slots) {
    Slot first = slots.get(0).held();
    Recurrence<Slot> recurrence =
        Recurrence.of(
            slots, days -> (place, slot) -> slot.held().equals(later(first.held(), place * days)));
    return events(
        first,
        recurrence,
        (name, place) ->
            universal(name, later(first.held(), place * recurrence.every()).startsAt()),
        slot -> List.of(start(slot.held()), end(slot.held())));
  }

  private static HeldDay later(HeldDay day, long days) {
    Instant starts = day.startsAt().plus(Duration.ofDays(days));
    return new HeldDay(starts, starts.plus(day.length()));
  }

  private List<VEvent> events(
      Slot first,
      Recurrence<Slot> recurrence,
      BiFunction<String, Integer, Property> place,
      Function<Slot, List<Property>> times) {
    List<Property> repeated = new ArrayList<>();
    if (recurrence.count() > 1) {
      repeated.add(new RRule<Instant>(recurrence.rule()));
      recurrence.left().forEach(each -> repeated.add(place.apply(Property.EXDATE, each)));
    }
    List<VEvent> events = new ArrayList<>();
    events.add(event(times.apply(first).get(0), times.apply(first).get(1), repeated));
    recurrence
        .instead()
        .forEach(
            (each, slot) ->
                events.add(
                    event(
                        times.apply(slot).get(0),
                        times.apply(slot).get(1),
                        List.of(place.apply(Property.RECURRENCE_ID, each)))));
    return events;
  }

  private static Property start(HeldDay day) {
    return universal(Property.DTSTART, day.startsAt());
  }

  private static Property end(HeldDay day) {
    return universal(Property.DTEND, day.endsAt());
  }

  private static Property universal(String property, Instant moment) {
    return new XProperty(property, UNIVERSAL.format(moment));
  }

  private VEvent event(Property start, Property end, List<? extends Property> recurrence) {
    Instant changed = changedAt().truncatedTo(ChronoUnit.SECONDS);
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
    if (joined()) {
      event.add(conference());
    }
    return event;
  }

  private Instant changedAt() {
    return joining != null && joining.changedAt().isAfter(facts.updatedAt())
        ? joining.changedAt()
        : facts.updatedAt();
  }

  private boolean joined() {
    return joining != null && !joining.address().isEmpty();
  }

  /** What RFC 7986 has for programs that offer to join. */
  private Property conference() {
    return new XProperty(
        "CONFERENCE",
        new ParameterList(
            List.of(
                Value.URI,
                new Feature("VIDEO"),
                new Label(Texts.text(reader, "calendar.feed.join")))),
        joining.address());
  }

  private String description() {
    // programs that know no conferences show this
    return joined()
        ? about()
            + "\n"
            + Texts.text(reader, "calendar.feed.join")
            + " "
            + joining.address()
            + (joining.note().isEmpty() ? "" : "\n" + joining.note())
        : about();
  }

  private String about() {
    Dates dates = new Dates(reader);
    StringBuilder text = new StringBuilder(String.join(", ", facts.languages().split(" ")));
    if (facts.applyBy() != null) {
      text.append('\n')
          .append(Texts.format(reader, "catalog.session.applyBy", dates.date(facts.applyBy())));
    }
    Map<LocalDate, List<TimeSlot>> days = facts.slots().byDay();
    if (days.values().stream().anyMatch(day -> day.size() > 1)) {
      // there are programs that show the first of a day only
      SlotLines.of(facts.slots(), reader).forEach(line -> text.append('\n').append(line));
    }
    return text.toString();
  }
}
