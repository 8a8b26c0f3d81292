package org.portolan.calendar;

import java.util.Collection;
import java.util.Map;

/** What the calendar asks of whoever keeps the seats. */
public interface SeatsTaken {

  /** Seats held now, by session; one without any may be missing. */
  Map<Long, Integer> taken(Collection<Long> sessionIds);
}
