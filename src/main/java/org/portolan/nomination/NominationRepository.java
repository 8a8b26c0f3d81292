package org.portolan.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Nominations in the database. */
@ApplicationScoped
class NominationRepository {
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
    Nomination found =
        find(session, member)
            .orElseGet(
                () -> {
                  Nomination made = new Nomination(session, member);
                  entities.persist(made);
                  entities.flush();
                  return made;
                });
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
    List<?> ids =
        entities
            .createNativeQuery(
                "SELECT n.id FROM nomination n JOIN training_session s ON s.id = n.session_id"
                    + " WHERE s.ends_at IS NULL OR s.ends_at >= ?1"
                    + " ORDER BY s.starts_at LIMIT 500")
            .setParameter(1, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
            .getResultList();
    List<Long> wanted = ids.stream().map(id -> ((Number) id).longValue()).toList();
    return wanted.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                WITH + " where n.id in :ids and n.memberCode in :members", Nomination.class)
            .setParameter("ids", wanted)
            .setParameter("members", members)
            .getResultList();
  }

  Optional<Nomination> find(long id) {
    return Optional.ofNullable(entities.find(Nomination.class, id, LockModeType.PESSIMISTIC_WRITE));
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

  /** What is said of one account is said of the other; where both are listed one line is enough. */
  void move(long stays, long goes) {
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
