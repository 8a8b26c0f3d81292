package org.portolan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/** Whether those who come to a session have a place in the room that it has booked. */
@ApplicationScoped
public class SessionRooms {
  @Inject private SessionRepository sessions;
  @Inject private Instance<RoomsBooked> rooms;
  @Inject private CurrentPerson person;

  /** The room that is too small for a session of one's own centre. */
  @Transactional
  public Optional<TightRoom> tight(long id) {
    SessionFacts facts = sessions.find(id).orElseThrow(() -> new NotFound("session " + id)).facts();
    person.requireRole(Role.CENTRE, Scope.centre(facts.centreCode()));
    return tight(id, facts.seats());
  }

  private Optional<TightRoom> tight(long id, int people) {
    return rooms.stream().flatMap(each -> each.tooSmall(id, people).stream()).findFirst();
  }

  /**
   * A session gets no more seats than its room has places, where its centre is strict about rooms.
   * What was too many before is known to whoever booked, and may grow.
   */
  void require(SessionFacts before, SessionPlan plan) {
    if (plan.seats() == null || plan.seats() <= before.seats()) {
      return;
    }
    tight(before.id(), plan.seats())
        .filter(room -> room.strict() && room.places() >= before.seats())
        .ifPresent(
            room -> {
              throw new InvalidPlan(Map.of("seats", "calendar.problem.seatsRoom"), room);
            });
  }
}
