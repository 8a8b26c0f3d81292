package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.portolan.eligibility.Engagement;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.WaitingList;

/** Applications and seats where they change. */
@ApplicationScoped
class ApplicationRepository {
  private static final String STAND = ".state IN ('waiting', 'queued', 'offered', 'approved')";

  /** Whether something came of the session for an applicant, which only a seat brings. */
  private static final String RESULT =
      " EXISTS (SELECT 1 FROM completion c WHERE c.session_id = a.session_id"
          + " AND c.person_id = a.person_id)";

  @PersistenceContext private EntityManager entities;

  WaitingList waitingList(long sessionId) {
    return new QueueOfSession(entities, sessionId);
  }

  Optional<Application> find(long sessionId, long personId) {
    return entities
        .createQuery(
            "select a from Application a where a.sessionId = :session and a.personId = :person",
            Application.class)
        .setParameter("session", sessionId)
        .setParameter("person", personId)
        .getResultStream()
        .findFirst();
  }

  /** A person, and a session for which they may have applied. */
  record Place(long session, long person) {}

  /** What was handed in before for any of these, in one statement where nothing was. */
  Map<Place, Application> find(Collection<Place> places) {
    Map<Place, Application> found = new HashMap<>();
    for (Long id : numbers(places).values()) {
      Application known = get(id);
      found.put(new Place(known.sessionId(), known.personId()), known);
    }
    return found;
  }

  private Map<Place, Long> numbers(Collection<Place> places) {
    String which =
        IntStream.range(0, places.size())
            .mapToObj(
                i -> "(session_id = ?" + (2 * i + 1) + " AND person_id = ?" + (2 * i + 2) + ")")
            .collect(Collectors.joining(" OR "));
    Query query =
        entities.createNativeQuery(
            "SELECT session_id, person_id, id FROM application WHERE " + which);
    int at = 1;
    for (Place place : places) {
      query.setParameter(at++, place.session());
      query.setParameter(at++, place.person());
    }
    Map<Place, Long> numbers = new HashMap<>();
    for (Object each : query.getResultList()) {
      Object[] row = (Object[]) each;
      numbers.put(
          new Place(((Number) row[0]).longValue(), ((Number) row[1]).longValue()),
          ((Number) row[2]).longValue());
    }
    return numbers;
  }

  /** Gives applications that were just added the numbers that they have got, in one statement. */
  void number(Collection<Application> added) {
    Map<Place, Long> numbers =
        numbers(added.stream().map(each -> new Place(each.sessionId(), each.personId())).toList());
    added.forEach(each -> each.numbered(numbers.get(new Place(each.sessionId(), each.personId()))));
  }

  /** All applications for a session, by their numbers. */
  List<Application> listOf(long sessionId) {
    return entities
        .createQuery(
            "select a from Application a where a.sessionId = :session order by a.id",
            Application.class)
        .setParameter("session", sessionId)
        .getResultList();
  }

  /** Applications for a session that stand, by their numbers. */
  List<Application> listStanding(long sessionId) {
    return entities
        .createQuery(
            "select a from Application a where a.sessionId = :session and a.state in :states"
                + " order by a.id",
            Application.class)
        .setParameter("session", sessionId)
        .setParameter(
            "states", Stream.of(ApplicationState.values()).filter(ApplicationState::alive).toList())
        .getResultList();
  }

