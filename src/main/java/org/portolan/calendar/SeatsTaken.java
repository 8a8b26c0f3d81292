package org.portolan.calendar;

import java.util.Collection;
import java.util.Map;

/** What the calendar asks of whoever keeps the seats. */
public interface SeatsTaken {

  /** How far their seats are in use, by session; one without applications may be missing. */
  Map<Long, Occupancy> taken(Collection<Long> sessionIds);
}
