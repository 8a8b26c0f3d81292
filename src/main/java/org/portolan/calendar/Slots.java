package org.portolan.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When a session is held where that is not each day from its first to its last at the same hours:
 * its time slots in their order. Stored, sent and typed as one text, a day after the other: {@code
 * 2027-03-08 09:00-12:00 14:00-17:00; 2027-03-10 09:00-12:00}.
 */
public record Slots(List<TimeSlot> list) {
  /** The same hours each day, which the session says itself. */
  public static final Slots EVERY_DAY = new Slots(List.of());

  public static final int MOST = 120;
  static final Duration SHORTEST = Duration.ofMinutes(5);

  /** What the longest list takes that is kept. */
  public static final int LONGEST_TEXT = 3000;

  private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

  /** From which days are counted where it is not said which they are. */
  private static final LocalDate DAY_ONE = LocalDate.of(2001, 1, 1);

  private static final Pattern NUMBER = Pattern.compile("(^|[;\\n])\\s*(\\d{1,3})(?=[\\s:,])");

  /** As they stand before marks in French. */
  private static final String NO_BREAK = "[\u00a0\u202f]";

  private static final String TIME = "([01]?\\d|2[0-3]):([0-5]\\d)";
  private static final Pattern SPAN = Pattern.compile(TIME + "\\s*[-–]\\s*" + TIME);
  private static final Pattern DAY =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[\\s:,]+(.+)", Pattern.DOTALL);

  /** As they come about in time, in whatever order they were said. */
  public Slots {
    list = list.stream().sorted().toList();
  }

  /** The same hours on each day of a span. */
  static List<TimeSlot> daily(LocalDate first, LocalDate last, LocalTime start, LocalTime end) {
    return first.datesUntil(last.plusDays(1)).map(day -> new TimeSlot(day, start, end)).toList();
  }

  /** Of what somebody typed; empty where that cannot be read, and each day where it is nothing. */
  public static Optional<Slots> read(String text) {
    List<TimeSlot> slots = new ArrayList<>();
    for (String part : plain(text).split("[;\\r\\n]+")) {
      if (!part.isBlank() && !read(part.strip(), slots)) {
        return Optional.empty();
      }
    }
    return Optional.of(slots.isEmpty() ? EVERY_DAY : new Slots(slots));
  }

  /** The same with the number of each day in the place of its date, counted from the first. */
  public static Optional<Slots> readNumbered(String text) {
    String dated =
        NUMBER
            .matcher(plain(text))
            .replaceAll(
                found ->
                    found.group(1) + DAY_ONE.plusDays(Long.parseLong(found.group(2)) - 1) + " ");
    return read(dated).map(slots -> slots.everyDay() ? slots : slots.beginning(DAY_ONE));
  }

  /** In the figures and marks in which they are kept, without any for directions of writing. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    (text == null ? "" : text)
        .replaceAll(NO_BREAK, " ")
        .replace('\u061b', ';')
        .replace('\u060c', ',')
        .codePoints()
        .filter(each -> Character.getType(each) != Character.FORMAT)
        .map(each -> Character.isDigit(each) ? '0' + Character.digit(each, 10) : each)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean read(String part, List<TimeSlot> slots) {
    Matcher day = DAY.matcher(part);
    if (!day.matches()) {
      return false;
    }
    Matcher span = SPAN.matcher(day.group(2));
    try {
      LocalDate date = LocalDate.parse(day.group(1));
      int read = 0;
      while (span.find()) {
        if (!day.group(2).substring(read, span.start()).matches("[\\s,]*")) {
          return false;
        }
        slots.add(new TimeSlot(date, time(span, 1), time(span, 3)));
        read = span.end();
      }
      return read > 0 && day.group(2).substring(read).isBlank();
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static LocalTime time(Matcher span, int group) {
    return LocalTime.of(
        Integer.parseInt(span.group(group)), Integer.parseInt(span.group(group + 1)));
  }

  /** As {@link #read} takes it; empty where it is each day. */
  public String text() {
    return text(LocalDate::toString);
  }

  /** As {@link #readNumbered} takes it. */
  public String numbered() {
    return text(day -> String.valueOf(ChronoUnit.DAYS.between(firstDay(), day) + 1));
  }

  private String text(Function<LocalDate, String> name) {
    return byDay().entrySet().stream()
        .map(
            day ->
                name.apply(day.getKey())
                    + day.getValue().stream()
                        .map(
                            each ->
                                " " + HOURS.format(each.start()) + "-" + HOURS.format(each.end()))
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("; "));
  }

  public boolean everyDay() {
    return list.isEmpty();
  }

  /** Those of each day on which it is held, in the order of the days. */
  public Map<LocalDate, List<TimeSlot>> byDay() {
    return list.stream()
        .collect(Collectors.groupingBy(TimeSlot::day, LinkedHashMap::new, Collectors.toList()));
  }

  /** The days on which it is held. */
  public List<LocalDate> days() {
    return list.stream().map(TimeSlot::day).distinct().toList();
  }

  /** Key of the text that says what is wrong with one of them beside the others, or null. */
  public String problem(TimeSlot slot) {
    if (!slot.end().isAfter(slot.start())) {
      return "calendar.problem.slots.end";
    }
    if (slot.length().compareTo(SHORTEST) < 0) {
      return "calendar.problem.slots.short";
    }
    return list.stream().filter(slot::overlaps).count() > 1
        ? "calendar.problem.slots.overlap"
        : null;
  }

  /** The first that is wrong with all of them, or null. */
  public String problem() {
    return list.size() > MOST
        ? "calendar.problem.slots.many"
        : list.stream().map(this::problem).filter(each -> each != null).findFirst().orElse(null);
  }

  /** Whether they are no more than the same hours each day from the first to the last. */
  boolean plain() {
    return !everyDay()
        && ChronoUnit.DAYS.between(firstDay(), lastDay()) == list.size() - 1
        && daily(firstDay(), lastDay(), list.get(0).start(), list.get(0).end()).equals(list);
  }

  /** Whether they are no more than these hours on each of these days. */
  public boolean say(LocalDate first, LocalDate last, LocalTime start, LocalTime end) {
    return plain()
        && firstDay().equals(first)
        && lastDay().equals(last)
        && start().equals(start)
        && end().equals(end);
  }

  LocalDate firstDay() {
    return list.get(0).day();
  }

  LocalDate lastDay() {
    return list.get(list.size() - 1).day();
  }

  /** When the earliest of them begins, on whatever day. */
  LocalTime start() {
    return list.stream().map(TimeSlot::start).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** When the last of them ends, on whatever day. */
  LocalTime end() {
    return list.stream().map(TimeSlot::end).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** The same with another first day. */
  public Slots beginning(LocalDate first) {
    return everyDay() ? this : later(ChronoUnit.DAYS.between(firstDay(), first));
  }

  /** The same so many days later, at the same hours. */
  public Slots later(long days) {
    return new Slots(list.stream().map(each -> each.later(days)).toList());
  }
}
