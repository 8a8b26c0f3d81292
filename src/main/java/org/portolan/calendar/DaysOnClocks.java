package org.portolan.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Days of a session that look alike on the clocks of one zone: they follow each other, begin and
 * end at the same hours, and the clocks have the same offset. Mostly there is one such stretch;
 * where clocks change while it is held, there or where somebody reads, there are several.
 *
 * @param overnight by how many days later a day ends than it began
 * @param offset of the clocks when its days begin
 */
public record DaysOnClocks(
    LocalDate first,
    LocalDate last,
    LocalTime start,
    LocalTime end,
    int overnight,
    ZoneOffset offset) {

  /** The days, in their order, as the clocks of this zone show them. */
  public static List<DaysOnClocks> of(List<HeldDay> days, ZoneId zone) {
    return stretches(days, zone, true);
  }

  /** The same for whom the offset of the clocks is nothing as long as they show the same hours. */
  public static List<DaysOnClocks> byHours(List<HeldDay> days, ZoneId zone) {
    return stretches(days, zone, false);
  }

  private static List<DaysOnClocks> stretches(
      List<HeldDay> days, ZoneId zone, boolean offsetCounts) {
    List<DaysOnClocks> stretches = new ArrayList<>();
    for (HeldDay day : days) {
      DaysOnClocks one = of(day, zone);
      int latest = stretches.size() - 1;
      if (latest >= 0
          && stretches.get(latest).goesOnWith(one)
          && (!offsetCounts || stretches.get(latest).offset.equals(one.offset))) {
        stretches.set(latest, stretches.get(latest).until(one.last()));
      } else {
        stretches.add(one);
      }
    }
    return List.copyOf(stretches);
  }

  private static DaysOnClocks of(HeldDay day, ZoneId zone) {
    ZoneOffset offset = zone.getRules().getOffset(day.startsAt());
    LocalDateTime starts = LocalDateTime.ofInstant(day.startsAt(), zone);
    LocalDateTime ends = LocalDateTime.ofInstant(day.endsAt(), zone);
    long later =
        Duration.between(starts.toLocalDate().atStartOfDay(), ends.toLocalDate().atStartOfDay())
            .toDays();
    return new DaysOnClocks(
        starts.toLocalDate(),
        starts.toLocalDate(),
        starts.toLocalTime(),
        ends.toLocalTime(),
        (int) later,
        offset);
  }

  private boolean goesOnWith(DaysOnClocks next) {
    return last.plusDays(1).equals(next.first)
        && start.equals(next.start)
        && end.equals(next.end)
        && overnight == next.overnight;
  }

  private DaysOnClocks until(LocalDate day) {
    return new DaysOnClocks(first, day, start, end, overnight, offset);
  }

  /** Of the last day; it is another one where days end after midnight. */
  public LocalDate lastEnds() {
    return last.plusDays(overnight);
  }
}
