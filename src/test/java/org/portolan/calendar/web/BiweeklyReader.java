package org.portolan.calendar.web;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.Observance;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.RecurrenceRule;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.portolan.calendar.HeldDay;

/**
 * What a program that uses biweekly takes from a feed. Parsing and repeating are its own. From its
 * {@code VTIMEZONE} clocks are made that follow RFC 5545; those of biweekly do not: they compare
 * universal times with local ones, and read midnight in New York, two hours before clocks go
 * forward, by the offset that comes after.
 */
final class BiweeklyReader {
  private static final TimeZone UNIVERSAL = TimeZone.getTimeZone("UTC");

  private final TimezoneInfo zones;
  private final Map<VTimezone, ZoneRules> clocks = new HashMap<>();

  private BiweeklyReader(TimezoneInfo zones) {
    this.zones = zones;
  }

  /** A program that was told a session: its state, and when it is held. */
  record Told(int sequence, String status, String summary, List<HeldDay> days) {}

  /** All days of each event, by its UID. */
  static Map<String, Told> read(String feed) {
    ICalendar calendar = Biweekly.parse(feed).first();
    BiweeklyReader reader = new BiweeklyReader(calendar.getTimezoneInfo());
    Map<String, List<VEvent>> events = new TreeMap<>();
    calendar
        .getEvents()
        .forEach(
            event ->
                events
                    .computeIfAbsent(event.getUid().getValue(), uid -> new ArrayList<>())
                    .add(event));
    Map<String, Told> read = new HashMap<>();
    events.forEach((uid, parts) -> read.put(uid, reader.told(parts)));
    return read;
  }

  private Told told(List<VEvent> parts) {
    TreeMap<Instant, HeldDay> days = new TreeMap<>();
    for (VEvent part : parts) {
      Duration length = Duration.between(moment(part.getDateStart()), moment(part.getDateEnd()));
      if (part.getRecurrenceId() == null) {
        starts(part).forEach(start -> days.put(start, day(start, length)));
      } else {
        Instant place = moment(part.getRecurrenceId());
        if (days.put(place, day(moment(part.getDateStart()), length)) == null) {
          throw new IllegalStateException("There is no repetition at " + place);
        }
      }
    }
    VEvent whole = parts.get(0);
    return new Told(
        whole.getSequence().getValue(),
        whole.getStatus().getValue(),
        whole.getSummary().getValue(),
        days.values().stream().sorted(Comparator.comparing(HeldDay::startsAt)).toList());
  }

  private static HeldDay day(Instant start, Duration length) {
    return new HeldDay(start, start.plus(length));
  }

  /** The rule repeats what clocks show; what that means is asked of the clocks. */
  private List<Instant> starts(VEvent event) {
    RecurrenceRule rule = event.getRecurrenceRule();
    if (rule == null) {
      return List.of(moment(event.getDateStart()));
    }
    Optional<ZoneRules> rules = clocks(event.getDateStart());
    Set<Instant> left = left(event);
    Date first = Date.from(shown(event.getDateStart()).toInstant(ZoneOffset.UTC));
    List<Instant> starts = new ArrayList<>();
    for (DateIterator each = rule.getDateIterator(first, UNIVERSAL); each.hasNext(); ) {
      starts.add(moment(LocalDateTime.ofInstant(each.next().toInstant(), ZoneOffset.UTC), rules));
    }
    if (!starts.containsAll(left)) {
      throw new IllegalStateException("There is no repetition to be left out at " + left);
    }
    starts.removeAll(left);
    return starts;
  }

  private Set<Instant> left(VEvent event) {
    Set<Instant> left = new HashSet<>();
    for (ExceptionDates each : event.getExceptionDates()) {
      for (ICalDate date : each.getValues()) {
        Optional<ZoneRules> rules =
            date.getRawComponents().isUtc() ? Optional.empty() : clocks(each);
        left.add(moment(shown(date.getRawComponents()), rules));
      }
    }
    return left;
  }

  private Instant moment(DateOrDateTimeProperty property) {
    return moment(shown(property), clocks(property));
  }

  private static Instant moment(LocalDateTime shown, Optional<ZoneRules> rules) {
    return shown.toInstant(rules.map(known -> known.getOffset(shown)).orElse(ZoneOffset.UTC));
  }

  private static LocalDateTime shown(DateOrDateTimeProperty property) {
    return shown(property.getValue().getRawComponents());
  }

  private static LocalDateTime shown(DateTimeComponents read) {
    return LocalDateTime.of(
        read.getYear(), read.getMonth(), read.getDate(), read.getHour(), read.getMinute());
  }

  /** Those of the feed, and no others; none for universal time. */
  private Optional<ZoneRules> clocks(DateOrDateTimeProperty property) {
    return property.getValue().getRawComponents().isUtc()
        ? Optional.empty()
        : clocks((ICalProperty) property);
  }

  private Optional<ZoneRules> clocks(ICalProperty property) {
    TimezoneAssignment assigned = zones.getTimezone(property);
    if (assigned == null || assigned.getComponent() == null) {
      throw new IllegalStateException("The feed does not tell the clocks of " + property);
    }
    return Optional.of(clocks.computeIfAbsent(assigned.getComponent(), BiweeklyReader::rules));
  }

  private static ZoneRules rules(VTimezone zone) {
    List<Observance> observances =
        Stream.<Observance>concat(
                zone.getStandardTimes().stream(), zone.getDaylightSavingsTime().stream())
            .sorted(
                Comparator.comparing(
                    each -> shown(each.getDateStart().getValue().getRawComponents())))
            .toList();
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    for (Observance each : observances) {
      ZoneOffset before = offset(each.getTimezoneOffsetFrom().getValue());
      ZoneOffset after = offset(each.getTimezoneOffsetTo().getValue());
      if (!before.equals(after)) {
        changes.add(
            ZoneOffsetTransition.of(
                shown(each.getDateStart().getValue().getRawComponents()), before, after));
      }
    }
    ZoneOffset first = offset(observances.get(0).getTimezoneOffsetFrom().getValue());
    return ZoneRules.of(first, first, List.of(), changes, List.of());
  }

  private static ZoneOffset offset(UtcOffset offset) {
    return ZoneOffset.ofTotalSeconds((int) (offset.getMillis() / 1000));
  }
}
