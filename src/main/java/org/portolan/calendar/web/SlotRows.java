package org.portolan.calendar.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.portolan.calendar.Slots;
import org.portolan.calendar.TimeSlot;

/** Time slots as they are typed into a form, a row each; everything stays as it was typed. */
public final class SlotRows {
  /** Names of the fields of a row, and of what is done to all of them. */
  static final String DAY = "slotDay";

  static final String START = "slotStart";
  static final String END = "slotEnd";
  static final String DO = "slotDo";

  private static final String REMOVE = "remove-";
  private static final int WEEK = 7;

  /** Of more nothing is added; one more than there may be, so that this can be said. */
  private static final int MOST = Slots.MOST + 1;

  private final List<Row> rows;
  private int focus = -1;

  private SlotRows(List<Row> rows) {
    this.rows = new ArrayList<>(rows);
    if (rows.isEmpty()) {
      this.rows.add(Row.EMPTY);
    }
  }

  /** What was typed for one slot. */
  public record Row(String day, String start, String end) {
    static final Row EMPTY = new Row("", "", "");

    boolean empty() {
      return day.isBlank() && start.isBlank() && end.isBlank();
    }

    Row on(String other) {
      return new Row(other, start, end);
    }

    /** Null for one that cannot be read, or after which there may be no other. */
    private LocalDate date() {
      LocalDate date = Typed.read(day, LocalDate::parse);
      return date != null && countable(date) ? date : null;
    }

    /** Empty where one of the three is missing or cannot be read. */
    Optional<TimeSlot> slot() {
      LocalTime from = time(start);
      LocalTime until = time(end);
      return date() == null || from == null || until == null
          ? Optional.empty()
          : Optional.of(new TimeSlot(date(), from, until));
    }

    /** Null for what is no whole minute either: slots are kept in those. */
    private static LocalTime time(String typed) {
      LocalTime time = Typed.read(typed, LocalTime::parse);
      return time != null && time.equals(time.truncatedTo(ChronoUnit.MINUTES)) ? time : null;
    }

    private String problem() {
      return date() == null ? "calendar.problem.day" : "calendar.problem.time";
    }

    private static Row of(TimeSlot slot) {
      return new Row(slot.day().toString(), slot.start().toString(), slot.end().toString());
    }
  }

  static SlotRows of(List<TimeSlot> slots) {
    return new SlotRows(slots.stream().map(Row::of).toList());
  }

  /**
   * As they usually are; their days are left open where it is not known which is the first.
   *
   * @param first or null
   */
  static SlotRows usual(Slots usual, LocalDate first) {
    return first == null || !countable(first)
        ? new SlotRows(usual.list().stream().map(Row::of).map(row -> row.on("")).toList())
        : of(usual.beginning(first).list());
  }

  private static boolean countable(LocalDate day) {
    return day.getYear() >= 0 && day.getYear() <= 9999;
  }

  /** Whether they are as they usually are, on whatever days. */
  boolean say(Slots usual) {
    List<Row> filled = usual(usual, null).rows;
    return rows.stream().map(row -> row.on("")).toList().equals(filled)
        && (rows.stream().allMatch(row -> row.day().isBlank())
            || slots().numbered().equals(usual.numbered()));
  }

  /** With the days that are left open as they usually follow from the first. */
  SlotRows completed(Slots usual) {
    LocalDate first = rows.get(0).date();
    return first != null
            && !usual.everyDay()
            && rows.stream().skip(1).allMatch(row -> row.day().isBlank())
            && rows.stream().map(row -> row.on("")).toList().equals(usual(usual, null).rows)
        ? usual(usual, first)
        : this;
  }

  /** As they were sent, after what was to be done to them. */
  static SlotRows sent(Map<String, String[]> parameters) {
    String[] days = parameters.getOrDefault(DAY, new String[0]);
    String[] starts = parameters.getOrDefault(START, new String[0]);
    String[] ends = parameters.getOrDefault(END, new String[0]);
    int count = Math.min(MOST, Math.min(days.length, Math.min(starts.length, ends.length)));
    SlotRows sent =
        new SlotRows(
            IntStream.range(0, count).mapToObj(i -> new Row(days[i], starts[i], ends[i])).toList());
    String[] command = parameters.get(DO);
    if (command != null) {
      sent.change(command[0]);
    }
    return sent;
  }

  private void change(String command) {
    if (command.startsWith(REMOVE)) {
      remove(command.substring(REMOVE.length()));
    } else if (command.equals("next")) {
      repeat(1);
    } else if (command.equals("week")) {
      repeat(WEEK);
    } else if (command.equals("add")) {
      add(List.of(new Row(rows.get(rows.size() - 1).day(), "", "")));
    }
  }

  private void remove(String number) {
    Integer at = Typed.read(number, Integer::valueOf);
    if (at != null && at >= 0 && at < rows.size()) {
      rows.remove((int) at);
      if (rows.isEmpty()) {
        rows.add(Row.EMPTY);
      }
      focus = Math.min(at, rows.size() - 1);
    }
  }

  /** What stands there for the last of the days, so many days later. */
  private void repeat(int days) {
    Optional<LocalDate> last =
        rows.stream().map(Row::date).filter(day -> day != null).max(LocalDate::compareTo);
    add(
        last.map(
                day ->
                    rows.stream()
                        .filter(row -> day.equals(row.date()))
                        .map(row -> new Row(day.plusDays(days).toString(), row.start(), row.end()))
                        .toList())
            .orElse(List.of(Row.EMPTY)));
  }

  private void add(List<Row> more) {
    if (rows.size() + more.size() <= MOST) {
      focus = rows.size();
      rows.addAll(more);
    }
  }

  public List<Row> list() {
    return List.copyOf(rows);
  }

  /** The number of the row at which one goes on, or -1. */
  int focus() {
    return focus;
  }

  /** All that can be read. */
  Slots slots() {
    return new Slots(rows.stream().flatMap(row -> row.slot().stream()).toList());
  }

  /** Key of the text that says what is wrong with a row, or null. */
  String problem(Row row) {
    if (row.empty()) {
      return null;
    }
    Optional<TimeSlot> slot = row.slot();
    return slot.isPresent() ? slots().problem(slot.get()) : row.problem();
  }

  /** The same of the first that is wrong, or of all of them; null where nothing is. */
  String problem() {
    return rows.stream()
        .map(this::problem)
        .filter(each -> each != null)
        .findFirst()
        .orElse(slots().everyDay() ? "calendar.problem.slots.none" : null);
  }
}
