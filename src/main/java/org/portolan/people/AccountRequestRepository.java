package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Requests for accounts in the database. */
@ApplicationScoped
class AccountRequestRepository {
  private static final int MOST = 200;

  @PersistenceContext private EntityManager entities;

  void add(AccountRequest request) {
    entities.persist(request);
    entities.flush();
  }

  Optional<AccountRequest> lock(long id) {
    return Optional.ofNullable(
        entities.find(AccountRequest.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<AccountRequest> findByToken(String hash) {
    return entities
        .createQuery(
            "select r from AccountRequest r where r.tokenHash = :hash", AccountRequest.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  Optional<AccountRequest> lockByToken(String hash) {
    return entities
        .createQuery(
            "select r from AccountRequest r where r.tokenHash = :hash", AccountRequest.class)
        .setParameter("hash", hash)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** Those on which somebody has to decide, the longest waiting first. */
  List<AccountRequest> listWaiting(Collection<String> members) {
    return entities
        .createQuery(
            "select r from AccountRequest r where r.memberCode in :members and r.state = 'waiting'"
                + " order by r.confirmedAt, r.id",
            AccountRequest.class)
        .setParameter("members", members)
        .setMaxResults(MOST)
        .getResultList();
  }

  long countWaiting(Collection<String> members) {
    return entities
        .createQuery(
            "select count(r) from AccountRequest r where r.memberCode in :members"
                + " and r.state = 'waiting'",
            Long.class)
        .setParameter("members", members)
        .getSingleResult();
  }

  /** Whether another one waits in the same administration that came before it since a moment. */
  boolean anotherWaits(AccountRequest request, Instant since) {
    return entities
            .createQuery(
                "select count(r) from AccountRequest r where r.memberCode = :member"
                    + " and r.state = 'waiting' and r.confirmedAt > :since and r.id <> :id",
                Long.class)
            .setParameter("member", request.memberCode())
            .setParameter("since", since)
            .setParameter("id", request.id())
            .getSingleResult()
        > 0;
  }

  /** Of the same officer in the same administration, what nobody decided on before this one. */
  void forgetOthers(AccountRequest kept) {
    entities
        .createQuery(
            "delete from AccountRequest r where r.memberCode = :member and r.email = :email"
                + " and r.state in ('asked', 'waiting') and r.id <> :kept")
        .setParameter("member", kept.memberCode())
        .setParameter("email", kept.officer().address().text())
        .setParameter("kept", kept.id())
        .executeUpdate();
  }
}
