package org.portolan.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Nominations in the database. */
@ApplicationScoped
class NominationRepository {
  private static final int MOST = 500;
  private static final String WITH =
      "select distinct n from Nomination n left join fetch n.nominees";

  @PersistenceContext private EntityManager entities;

  Optional<Nomination> find(long session, String member) {
    return entities
        .createQuery(
            WITH + " where n.sessionId = :session and n.memberCode = :member", Nomination.class)
        .setParameter("session", session)
        .setParameter("member", member)
        .getResultStream()
        .findFirst();
  }

  /** For a change: whoever wants to change it too comes after. */
  Nomination lock(long session, String member) {
    entities
        .createNativeQuery(
            "INSERT INTO nomination (session_id, member_code, reason, unnamed, version)"
                + " VALUES (?1, ?2, '', 0, 1) ON DUPLICATE KEY UPDATE id = id")
        .setParameter(1, session)
        .setParameter(2, member)
        .executeUpdate();
    Nomination found = find(session, member).orElseThrow();
    entities.lock(found, LockModeType.PESSIMISTIC_WRITE);
    return found;
  }

  /** Those that are handed in, by the code of the administration. */
  List<Nomination> handedIn(long session) {
    return entities
        .createQuery(
            WITH
                + " where n.sessionId = :session and (n.handedInAt is not null or n.unnamed > 0)"
                + " order by n.memberCode",
            Nomination.class)
        .setParameter("session", session)
        .getResultList();
  }

  /** Those of Members for sessions that have not ended, the next first. */
  List<Nomination> coming(Collection<String> members, Instant now) {
    if (members.isEmpty()) {
      return List.of();
    }
    List<String> codes = List.copyOf(members);
    Query query =
        entities.createNativeQuery(
            "SELECT n.id FROM nomination n JOIN training_session s ON s.id = n.session_id"
                + " WHERE s.state = 'published' AND (s.ends_at IS NULL OR s.ends_at >= ?1)"
                + " AND n.member_code IN "
                + IntStream.range(0, codes.size())
                    .mapToObj(place -> "?" + (place + 2))
                    .collect(Collectors.joining(", ", "(", ")"))
                + " ORDER BY s.starts_at IS NULL, s.starts_at, n.member_code LIMIT "
                + MOST);
    query.setParameter(1, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
    for (int i = 0; i < codes.size(); i++) {
      query.setParameter(i + 2, codes.get(i));
    }
    List<Long> wanted = new ArrayList<>();
    query.getResultList().forEach(id -> wanted.add(((Number) id).longValue()));
    return wanted.isEmpty()
        ? List.of()
        : entities
            .createQuery(WITH + " where n.id in :ids", Nomination.class)
            .setParameter("ids", wanted)
            .getResultList()
            .stream()
            .sorted(Comparator.comparingInt(each -> wanted.indexOf(each.id())))
            .toList();
  }

  Optional<Nomination> find(long id) {
    return Optional.ofNullable(entities.find(Nomination.class, id));
  }

  Optional<Nomination> lock(long id) {
    return Optional.ofNullable(entities.find(Nomination.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Of sessions that ended before, and that still have a letter. */
  List<Long> endedWithLetter(Instant ended, String kind, int most) {
    List<Long> found = new ArrayList<>();
    entities
        .createNativeQuery(
            "SELECT n.id FROM nomination n JOIN training_session s ON s.id = n.session_id"
                + " JOIN stored_file_use u ON u.kind = ?2 AND u.record_id = n.id"
                + " WHERE s.ends_at < ?1 LIMIT "
                + most)
        .setParameter(1, LocalDateTime.ofInstant(ended, ZoneOffset.UTC))
        .setParameter(2, kind)
        .getResultList()
        .forEach(id -> found.add(((Number) id).longValue()));
    return found;
  }

  /** Whose seats without names time has brought something to, the longest ago first. */
  List<Long> nudged(Instant now, int most) {
    return entities
        .createQuery(
            "select n.id from Nomination n where n.nudgeAt <= :now order by n.nudgeAt", Long.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  /** Those of a session for which seats are held, for a change of each. */
  List<Long> held(long session) {
    return entities
        .createQuery(
            "select n.id from Nomination n where n.sessionId = :session and n.unnamedState = :held"
                + " order by n.id",
            Long.class)
        .setParameter("session", session)
        .setParameter("held", UnnamedSeats.State.HELD.code())
        .getResultList();
  }

  void flush() {
    entities.flush();
  }

  /** What was written about an officer. */
  void forgetWords(long person) {
    run("UPDATE nominee SET words = '' WHERE person_id = ?1", person);
    run("UPDATE nomination SET reason = '', version = version + 1 WHERE sent_by = ?1", person);
  }

  /** What was written for sessions that ended before; gives how many lines there were. */
  int forgetWords(Instant ended, int most) {
    LocalDateTime before = LocalDateTime.ofInstant(ended, ZoneOffset.UTC);
    return entities
            .createNativeQuery(
                "UPDATE nominee SET words = '' WHERE words <> '' AND nomination_id IN"
                    + " (SELECT n.id FROM nomination n JOIN training_session s"
                    + " ON s.id = n.session_id WHERE s.ends_at < ?1) LIMIT "
                    + most)
            .setParameter(1, before)
            .executeUpdate()
        + entities
            .createNativeQuery(
                "UPDATE nomination SET reason = '', version = version + 1 WHERE reason <> ''"
                    + " AND session_id IN (SELECT s.id FROM training_session s"
                    + " WHERE s.ends_at < ?1) LIMIT "
                    + most)
            .setParameter(1, before)
            .executeUpdate();
  }

  /**
   * What is said of one account is said of the other; where both are listed one line is enough, the
   * one that is handed in.
   */
  void move(long stays, long goes) {
    entities
        .createNativeQuery(
            "DELETE FROM nominee WHERE person_id = ?1 AND application_id IS NULL"
                + " AND nomination_id IN (SELECT o.nomination_id FROM (SELECT nomination_id"
                + " FROM nominee WHERE person_id = ?2 AND application_id IS NOT NULL) o)")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
    entities
        .createNativeQuery(
            "DELETE FROM nominee WHERE person_id = ?1 AND nomination_id IN (SELECT o.nomination_id"
                + " FROM (SELECT nomination_id FROM nominee WHERE person_id = ?2) o)")
        .setParameter(1, goes)
        .setParameter(2, stays)
        .executeUpdate();
    entities
        .createNativeQuery("UPDATE nominee SET person_id = ?1 WHERE person_id = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
    entities
        .createNativeQuery("UPDATE nomination SET sent_by = ?1 WHERE sent_by = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
  }

  private void run(String sql, long person) {
    entities.createNativeQuery(sql).setParameter(1, person).executeUpdate();
  }
}
