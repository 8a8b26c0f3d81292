package org.portolan.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.calendar.HeldDay;
import org.portolan.calendar.SessionFacts;

/**
 * The morning or the afternoon of a day on which a session is held, on the clocks of its centre.
 *
 * @param startsAt when it begins
 * @param endsAt when it is over; of a morning before an afternoon, when that begins
 */
public record HalfDay(LocalDate day, boolean morning, Instant startsAt, Instant endsAt) {
  /** So long before it begins people come in at the door. */
  static final Duration DOOR = Duration.ofHours(1);

  private static final LocalTime NOON = LocalTime.of(12, 0);
  private static final LocalTime AFTER_NOON = LocalTime.of(13, 0);

  /** As it stands in marks: {@code 2027-03-08-am}. */
  public String code() {
    return day + (morning ? "-am" : "-pm");
  }

  /**
   * All of a session in their order. A day that begins before noon has a morning, one that goes on
   * after one o'clock an afternoon; each has at least one of them. Several slots on one half-day
   * are one, from the first to the last.
   */
  public static List<HalfDay> of(SessionFacts session) {
    ZoneId zone = ZoneId.of(session.zone());
    Map<String, HalfDay> halves = new LinkedHashMap<>();
    for (HeldDay held : session.days()) {
      ZonedDateTime starts = held.startsAt().atZone(zone);
      ZonedDateTime ends = held.endsAt().atZone(zone);
      LocalDate day = starts.toLocalDate();
      boolean morning = starts.toLocalTime().isBefore(NOON);
      Instant one = day.atTime(AFTER_NOON).atZone(zone).toInstant();
      boolean afternoon = !morning || ends.toInstant().isAfter(one);
      if (morning) {
        add(halves, new HalfDay(day, true, held.startsAt(), afternoon ? one : held.endsAt()));
      }
      if (afternoon) {
        add(halves, new HalfDay(day, false, morning ? one : held.startsAt(), held.endsAt()));
      }
    }
    return List.copyOf(halves.values());
  }

  private static void add(Map<String, HalfDay> halves, HalfDay half) {
    halves.merge(
        half.code(),
        half,
        (first, later) ->
            new HalfDay(
                first.day(),
                first.morning(),
                first.startsAt(),
                later.endsAt().isAfter(first.endsAt()) ? later.endsAt() : first.endsAt()));
  }

  /** When the door opens for it. */
  public Instant opensAt() {
    return startsAt.minus(DOOR);
  }

  /** Of these the one for which people come in at a moment: the last whose door is open. */
  static Optional<HalfDay> openAt(List<HalfDay> halves, Instant moment) {
    return halves.stream()
        .filter(each -> !moment.isBefore(each.opensAt()) && moment.isBefore(each.endsAt()))
        .reduce((one, later) -> later);
  }

  /** Of these the first whose door opens after a moment. */
  static Optional<HalfDay> nextAfter(List<HalfDay> halves, Instant moment) {
    return halves.stream().filter(each -> moment.isBefore(each.opensAt())).findFirst();
  }
}