  /** Applications for a session whose offers ended without an answer since a moment. */
  List<Application> listLapsed(long sessionId, Instant since) {
    List<?> ids =
        entities
            .createNativeQuery(
                "SELECT DISTINCT application_id FROM seat_line WHERE session_id = ?1"
                    + " AND event = 'lapsed' AND happened_at >= ?2")
            .setParameter(1, sessionId)
            .setParameter(2, SeatBooks.moment(since))
            .getResultList();
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select a from Application a where a.id in :ids and a.state = :state order by a.id",
                Application.class)
            .setParameter("ids", ids.stream().map(id -> ((Number) id).longValue()).toList())
            .setParameter("state", ApplicationState.LAPSED)
            .getResultList();
  }

  /** Applications for a session about which somebody is asked again. */
  List<Application> listAskedAgain(long sessionId) {
    return entities
        .createQuery(
            "select a from Application a where a.sessionId = :session and a.askedAgain is not null",
            Application.class)
        .setParameter("session", sessionId)
        .getResultList();
  }

  /** Sessions with applications of which one is to be reminded; the longest ago first. */
  List<Long> listNudged(Instant now, int most) {
    List<?> ids =
        entities
            .createNativeQuery(
                "SELECT session_id FROM application WHERE nudge_at <= ?1 GROUP BY session_id"
                    + " ORDER BY MIN(nudge_at) LIMIT "
                    + most)
            .setParameter(1, SeatBooks.moment(now))
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).toList();
  }

  /** Applications of a session of which one is to be reminded. */
  List<Application> listRipe(long sessionId, Instant now) {
    return entities
        .createQuery(
            "select a from Application a where a.sessionId = :session and a.nudgeAt <= :now"
                + " order by a.appliedAt, a.id",
            Application.class)
        .setParameter("session", sessionId)
        .setParameter("now", now)
        .setMaxResults(500)
        .getResultList();
  }

  /** For which session an application is, so that its seats can be locked before it is read. */
  long sessionOf(long applicationId) {
    return entities
        .createQuery("select a.sessionId from Application a where a.id = :id", Long.class)
        .setParameter("id", applicationId)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFound("application " + applicationId));
  }

  /** By number, in one statement. */
  Map<Long, ApplicationState> states(Collection<Long> applicationIds) {
    Map<Long, ApplicationState> states = new HashMap<>();
    if (!applicationIds.isEmpty()) {
      for (Object[] row :
          entities
              .createQuery(
                  "select a.id, a.state from Application a where a.id in :ids", Object[].class)
              .setParameter("ids", applicationIds)
              .getResultList()) {
        states.put((Long) row[0], (ApplicationState) row[1]);
      }
    }
    return states;
  }

  /** Sessions for which any of these applications are. */
  Set<Long> sessionsOf(Collection<Long> applicationIds) {
    return applicationIds.isEmpty()
        ? Set.of()
        : new HashSet<>(
            entities
                .createQuery(
                    "select distinct a.sessionId from Application a where a.id in :ids", Long.class)
                .setParameter("ids", applicationIds)
                .getResultList());
  }

  Application get(long applicationId) {
    return Optional.ofNullable(entities.find(Application.class, applicationId))
        .orElseThrow(() -> new NotFound("application " + applicationId));
  }

  /**
   * Applications of a person that stand, for what has not begun; by session, as they are locked.
   */
  List<Long> listStanding(long personId, Instant now) {
    List<?> ids =
        entities
            .createNativeQuery(
                "SELECT a.id FROM application a JOIN training_session s ON s.id = a.session_id"
                    + " WHERE a.person_id = ?1 AND a"
                    + STAND
                    + " AND (s.starts_at IS NULL OR s.starts_at > ?2) AND s.state <> 'draft'"
                    + " AND NOT"
                    + RESULT
                    + " ORDER BY s.id")
            .setParameter(1, personId)
            .setParameter(2, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).toList();
  }

  /** Whether the seat of an application was used: something came of it. */
  boolean used(long id) {
    return !entities
        .createNativeQuery("SELECT a.id FROM application a WHERE a.id = ?1 AND" + RESULT)
        .setParameter(1, id)
        .getResultList()
        .isEmpty();
  }

  /** Sessions that people applied for and that are held, by person, in one statement. */
  Map<Long, List<Engagement>> engagements(Collection<Long> people) {
    String places =
        IntStream.rangeClosed(1, people.size())
            .mapToObj(place -> "?" + place)
            .collect(Collectors.joining(", "));
    Query query =
        entities.createNativeQuery(
            "SELECT a.person_id, s.id, s.code, s.first_day, s.last_day, s.slots FROM application a"
                + " JOIN training_session s ON s.id = a.session_id WHERE a"
                + STAND
                + " AND s.state = 'published' AND s.timing = 'dated' AND a.person_id IN ("
                + places
                + ") ORDER BY s.first_day, s.id");
    int place = 1;
    for (Long person : people) {
      query.setParameter(place++, person);
    }
    Map<Long, List<Engagement>> engagements = new HashMap<>();
    for (Object each : query.getResultList()) {
      Object[] row = (Object[]) each;
      engagements
          .computeIfAbsent(((Number) row[0]).longValue(), any -> new ArrayList<>())
          .add(
              new Engagement(
                  ((Number) row[1]).longValue(),
                  (String) row[2],
                  ApplicationRows.day(row[3]),
                  ApplicationRows.day(row[4]),
                  ApplicationRows.heldOn(row[5])));
    }
    return engagements;
  }

  /** An application, and the code of its session. */
  record InTheWay(long id, String session) {}

  /** Applications of one person that stand, where one of another for the same session does too. */
  List<InTheWay> listInTheWay(long stays, long goes) {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT a.id, s.code FROM application a"
                    + " JOIN application b ON b.session_id = a.session_id AND b.person_id = ?1"
                    + " JOIN training_session s ON s.id = a.session_id"
                    + " WHERE a.person_id = ?2 AND a"
                    + STAND
                    + " AND b"
                    + STAND
                    + " ORDER BY a.id")
            .setParameter(1, stays)
            .setParameter(2, goes)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new InTheWay(((Number) row[0]).longValue(), (String) row[1]))
        .toList();
  }

  /**
   * An application that may become another person's.
   *
   * @param inPlace the other's own for the same session, which does not stand, or null
   */
  record Movable(long id, Long inPlace) {}

  /**
   * Applications of one person for sessions for which another has none, or where only this one
   * stands; their sessions are locked.
   */
  List<Movable> lockMovable(long stays, long goes) {
    entities
        .createNativeQuery(
            "SELECT s.id FROM training_session s JOIN application a ON a.session_id = s.id"
                + " WHERE a.person_id = ?1 ORDER BY s.id FOR UPDATE")
        .setParameter(1, goes)
        .getResultList();
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT a.id, b.id FROM application a"
                    + " LEFT JOIN application b ON b.session_id = a.session_id AND b.person_id = ?2"
                    + " WHERE a.person_id = ?1 AND (b.id IS NULL OR a"
                    + STAND
                    + " AND NOT b"
                    + STAND
                    + ") ORDER BY a.id")
            .setParameter(1, goes)
            .setParameter(2, stays)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Movable(
                    ((Number) row[0]).longValue(),
                    row[1] == null ? null : ((Number) row[1]).longValue()))
        .toList();
  }

  void move(long applicationId, long person) {
    move(applicationId, person, 0);
  }

  /** Lets two applications for one session change their persons, of whom each has one only. */
  void change(long applicationId, long person, long other, long otherPerson) {
    move(other, otherPerson, 1);
    move(applicationId, person, 0);
    move(other, otherPerson, 0);
  }

  private void move(long applicationId, long person, int moving) {
    entities
        .createNativeQuery(
            "UPDATE application SET person_id = ?1, moving = ?2, version = version + 1"
                + " WHERE id = ?3")
        .setParameter(1, person)
        .setParameter(2, moving)
        .setParameter(3, applicationId)
        .executeUpdate();
  }

  /** What one person decided was decided by the other. */
  void moveDecisions(long stays, long goes) {
    for (String column : List.of("application.decided_by", "application_step.actor_id")) {
      int dot = column.indexOf('.');
      String name = column.substring(dot + 1);
      entities
          .createNativeQuery(
              "UPDATE "
                  + column.substring(0, dot)
                  + " SET "
                  + name
                  + " = ?1 WHERE "
                  + name
                  + " = ?2")
          .setParameter(1, stays)
          .setParameter(2, goes)
          .executeUpdate();
    }
  }

  /** Everything that a person wrote about applications, and that was written about theirs. */
  void forgetWords(long personId) {
    run(
        "UPDATE application SET motivation = '', reason = NULL, supervisor_name = NULL,"
            + " supervisor_email = NULL, version = version + 1 WHERE person_id = ?1",
        personId);
    run(
        "UPDATE application SET reason = NULL, version = version + 1 WHERE decided_by = ?1",
        personId);
    run(
        "DELETE FROM application_change WHERE application_id IN"
            + " (SELECT id FROM application WHERE person_id = ?1)",
        personId);
    run("UPDATE application_step SET reason = NULL WHERE actor_id = ?1", personId);
    run(
        "UPDATE application_step SET reason = NULL WHERE application_id IN"
            + " (SELECT id FROM application WHERE person_id = ?1)",
        personId);
  }

  /**
   * Forgets the words about applications for sessions that ended before, and about those handed in
   * before for what never ends; gives how many had any.
   */
  int forgetWords(Instant ended, int most) {
    List<?> ids =
        entities
            .createNativeQuery(
                "SELECT a.id FROM application a JOIN training_session s ON s.id = a.session_id"
                    + " WHERE (s.ends_at < ?1 OR (s.timing = 'standing' AND a.applied_at < ?1"
                    + " AND (a.state <> 'waiting' OR s.state = 'cancelled'))) AND (a.motivation <> '' OR a.reason IS NOT NULL"
                    + " OR a.supervisor_name IS NOT NULL"
                    + " OR EXISTS (SELECT 1 FROM application_step p"
                    + " WHERE p.application_id = a.id AND p.reason IS NOT NULL)) LIMIT "
                    + most)
            .setParameter(1, LocalDateTime.ofInstant(ended, ZoneOffset.UTC))
            .getResultList();
    if (!ids.isEmpty()) {
      String these = ids.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
      entities
          .createNativeQuery(
              "UPDATE application SET motivation = '', reason = NULL, supervisor_name = NULL,"
                  + " supervisor_email = NULL, version = version + 1 WHERE id IN "
                  + these)
          .executeUpdate();
      entities
          .createNativeQuery(
              "UPDATE application_step SET reason = NULL WHERE application_id IN " + these)
          .executeUpdate();
      entities
          .createNativeQuery("DELETE FROM application_change WHERE application_id IN " + these)
          .executeUpdate();
    }
    return ids.size();
  }

  private void run(String sql, long personId) {
    entities.createNativeQuery(sql).setParameter(1, personId).executeUpdate();
  }

  /** Gives a new application its number, and brings all changes to the database. */
  void flush(Application application) {
    if (application != null && application.id() == null) {
      entities.persist(application);
    }
    entities.flush();
  }

  /** Keeps the steps that these applications took, in the order in which they are given. */
  List<Object> steps(Collection<Application> all, Instant now) {
    List<Object> values = new ArrayList<>();
    for (Application application : all) {
      for (ApplicationStep step : application.newSteps()) {
        values.add(application.id());
        values.add(step.state().code());
        values.add(step.actorId());
        values.add(step.reason());
        values.add(SeatBooks.moment(now));
        values.add(step.approver() == null ? null : step.approver().code());
        values.add(step.event() == null ? null : step.event().code());
        values.add(step.selection());
      }
      application.stepsKept();
    }
    return values;
  }
}
