package org.portolan.booking;

import com.ibm.icu.util.TimeZone;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/**
 * When somebody is busy, as a calendar file says: events that are not free, and answers to a
 * question of free and busy. Nothing else is kept of it, and it is read as a stream: neither a long
 * file nor rules without an end take more time or memory than their limits.
 */
final class BusyFile {
  /** What lies later is not read. */
  static final int MONTHS = 24;

  /** So many times are kept. */
  static final int MOST_TIMES = 2000;

  private static final int MOST_ENTRIES = 20_000;

  /** So many repetitions are looked at, of all rules together. */
  private static final long MOST_STEPS = 200_000;

  private static final int LAST_DAY_OF_ALL_MONTHS = 28;
  private static final int WEEKS_OF_YEAR = 53;
  private static final int WEEKS_OF_MONTH = 5;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final Pattern LENGTH =
      Pattern.compile(
          "\\+?P(?:(\\d{1,6})W)?(?:(\\d{1,6})D)?"
              + "(?:T(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?(?:(\\d{1,6})S)?)?");

  private final ZoneId home;
  private final Instant from;
  private final Instant until;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Span> busy = new ArrayList<>();
  private long steps;

  private BusyFile(ZoneId home, Instant now) {
    this.home = home;
    from = now;
    until = now.atZone(home).plusMonths(MONTHS).toInstant();
  }

  /**
   * Times from now on, in their order; what overlaps is one.
   *
   * @param home the clocks of what names none
   * @throws UnreadableFile when it is no calendar, or there is too much in it
   */
  static List<Span> read(Reader file, ZoneId home, Instant now) throws IOException {
    BusyFile reading = new BusyFile(home, now);
    try {
      new CalendarParserImpl().parse(file, reading.new Handler());
      reading.expand();
    } catch (ParserException | IllegalArgumentException | DateTimeException e) {
      // the parser wraps whatever it was told while it read
      throw e.getCause() instanceof UnreadableFile told
          ? told
          : new UnreadableFile(UnreadableFile.Kind.DAMAGED, e);
    }
    return joined(reading.busy);
  }

  /** A moment as it is written: on the clocks of a zone, or a whole day there. */
  private record Moment(LocalDateTime local, ZoneId zone, boolean day) {
    Instant instant() {
      return local.atZone(zone).toInstant();
    }
  }

  /** One event, while it is read. */
  private static final class Entry {
    private String uid = "";
    private Moment start;
    private Moment end;
    private Duration length;
    private String rule;
    private Moment instead;
    private final List<Moment> further = new ArrayList<>();
    private final List<Span> periods = new ArrayList<>();
    private final Set<Instant> except = new HashSet<>();
    private boolean free;
    private boolean cancelled;

    private boolean repeats() {
      return rule != null || !further.isEmpty() || !periods.isEmpty();
    }

    /** When it ends, where it begins at another moment than the first. */
    private Instant ends(LocalDateTime begins) {
      Instant first = begins.atZone(start.zone()).toInstant();
      if (length != null) {
        return first.plus(length);
      }
      if (end == null) {
        return start.day() ? begins.plusDays(1).atZone(start.zone()).toInstant() : first;
      }
      return start.day()
          ? begins
              .plusDays(ChronoUnit.DAYS.between(start.local(), end.local()))
              .atZone(start.zone())
              .toInstant()
          : first.plus(Duration.between(start.instant(), end.instant()));
    }
  }

  /** Takes what says when, and leaves titles, places and people alone. */
  private final class Handler implements ContentHandler {
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, String> parameters = new HashMap<>();
    private Entry entry;
    private String property;

    @Override
    public void startCalendar() {
      open.clear();
    }

    @Override
    public void endCalendar() {
      open.clear();
    }

