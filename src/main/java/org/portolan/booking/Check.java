package org.portolan.booking;

import java.util.List;

/**
 * What stands in the way of a booking.
 *
 * @param conflicts others that it meets; those of which nobody wants to know are left out
 * @param tooSmall whether fewer people have a place in it than the session has seats
 */
public record Check(List<Conflict> conflicts, boolean tooSmall) {
  /** The strictest of what is found; {@link ConflictLevel#IGNORE} where nothing is. */
  public ConflictLevel level() {
    return conflicts.stream()
        .map(Conflict::level)
        .reduce(tooSmall ? ConflictLevel.WARN : ConflictLevel.IGNORE, ConflictLevel::or);
  }

  public boolean blocked() {
    return level() == ConflictLevel.BLOCK;
  }

  /** Whether it can be booked by who says why. */
  public boolean wantsReason() {
    return level() == ConflictLevel.WARN;
  }
}
