package org.portolan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portolan.platform.persistence.JoinedDataSource;
import org.portolan.platform.persistence.Rows;

/** Completions in the database. */
@ApplicationScoped
class CompletionRepository {
  @PersistenceContext private EntityManager entities;

  @Inject private JoinedDataSource database;

  List<Completion> ofSession(long session) {
    return entities
        .createQuery("select c from Completion c where c.sessionId = :session", Completion.class)
        .setParameter("session", session)
        .getResultList();
  }

  /** Of a person, the latest first. */
  List<Completion> ofPerson(long person) {
    return entities
        .createQuery(
            "select c from Completion c where c.personId = :person order by c.day desc, c.id desc",
            Completion.class)
        .setParameter("person", person)
        .getResultList();
  }

  void addAll(EndedSession session, Map<Long, CompletionResult> results, long by, Instant now) {
    Rows rows =
        Rows.into("completion", "id")
            .columns("person_id", "course_id", "session_id", "result", "on_day", "marked_by")
            .columns("marked_at");
    results.forEach(
        (person, result) ->
            rows.add(
                person,
                session.courseId(),
                session.id(),
                result.code(),
                Date.valueOf(session.day()),
                by,
                Timestamp.from(now)));
    rows.insert(database);
  }

  /** By person and code of the course, the day when they completed it last; in one statement. */
  Map<Long, Map<String, LocalDate>> completed(Collection<Long> people) {
    // thousands of numbered parameters take the provider longer than the database its answer
    Query query =
        entities.createNativeQuery(
            "SELECT c.person_id, k.code, MAX(c.on_day) FROM completion c"
                + " JOIN course k ON k.id = c.course_id WHERE c.result = 'completed'"
                + " AND c.person_id IN "
                + people.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"))
                + " GROUP BY c.person_id, k.code");
    Map<Long, Map<String, LocalDate>> completed = new HashMap<>();
    for (Object each : query.getResultList()) {
      Object[] row = (Object[]) each;
      completed
          .computeIfAbsent(((Number) row[0]).longValue(), any -> new HashMap<>())
          .put(
              (String) row[1],
              row[2] instanceof Date date ? date.toLocalDate() : (LocalDate) row[2]);
    }
    return completed;
  }

  /** Gives what one account completed to another, where that has nothing of the same session. */
  void move(long stays, long goes) {
    run("UPDATE completion SET marked_by = ?1 WHERE marked_by = ?2", stays, goes);
    run(
        "UPDATE completion c LEFT JOIN completion o ON o.session_id = c.session_id"
            + " AND o.person_id = ?1 SET c.person_id = ?1 WHERE c.person_id = ?2"
            + " AND o.id IS NULL",
        stays,
        goes);
  }

  private void run(String sql, long stays, long goes) {
    entities.createNativeQuery(sql).setParameter(1, stays).setParameter(2, goes).executeUpdate();
  }
}
