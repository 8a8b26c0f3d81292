package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import org.portolan.calendar.Occupancy;
import org.portolan.calendar.SeatsTaken;
import org.portolan.catalog.Entry;
import org.portolan.seat.SeatRules;

/** Tells the calendar how far the seats of its sessions are in use: one statement for a list. */
@ApplicationScoped
class KeptSeats implements SeatsTaken {
  @Inject private SeatBooks books;

  @Override
  @Transactional
  public Map<Long, Occupancy> taken(Collection<Long> sessionIds) {
    return sessionIds.isEmpty() ? Map.of() : books.taken(sessionIds);
  }

  /**
   * What is left for one more.
   *
   * @param rules as the book keeps them; null where nobody applied and none were given
   */
  static Entry entry(int seats, int taken, int queued, String rules) {
    if (taken < seats) {
      return Entry.SEAT;
    }
    if (rules == null) {
      return Entry.NONE;
    }
    SeatRules kept = SeatRules.of(rules);
    if (taken < kept.fitted(seats, kept.starts(), kept.open()).places()) {
      return Entry.SEAT;
    }
    return queued < kept.queue() ? Entry.LIST : Entry.NONE;
  }
}
