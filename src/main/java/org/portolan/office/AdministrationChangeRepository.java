package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Changes of administration in the database. */
@ApplicationScoped
class AdministrationChangeRepository {
  private static final int MOST = 200;

  @PersistenceContext private EntityManager entities;

  void add(AdministrationChange change) {
    entities.persist(change);
    entities.flush();
  }

  Optional<AdministrationChange> find(long id) {
    return Optional.ofNullable(entities.find(AdministrationChange.class, id));
  }

  /** As it is now; whoever comes at the same time waits until this transaction is over. */
  void lock(AdministrationChange change) {
    entities.refresh(change, LockModeType.PESSIMISTIC_WRITE);
  }

  Optional<AdministrationChange> findWaiting(long personId) {
    return entities
        .createQuery(
            "select c from AdministrationChange c where c.personId = :person"
                + " and c.state = 'waiting'",
            AdministrationChange.class)
        .setParameter("person", personId)
        .getResultStream()
        .findFirst();
  }

  /** Whether another change to a Member that was asked for since waits, or one of this person. */
  boolean anotherAsked(String member, long personId, Instant since) {
    return !entities
        .createQuery(
            "select c.id from AdministrationChange c where c.toMember = :member"
                + " and c.createdAt > :since and (c.state = 'waiting' or c.personId = :person)",
            Long.class)
        .setParameter("member", member)
        .setParameter("since", since)
        .setParameter("person", personId)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Gives what an account asked for and decided to another account of the same person. */
  void moveAll(long stays, long goes) {
    entities.flush();
    entities
        .createQuery(
            "update AdministrationChange c set c.personId = :stays where c.personId = :goes")
        .setParameter("stays", stays)
        .setParameter("goes", goes)
        .executeUpdate();
    entities
        .createQuery(
            "update AdministrationChange c set c.decidedBy = :stays where c.decidedBy = :goes")
        .setParameter("stays", stays)
        .setParameter("goes", goes)
        .executeUpdate();
  }

  /** Those that wait for one of these Members, the oldest first. */
  List<AdministrationChange> listWaiting(Collection<String> members) {
    return entities
        .createQuery(
            "select c from AdministrationChange c where c.toMember in :members"
                + " and c.state = 'waiting' order by c.createdAt, c.id",
            AdministrationChange.class)
        .setParameter("members", members)
        .setMaxResults(MOST)
        .getResultList();
  }

  /** Those by which somebody left one of these Members since a moment, the last one first. */
  List<AdministrationChange> listLeft(Collection<String> members, Instant since) {
    return entities
        .createQuery(
            "select c from AdministrationChange c where c.fromMember in :members"
                + " and c.state = 'done' and c.decidedAt > :since"
                + " order by c.decidedAt desc, c.id desc",
            AdministrationChange.class)
        .setParameter("members", members)
        .setParameter("since", since)
        .setMaxResults(MOST)
        .getResultList();
  }
}
