package org.portolan.eligibility;

import java.time.LocalDate;
import java.util.Set;

/**
 * The session for which somebody wants a seat. Conditions are to be met on its first day.
 *
 * @param last null for what can be begun at any time: its first day is that of the wish, and it is
 *     in the way of nothing
 * @param on the days on which it is held; empty where these are all from the first to the last
 */
public record Occasion(long session, LocalDate first, LocalDate last, Set<LocalDate> on) {
  public Occasion {
    on = Set.copyOf(on);
  }

  /** One that is held on each of its days. */
  public Occasion(long session, LocalDate first, LocalDate last) {
    this(session, first, last, Set.of());
  }

  boolean isAnother(Engagement engagement) {
    return engagement.session() != session;
  }

  /** Whether both are held on some day; on a free day of one the other is in nobody's way. */
  boolean meets(Engagement engagement) {
    if (last == null || engagement.first().isAfter(last) || engagement.last().isBefore(first)) {
      return false;
    }
    LocalDate from = first.isBefore(engagement.first()) ? engagement.first() : first;
    LocalDate until = last.isBefore(engagement.last()) ? last : engagement.last();
    return from.datesUntil(until.plusDays(1))
        .anyMatch(day -> held(day, on) && held(day, engagement.on()));
  }

  private static boolean held(LocalDate day, Set<LocalDate> on) {
    return on.isEmpty() || on.contains(day);
  }
}
