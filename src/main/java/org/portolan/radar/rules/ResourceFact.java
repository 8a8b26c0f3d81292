package org.portolan.radar.rules;

import java.time.LocalDate;
import java.util.Set;

/**
 * What the rules know of a room or a trainer that can be booked.
 *
 * @param centre code of that which has it
 * @param taken days of the year on which nobody else can have it
 * @param displaced numbers of sessions whose booking of it lost its time to another
 */
public record ResourceFact(
    long id, String centre, Kind kind, String name, Set<LocalDate> taken, Set<Long> displaced) {
  /** What is looked at; what else centres have is not idle for being unused. */
  public enum Kind {
    ROOM,
    TRAINER
  }

  public ResourceFact {
    taken = Set.copyOf(taken);
    displaced = Set.copyOf(displaced);
  }

  boolean free(LocalDate from, LocalDate to) {
    return taken.stream().noneMatch(day -> !day.isBefore(from) && !day.isAfter(to));
  }
}
