package org.portolan.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;

/** Time slots in words, on the clocks of the centre; for papers, letters and feeds. */
public final class SlotLines {
  private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

  private SlotLines() {}

  /** A line for each day; none where the session is held each day at the same hours. */
  public static List<String> of(Slots slots, Language reader) {
    Dates dates = new Dates(reader);
    return slots.byDay().entrySet().stream()
        .map(day -> line(dates.date(day.getKey()), hours(day.getValue(), reader), reader))
        .toList();
  }

  /** A day and what is said of it. */
  public static String line(String day, String said, Language reader) {
    return day + Texts.text(reader, "platform.colon") + " " + said;
  }

  /** The hours of one day. */
  public static String hours(List<TimeSlot> slots, Language reader) {
    return slots.stream()
        .map(each -> span(each.start(), each.end()))
        .collect(Collectors.joining(comma(reader)));
  }

  public static String comma(Language reader) {
    return reader == Language.AR ? "، " : ", ";
  }

  private static String span(LocalTime start, LocalTime end) {
    return HOURS.format(start) + "–" + HOURS.format(end);
  }

  /** Stretches of days without a free one, each with the same hours. */
  public static List<Stretch> stretches(Slots slots, Language reader) {
    List<Stretch> stretches = new java.util.ArrayList<>();
    slots
        .byDay()
        .forEach(
            (day, held) -> {
              String hours = hours(held, reader);
              int latest = stretches.size() - 1;
              if (latest >= 0 && stretches.get(latest).goesOn(day, hours)) {
                stretches.set(latest, new Stretch(stretches.get(latest).first(), day, hours));
              } else {
                stretches.add(new Stretch(day, day, hours));
              }
            });
    return stretches;
  }

  /** Days that follow each other, at the same hours. */
  public record Stretch(LocalDate first, LocalDate last, String hours) {
    private boolean goesOn(LocalDate day, String other) {
      return last.plusDays(1).equals(day) && hours.equals(other);
    }
  }
}
