package org.portolan.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portolan.platform.secret.SealedBox;
import org.portolan.platform.web.ChangedMeanwhile;

/** The tables of what sessions ask for journeys and what was told, sealed for each application. */
@ApplicationScoped
class TravelRows {
  private static final String OF_PERSON =
      " WHERE application_id IN (SELECT id FROM application WHERE person_id = ?1)";

  @PersistenceContext private EntityManager entities;
  @Inject private SealedBox box;
  @Inject private Clock clock;

  @Transactional
  TravelAsk ask(long session) {
    List<?> rows =
        query("SELECT asked, per_diem, version FROM travel_ask WHERE session_id = ?1")
            .setParameter(1, session)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(row -> (Object[]) row)
        .map(
            row ->
                new TravelAsk(
                    TravelField.read(String.valueOf(row[0])),
                    String.valueOf(row[1]),
                    ((Number) row[2]).longValue()))
        .orElse(TravelAsk.NOTHING);
  }

  /** Keeps it in the place of the one with its version. */
  @Transactional(Transactional.TxType.MANDATORY)
  void ask(long session, TravelAsk ask) {
    query("SELECT id FROM training_session WHERE id = ?1 FOR UPDATE")
        .setParameter(1, session)
        .getResultList();
    if (ask(session).version() != ask.version()) {
      throw new ChangedMeanwhile();
    }
    query(
            "INSERT INTO travel_ask (session_id, asked, per_diem, version) VALUES (?1, ?2, ?3, 1)"
                + " ON DUPLICATE KEY UPDATE asked = VALUES(asked), per_diem = VALUES(per_diem),"
                + " version = version + 1")
        .setParameter(1, session)
        .setParameter(2, TravelField.write(ask.asked()))
        .setParameter(3, ask.perDiem())
        .executeUpdate();
  }

  @Transactional
  Optional<TravelTold> told(long application) {
    return Optional.ofNullable(read("application_id = ?1", application).get(application));
  }

  /** By application, of those who have a seat in a session. */
  @Transactional
  Map<Long, TravelTold> ofSession(long session) {
    return read(
        "application_id IN (SELECT id FROM application WHERE session_id = ?1 AND state ="
            + " 'approved')",
        session);
  }

  /** By application, whether or not the seat is lost. */
  @Transactional
  Map<Long, TravelTold> ofPerson(long person) {
    return read("application_id IN (SELECT id FROM application WHERE person_id = ?1)", person);
  }

  private Map<Long, TravelTold> read(String which, long of) {
    List<?> rows =
        query("SELECT application_id, sealed FROM travel_record WHERE " + which)
            .setParameter(1, of)
            .getResultList();
    Map<Long, TravelTold> told = new HashMap<>();
    for (Object row : rows) {
      long application = ((Number) ((Object[]) row)[0]).longValue();
      box.open((byte[]) ((Object[]) row)[1], place(application))
          .ifPresent(plain -> told.put(application, TravelTold.of(plain)));
    }
    return told;
  }

  /** Keeps it where the application still has a seat; what is empty is taken away. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean keep(long application, TravelTold told) {
    boolean seated =
        !query("SELECT id FROM application WHERE id = ?1 AND state = 'approved' FOR UPDATE")
            .setParameter(1, application)
            .getResultList()
            .isEmpty();
    if (!seated) {
      return false;
    }
    if (told.values().isEmpty()) {
      query("DELETE FROM travel_record WHERE application_id = ?1")
          .setParameter(1, application)
          .executeUpdate();
      return true;
    }
    query(
            "INSERT INTO travel_record (application_id, sealed, told_at) VALUES (?1, ?2, ?3)"
                + " ON DUPLICATE KEY UPDATE sealed = VALUES(sealed), told_at = VALUES(told_at)")
        .setParameter(1, application)
        .setParameter(2, box.seal(told.bytes(), place(application)))
        .setParameter(3, utc(clock.instant()))
        .executeUpdate();
    return true;
  }

  /** Of sessions that ended before, and of those who have no seat any more. */
  @Transactional(Transactional.TxType.MANDATORY)
  int forget(Instant ended, int most) {
    return remove(
        query(
                "SELECT t.application_id FROM travel_record t JOIN application a"
                    + " ON a.id = t.application_id JOIN training_session s ON s.id = a.session_id"
                    + " WHERE s.ends_at < ?1 OR a.state <> 'approved' OR s.state = 'cancelled'"
                    + " LIMIT "
                    + most)
            .setParameter(1, utc(ended))
            .getResultList());
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void forgetPerson(long person) {
    query("DELETE FROM travel_record" + OF_PERSON).setParameter(1, person).executeUpdate();
  }

  private int remove(List<?> applications) {
    return applications.isEmpty()
        ? 0
        : query(
                "DELETE FROM travel_record WHERE application_id IN "
                    + applications.stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ", "(", ")")))
            .executeUpdate();
  }

  private Query query(String sql) {
    return entities.createNativeQuery(sql);
  }

  private static String place(long application) {
    return "travel_record.sealed." + application;
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
