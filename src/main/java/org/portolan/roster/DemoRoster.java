package org.portolan.roster;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.SchemaReady;

/**
 * What the sessions to come of the demo world ask for journeys, what some told, and a message to
 * those of the first; once.
 */
@ApplicationScoped
class DemoRoster {
  private static final String TO_COME =
      "SELECT s.id FROM training_session s WHERE s.state = 'published' AND s.starts_at > ?1 AND"
          + " EXISTS (SELECT 1 FROM application a WHERE a.session_id = s.id"
          + " AND a.state = 'approved') ORDER BY s.starts_at, s.id";
  private static final int TELLING = 4;

  @PersistenceContext private EntityManager entities;
  @Inject private Installation installation;
  @Inject private TravelRows travel;
  @Inject private MessageRows messages;
  @Inject private Clock clock;

  @Transactional
  void load(@Observes @Priority(520) SchemaReady ready) {
    if (!installation.demo() || any()) {
      return;
    }
    List<Long> sessions =
        numbers(
            entities
                .createNativeQuery(TO_COME)
                .setParameter(1, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .getResultList());
    for (long session : sessions) {
      travel.ask(
          session,
          new TravelAsk(
              EnumSet.of(
                  TravelField.PASSPORT_NAME,
                  TravelField.PASSPORT_NUMBER,
                  TravelField.EXPIRES_ON,
                  TravelField.ARRIVAL,
                  TravelField.DIET),
              "EUR 60",
              0));
      seated(session).stream().limit(TELLING).forEach(this::tell);
    }
    sessions.stream().findFirst().ifPresent(this::write);
  }

  private void tell(long application) {
    travel.keep(
        application,
        new TravelTold(
            Map.of(
                TravelField.PASSPORT_NUMBER, "DEMO " + application,
                TravelField.EXPIRES_ON, "2099-12-31",
                TravelField.DIET, "Nuts")));
  }

  private void write(long session) {
    int receivers = seated(session).size();
    long sender =
        numbers(
                entities
                    .createNativeQuery("SELECT id FROM person WHERE code = 'DEMO-P-0003'")
                    .getResultList())
            .get(0);
    messages.add(
        session,
        sender,
        new MessageText("Arrival", "Please tell us by Friday when you arrive.\n\nSee you soon."),
        receivers,
        clock.instant());
  }

  private List<Long> seated(long session) {
    return numbers(
        entities
            .createNativeQuery(
                "SELECT id FROM application WHERE session_id = ?1 AND state = 'approved' ORDER BY id")
            .setParameter(1, session)
            .getResultList());
  }

  private static List<Long> numbers(List<?> rows) {
    return rows.stream().map(row -> ((Number) row).longValue()).toList();
  }

  private boolean any() {
    return !entities
        .createNativeQuery("SELECT session_id FROM travel_ask")
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