    @Override
    public void startComponent(String name) {
      if (open.isEmpty() && name.equalsIgnoreCase("VEVENT")) {
        entry = new Entry();
      }
      open.push(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public void endComponent(String name) {
      open.poll();
      if (open.isEmpty() && entry != null) {
        keep(entry);
        entry = null;
      }
    }

    @Override
    public void startProperty(String name) {
      property = name.toUpperCase(Locale.ROOT);
      parameters.clear();
    }

    @Override
    public void parameter(String name, String value) {
      parameters.put(name.toUpperCase(Locale.ROOT), value);
    }

    @Override
    public void propertyValue(String value) {
      if (open.size() != 1) {
        return;
      }
      if (open.peek().equals("VFREEBUSY")) {
        if (property.equals("FREEBUSY")
            && !parameters.getOrDefault("FBTYPE", "BUSY").equalsIgnoreCase("FREE")) {
          for (String period : value.split(",")) {
            take(period(period));
          }
        }
      } else if (entry != null) {
        event(value.strip());
      }
    }

    private void event(String value) {
      switch (property) {
        case "UID" -> entry.uid = value;
        case "DTSTART" -> entry.start = moment(value);
        case "DTEND" -> entry.end = moment(value);
        case "DURATION" -> entry.length = length(value);
        case "RRULE" -> entry.rule = value.toUpperCase(Locale.ROOT);
        case "RECURRENCE-ID" -> entry.instead = moment(value);
        case "TRANSP" -> entry.free = value.equalsIgnoreCase("TRANSPARENT");
        case "STATUS" -> entry.cancelled = value.equalsIgnoreCase("CANCELLED");
        case "EXDATE" -> {
          for (String each : value.split(",")) {
            entry.except.add(moment(each).instant());
          }
        }
        case "RDATE" -> {
          for (String each : value.split(",")) {
            if (each.contains("/")) {
              entry.periods.add(period(each));
            } else {
              entry.further.add(moment(each));
            }
          }
        }
        default -> {
          // says nothing of when
        }
      }
    }

    @Override
    public void endProperty(String name) {
      parameters.clear();
    }

    private Span period(String text) {
      String[] ends = text.strip().split("/");
      if (ends.length != 2) {
        throw new IllegalArgumentException(text);
      }
      Instant first = moment(ends[0]).instant();
      Instant last =
          ends[1].contains("P") ? first.plus(length(ends[1])) : moment(ends[1]).instant();
      return new Span(first, last);
    }

    private Moment moment(String typed) {
      String text = typed.strip().toUpperCase(Locale.ROOT);
      boolean day = text.length() == 8;
      boolean universal = text.endsWith("Z");
      LocalDateTime local =
          day
              ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay()
              : LocalDateTime.parse(
                  universal ? text.substring(0, text.length() - 1) : text, MOMENT);
      return new Moment(local, universal ? ZoneOffset.UTC : zone(parameters.get("TZID")), day);
    }
  }

  /** As it is called everywhere, or by one maker of calendars; else that of home. */
  private ZoneId zone(String named) {
    if (named == null) {
      return home;
    }
    String name = named.replace("\"", "").strip();
    String rest = name;
    while (!rest.isEmpty()) {
      if (ZoneId.getAvailableZoneIds().contains(rest)) {
        return ZoneId.of(rest);
      }
      rest = rest.contains("/") ? rest.substring(rest.indexOf('/') + 1) : "";
    }
    String known = TimeZone.getIDForWindowsID(name, null);
    return known != null && ZoneId.getAvailableZoneIds().contains(known) ? ZoneId.of(known) : home;
  }

  private static Duration length(String text) {
    Matcher parts = LENGTH.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      throw new IllegalArgumentException(text);
    }
    return Duration.ofDays(7 * part(parts, 1) + part(parts, 2))
        .plusHours(part(parts, 3))
        .plusMinutes(part(parts, 4))
        .plusSeconds(part(parts, 5));
  }

  private static long part(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
  }

  private void keep(Entry entry) {
    if (entry.start == null) {
      throw new IllegalArgumentException("an event without a beginning");
    }
    // what is over and took the place of nothing is not needed to know the others
    if (entry.instead == null
        && !entry.repeats()
        && (entry.free || entry.cancelled || !entry.ends(entry.start.local()).isAfter(from))) {
      return;
    }
    entries.add(entry);
    if (entries.size() > MOST_ENTRIES) {
      throw new UnreadableFile(UnreadableFile.Kind.MANY, null);
    }
  }

  private void expand() {
    Map<String, Set<Instant>> replaced = new HashMap<>();
    for (Entry each : entries) {
      if (each.instead != null) {
        replaced.computeIfAbsent(each.uid, uid -> new HashSet<>()).add(each.instead.instant());
      }
    }
    for (Entry each : entries) {
      if (!each.free && !each.cancelled) {
        expand(each, each.instead == null ? replaced.getOrDefault(each.uid, Set.of()) : Set.of());
      }
    }
  }

  private void expand(Entry entry, Set<Instant> replaced) {
    Set<LocalDateTime> begins = new HashSet<>();
    begins.add(entry.start.local());
    entry.further.forEach(
        each -> begins.add(LocalDateTime.ofInstant(each.instant(), entry.start.zone())));
    if (entry.rule != null) {
      begins.addAll(repetitions(entry));
    }
    for (LocalDateTime each : begins) {
      Instant first = each.atZone(entry.start.zone()).toInstant();
      Instant last = entry.ends(each);
      if (!entry.except.contains(first) && !replaced.contains(first) && last.isAfter(first)) {
        take(new Span(first, last));
      }
    }
    entry.periods.forEach(this::take);
  }

