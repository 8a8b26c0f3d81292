package org.portolan.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.Candidate;
import org.portolan.seat.Groups;
import org.portolan.seat.WaitingList;

/** The waiting list and the offers of one session, asked of the database as far as needed. */
class QueueOfSession implements WaitingList {
  private static final int AT_ONCE = 50;

  private final EntityManager entities;
  private final long sessionId;

  QueueOfSession(EntityManager entities, long sessionId) {
    this.entities = entities;
    this.sessionId = sessionId;
  }

  @Override
  public Optional<Candidate> first(Predicate<Groups> fits) {
    long after = -1;
    while (true) {
      List<Application> some =
          entities
              .createQuery(
                  "select a from Application a where a.sessionId = :session and a.state = :state"
                      + " and a.place > :after order by a.place",
                  Application.class)
              .setParameter("session", sessionId)
              .setParameter("state", ApplicationState.QUEUED)
              .setParameter("after", after)
              .setMaxResults(AT_ONCE)
              .getResultList();
      for (Application each : some) {
        if (fits.test(each.standing().groups())) {
          return Optional.of(each);
        }
      }
      if (some.size() < AT_ONCE) {
        return Optional.empty();
      }
      after = some.get(some.size() - 1).standing().place();
    }
  }

  @Override
  public List<Candidate> overdue(Instant moment) {
    return List.copyOf(
        entities
            .createQuery(
                "select a from Application a where a.sessionId = :session and a.state = :state"
                    + " and a.offeredUntil <= :moment order by a.offeredUntil, a.id",
                Application.class)
            .setParameter("session", sessionId)
            .setParameter("state", ApplicationState.OFFERED)
            .setParameter("moment", moment)
            .getResultList());
  }

  @Override
  public Optional<Instant> nextEnd() {
    return entities
        .createQuery(
            "select a.offeredUntil from Application a where a.sessionId = :session"
                + " and a.state = :state order by a.offeredUntil",
            Instant.class)
        .setParameter("session", sessionId)
        .setParameter("state", ApplicationState.OFFERED)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public long placeBefore(long place) {
    Long before =
        entities
            .createQuery(
                "select max(a.place) from Application a where a.sessionId = :session"
                    + " and a.state = :state and a.place < :place",
                Long.class)
            .setParameter("session", sessionId)
            .setParameter("state", ApplicationState.QUEUED)
            .setParameter("place", place)
            .getSingleResult();
    return before == null ? 0 : before;
  }
}
