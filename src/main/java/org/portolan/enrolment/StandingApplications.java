package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portolan.seat.ApplicationState;

/**
 * How many applications of sessions stand, whether or not somebody has decided; for features above,
 * which have asked whether whoever looks may know.
 */
@ApplicationScoped
public class StandingApplications {
  private static final String ALIVE =
      Arrays.stream(ApplicationState.values())
          .filter(ApplicationState::alive)
          .map(state -> "'" + state.code() + "'")
          .collect(Collectors.joining(", "));

  @PersistenceContext private EntityManager entities;

  /** By session, in one statement; one without any is missing. */
  @Transactional
  public Map<Long, Integer> of(Collection<Long> sessionIds) {
    Map<Long, Integer> counts = new HashMap<>();
    if (!sessionIds.isEmpty()) {
      List<?> found =
          entities
              .createNativeQuery(
                  "SELECT session_id, COUNT(*) FROM application WHERE state IN ("
                      + ALIVE
                      + ") AND session_id IN ("
                      + sessionIds.stream().map(String::valueOf).collect(Collectors.joining(", "))
                      + ") GROUP BY session_id")
              .getResultList();
      found.stream()
          .map(Object[].class::cast)
          .forEach(row -> counts.put(((Number) row[0]).longValue(), ((Number) row[1]).intValue()));
    }
    return counts;
  }
}
