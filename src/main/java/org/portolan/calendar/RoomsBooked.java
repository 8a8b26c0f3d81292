package org.portolan.calendar;

import java.util.Optional;

/** What the calendar asks of those who know which rooms sessions have booked. */
public interface RoomsBooked {

  /**
   * The largest room that a session has booked, where not so many people have a place in any; empty
   * where they have, where nothing is booked or nobody knows.
   */
  Optional<TightRoom> tooSmall(long sessionId, int people);
}
