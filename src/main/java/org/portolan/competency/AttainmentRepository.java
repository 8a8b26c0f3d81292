package org.portolan.competency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.portolan.platform.persistence.JoinedDataSource;
import org.portolan.platform.persistence.Rows;

/** Attainments and the jobs of people in the database. */
@ApplicationScoped
class AttainmentRepository {
  private static final String OPEN =
      "SELECT a.id, p.given_name, p.family_name, p.post, p.member_code, a.competency_code, a.level,"
          + " a.on_day FROM attainment a JOIN person p ON p.id = a.person_id"
          + " WHERE a.asked = 1 AND p.erased_at IS NULL AND p.merged_into IS NULL AND p.id <> ?1";

  /** More than anybody goes through in one sitting; the oldest come first. */
  private static final int MOST_SHOWN = 200;

  @PersistenceContext private EntityManager entities;

  @Inject private JoinedDataSource database;

  void add(Attainment attainment) {
    entities.persist(attainment);
  }

  /** Many at once. */
  void addAll(Collection<Attainment> all) {
    Rows rows =
        Rows.into("attainment", "id")
            .columns("person_id", "competency_code", "source", "level", "evidence", "on_day")
            .columns("said_by", "recorded_at", "in_force", "asked");
    all.forEach(each -> rows.add(each.values()));
    rows.insert(database);
  }

  /** All that was ever said of a person, the latest first. */
  List<Attainment> ofPerson(long person) {
    return entities
        .createQuery(
            "select a from Attainment a where a.personId = :person order by a.id desc",
            Attainment.class)
        .setParameter("person", person)
        .getResultList();
  }

  /** What is in force for these people, in one statement. */
  List<Attainment> inForce(Collection<Long> people) {
    return entities
        .createQuery(
            "select a from Attainment a where a.personId in :people and a.inForce = true",
            Attainment.class)
        .setParameter("people", people)
        .getResultList();
  }

  /** What the courses of a session gave these people. */
  List<Attainment> given(Collection<Long> people, String session) {
    return entities
        .createQuery(
            "select a from Attainment a where a.personId in :people and a.evidence = :session"
                + " and a.inForce = true",
            Attainment.class)
        .setParameter("people", people)
        .setParameter("session", session)
        .getResultList();
  }

  Optional<Attainment> find(long id) {
    return Optional.ofNullable(entities.find(Attainment.class, id));
  }

  void lock(Attainment attainment) {
    entities.refresh(attainment, LockModeType.PESSIMISTIC_WRITE);
  }

  /** What waits to be confirmed, by officers of these administrations but one. */
  List<OpenStatement> listOpen(Set<String> members, boolean everywhere, long butOf) {
    String within =
        everywhere
            ? ""
            : IntStream.range(0, members.size())
                .mapToObj(i -> "?" + (i + 2))
                .collect(Collectors.joining(", ", " AND p.member_code IN (", ")"));
    Query query =
        entities
            .createNativeQuery(OPEN + within + " ORDER BY a.recorded_at, a.id")
            .setParameter(1, butOf)
            .setMaxResults(MOST_SHOWN);
    if (!everywhere) {
      int place = 2;
      for (String member : members) {
        query.setParameter(place++, member);
      }
    }
    return ((List<?>) query.getResultList())
        .stream()
            .map(Object[].class::cast)
            .map(
                row ->
                    new OpenStatement(
                        ((Number) row[0]).longValue(),
                        row[1] + " " + row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        ((Number) row[6]).intValue(),
                        row[7] instanceof java.sql.Date date
                            ? date.toLocalDate()
                            : (LocalDate) row[7]))
            .toList();
  }

  /** Codes of the job profiles of those of these people who chose one, in one statement. */
  Map<Long, String> jobs(Collection<Long> people) {
    // thousands of numbered parameters take the provider longer than all else of a ranking
    Query query =
        entities.createNativeQuery(
            "SELECT person_id, profile_code FROM person_job WHERE person_id IN "
                + people.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")")));
    Map<Long, String> jobs = new HashMap<>();
    for (Object each : query.getResultList()) {
      Object[] row = (Object[]) each;
      jobs.put(((Number) row[0]).longValue(), (String) row[1]);
    }
    return jobs;
  }

  void keepJob(long person, String profile) {
    run("DELETE FROM person_job WHERE person_id = ?1", person);
    if (profile != null) {
      run("INSERT INTO person_job (person_id, profile_code) VALUES (?1, ?2)", person, profile);
    }
  }

  void forget(long person) {
    run("DELETE FROM attainment WHERE person_id = ?1", person);
    run("DELETE FROM person_job WHERE person_id = ?1", person);
  }

  /** Gives what was said of one account to another; of their own statements the latest counts. */
  void move(long stays, long goes) {
    run("UPDATE attainment SET said_by = ?1 WHERE said_by = ?2", stays, goes);
    if (jobs(Set.of(stays)).isEmpty()) {
      run("UPDATE person_job SET person_id = ?1 WHERE person_id = ?2", stays, goes);
    } else {
      run("DELETE FROM person_job WHERE person_id = ?1", goes);
    }
    run("UPDATE attainment SET person_id = ?1 WHERE person_id = ?2", stays, goes);
    run(
        "UPDATE attainment a JOIN (SELECT MAX(id) AS last, competency_code, source FROM attainment"
            + " WHERE person_id = ?1 AND in_force = 1 AND source <> 'course'"
            + " GROUP BY competency_code, source) l ON l.competency_code = a.competency_code"
            + " AND l.source = a.source SET a.in_force = 0, a.asked = 0"
            + " WHERE a.person_id = ?1 AND a.id < l.last",
        stays);
  }

  private void run(String sql, Object... values) {
    Query query = entities.createNativeQuery(sql);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    query.executeUpdate();
  }
}