  private List<LocalDateTime> repetitions(Entry entry) {
    ZoneId zone = entry.start.zone();
    LocalDateTime last = LocalDateTime.ofInstant(until, zone);
    StringBuilder rule = new StringBuilder();
    for (String part : entry.rule.split(";")) {
      if (part.startsWith("UNTIL=")) {
        LocalDateTime given = until(part.substring("UNTIL=".length()), zone);
        last = given.isBefore(last) ? given : last;
      } else {
        rule.append(rule.isEmpty() ? "" : ";").append(part);
      }
    }
    Recur<LocalDateTime> recur = new Recur<>(rule.toString());
    LocalDateTime seed = entry.start.local();
    Duration length = Duration.between(seed.atZone(zone).toInstant(), entry.ends(seed));
    LocalDateTime first = LocalDateTime.ofInstant(from.minus(length), zone);
    if (recur.getCount() < 1) {
      seed = nearer(seed, first, recur);
    }
    if (last.isBefore(seed)) {
      return List.of();
    }
    steps += steps(recur, seed, last);
    if (steps > MOST_STEPS) {
      throw new UnreadableFile(UnreadableFile.Kind.MANY, null);
    }
    // a day has its beginning in it, and what lies between
    return recur.getDates(seed, first.isBefore(seed) ? seed : first, last.plusSeconds(1));
  }

  private LocalDateTime until(String text, ZoneId zone) {
    if (text.length() == 8) {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).plusDays(1).atStartOfDay();
    }
    LocalDateTime local = LocalDateTime.parse(text.replace("Z", ""), MOMENT);
    return text.endsWith("Z")
        ? LocalDateTime.ofInstant(local.toInstant(ZoneOffset.UTC), zone)
        : local;
  }

  private static ChronoUnit unit(Recur<?> recur) {
    return switch (recur.getFrequency()) {
      case SECONDLY -> ChronoUnit.SECONDS;
      case MINUTELY -> ChronoUnit.MINUTES;
      case HOURLY -> ChronoUnit.HOURS;
      case DAILY -> ChronoUnit.DAYS;
      case WEEKLY -> ChronoUnit.WEEKS;
      case MONTHLY -> ChronoUnit.MONTHS;
      case YEARLY -> ChronoUnit.YEARS;
    };
  }

  /** What began long ago is taken up shortly before it matters, in the same step. */
  private static LocalDateTime nearer(
      LocalDateTime seed, LocalDateTime first, Recur<LocalDateTime> recur) {
    long interval = Math.max(1, recur.getInterval());
    long passed = unit(recur).between(seed, first) / interval - 1;
    boolean everywhere =
        seed.getDayOfMonth() <= LAST_DAY_OF_ALL_MONTHS
            || recur.getFrequency() != Frequency.MONTHLY
                && recur.getFrequency() != Frequency.YEARLY;
    return passed > 0 && everywhere ? seed.plus(passed * interval, unit(recur)) : seed;
  }

  /** How many moments a rule has to look at, at most. */
  private static long steps(Recur<LocalDateTime> recur, LocalDateTime seed, LocalDateTime last) {
    long each =
        times(recur.getHourList())
            * times(recur.getMinuteList())
            * times(recur.getSecondList())
            * times(recur.getMonthList())
            * times(recur.getMonthDayList())
            * times(recur.getYearDayList())
            * times(recur.getWeekNoList())
            * times(recur.getDayList())
            * (recur.getDayList().isEmpty()
                ? 1
                : recur.getFrequency() == Frequency.YEARLY
                    ? WEEKS_OF_YEAR
                    : recur.getFrequency() == Frequency.MONTHLY ? WEEKS_OF_MONTH : 1);
    long turns = unit(recur).between(seed, last) / Math.max(1, recur.getInterval()) + 1;
    return Math.min(MOST_STEPS + 1, turns) * Math.min(MOST_STEPS + 1, each);
  }

  private static long times(Collection<?> list) {
    return Math.max(1, Math.min(1000, list.size()));
  }

  private void take(Span span) {
    if (!span.until().isAfter(from) || !span.from().isBefore(until)) {
      return;
    }
    busy.add(
        new Span(
            span.from().isBefore(from) ? from : span.from(),
            span.until().isAfter(until) ? until : span.until()));
    if (busy.size() > MOST_TIMES) {
      throw new UnreadableFile(UnreadableFile.Kind.MANY, null);
    }
  }

  private static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      Span before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (before != null && !span.from().isAfter(before.until())) {
        Instant last = before.until().isAfter(span.until()) ? before.until() : span.until();
        joined.set(joined.size() - 1, new Span(before.from(), last));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }
}
