package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passwords, sign-ins and personal tokens in the database. */
@ApplicationScoped
class AccessRepository {
  @PersistenceContext private EntityManager entities;

  Optional<Password> findPassword(long personId) {
    return Optional.ofNullable(entities.find(Password.class, personId));
  }

  List<SignIn> listSignIns(long personId, Instant now) {
    return entities
        .createQuery(
            "select s from SignIn s where s.personId = :person and s.expiresAt > :now"
                + " order by s.lastSeenAt desc",
            SignIn.class)
        .setParameter("person", personId)
        .setParameter("now", now)
        .setMaxResults(50)
        .getResultList();
  }

  Optional<SignIn> findSignIn(long id) {
    return Optional.ofNullable(entities.find(SignIn.class, id));
  }

  void endSignIn(String tokenHash) {
    entities
        .createQuery("delete from SignIn s where s.tokenHash = :hash")
        .setParameter("hash", tokenHash)
        .executeUpdate();
  }

  void forgetExpired(Instant now) {
    entities
        .createQuery("delete from SignIn s where s.expiresAt < :now")
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Those that work come first, whatever there is of others. */
  List<ApiToken> listTokens(long personId) {
    return entities
        .createQuery(
            "select t from ApiToken t where t.personId = :person"
                + " order by case when t.revokedAt is null then 0 else 1 end, t.id desc",
            ApiToken.class)
        .setParameter("person", personId)
        .setMaxResults(200)
        .getResultList();
  }

  long countLivingTokens(long personId) {
    return entities
        .createQuery(
            "select count(t) from ApiToken t where t.personId = :person and t.revokedAt is null",
            Long.class)
        .setParameter("person", personId)
        .getSingleResult();
  }

  Optional<ApiToken> findToken(long id) {
    return Optional.ofNullable(entities.find(ApiToken.class, id));
  }

  void add(Object entity) {
    entities.persist(entity);
  }

  /** Writes what waits, so that generated numbers are known. */
  void flush() {
    entities.flush();
  }

  Optional<Recovery> findRecovery(String hash) {
    return Optional.ofNullable(entities.find(Recovery.class, hash));
  }

  Optional<Recovery> lockRecovery(String hash) {
    return Optional.ofNullable(entities.find(Recovery.class, hash, LockModeType.PESSIMISTIC_WRITE));
  }

  void endRecoveries(long personId) {
    entities
        .createQuery("delete from Recovery r where r.personId = :person")
        .setParameter("person", personId)
        .executeUpdate();
  }

  void forgetRecoveries(Instant now) {
    entities
        .createQuery("delete from Recovery r where r.expiresAt < :now")
        .setParameter("now", now)
        .executeUpdate();
  }

  List<String> listSignInHashes(long personId) {
    return entities
        .createQuery("select s.tokenHash from SignIn s where s.personId = :person", String.class)
        .setParameter("person", personId)
        .getResultList();
  }

  void endSignIns(long personId) {
    entities
        .createQuery("delete from SignIn s where s.personId = :person")
        .setParameter("person", personId)
        .executeUpdate();
  }
}
