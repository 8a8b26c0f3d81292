package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import org.portolan.calendar.SeatsTaken;

/** Tells the calendar how many seats people hold: one statement for a list. */
@ApplicationScoped
class KeptSeats implements SeatsTaken {
  @Inject private SeatBooks books;

  @Override
  @Transactional
  public Map<Long, Integer> taken(Collection<Long> sessionIds) {
    return sessionIds.isEmpty() ? Map.of() : books.taken(sessionIds);
  }
}
