package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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

  Optional<SignIn> findSignInByToken(String tokenHash) {
    return entities
        .createQuery("select s from SignIn s where s.tokenHash = :hash", SignIn.class)
        .setParameter("hash", tokenHash)
        .getResultStream()
        .findFirst();
  }

  void endSignIn(String tokenHash) {
    entities
        .createQuery("delete from SignIn s where s.tokenHash = :hash")
        .setParameter("hash", tokenHash)
        .executeUpdate();
  }

  /** They last for minutes, and whoever begins one takes the old ones away. */
  void forgetPending(Instant now) {
    entities
        .createQuery("delete from PendingSignIn p where p.expiresAt < :now")
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Those that work come first, whatever there is of others. */
  List<ApiToken> listTokens(long personId, Instant now) {
    return entities
        .createQuery(
            "select t from ApiToken t where t.personId = :person"
                + " order by case when t.revokedAt is null and t.expiresAt > :now then 0 else 1 end,"
                + " t.id desc",
            ApiToken.class)
        .setParameter("person", personId)
        .setParameter("now", now)
        .setMaxResults(200)
        .getResultList();
  }

  long countLivingTokens(long personId, Instant now) {
    return entities
        .createQuery(
            "select count(t) from ApiToken t where t.personId = :person and t.revokedAt is null"
                + " and t.expiresAt > :now",
            Long.class)
        .setParameter("person", personId)
        .setParameter("now", now)
        .getSingleResult();
  }

  Optional<ApiToken> findToken(long id) {
    return Optional.ofNullable(entities.find(ApiToken.class, id));
  }

  void revokeTokens(long personId, Instant now) {
    entities
        .createQuery(
            "update ApiToken t set t.revokedAt = :now where t.personId = :person"
                + " and t.revokedAt is null")
        .setParameter("person", personId)
        .setParameter("now", now)
        .executeUpdate();
  }

  Optional<PendingSignIn> findPending(String tokenHash) {
    return Optional.ofNullable(entities.find(PendingSignIn.class, tokenHash));
  }

  boolean endPending(String tokenHash) {
    return entities
            .createQuery("delete from PendingSignIn p where p.tokenHash = :hash")
            .setParameter("hash", tokenHash)
            .executeUpdate()
        == 1;
  }

  WaysIn.Counts count(long personId, Instant now) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    "SELECT (SELECT COUNT(*) FROM password WHERE person_id = p.id),"
                        + " (SELECT COUNT(*) FROM authenticator WHERE person_id = p.id"
                        + " AND confirmed_at IS NOT NULL),"
                        + " (SELECT COUNT(*) FROM passkey WHERE person_id = p.id),"
                        + " (SELECT COUNT(*) FROM identity_link WHERE person_id = p.id),"
                        + " (SELECT COUNT(*) FROM api_token WHERE person_id = p.id"
                        + " AND revoked_at IS NULL AND expires_at > ?1)"
                        + " FROM person p WHERE p.id = ?2")
                .setParameter(1, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .setParameter(2, personId)
                .getSingleResult();
    return new WaysIn.Counts(
        number(row[0]), number(row[1]), number(row[2]), number(row[3]), number(row[4]));
  }

  private static int number(Object value) {
    return ((Number) value).intValue();
  }

  boolean hasSecondFactor(long personId) {
    return hasApp(personId) || !listPasskeys(personId).isEmpty();
  }

  boolean hasApp(long personId) {
    return findAuthenticator(personId).filter(Authenticator::confirmed).isPresent();
  }

  List<Passkey> listPasskeys(long personId) {
    return entities
        .createQuery(
            "select p from Passkey p where p.personId = :person order by p.id", Passkey.class)
        .setParameter("person", personId)
        .getResultList();
  }

  List<Passkey> listPasskeysByHandle(byte[] handle) {
    return entities
        .createQuery("select p from Passkey p where p.userHandle = :handle", Passkey.class)
        .setParameter("handle", handle)
        .getResultList();
  }

  Optional<Passkey> findPasskey(byte[] credentialId) {
    return entities
        .createQuery("select p from Passkey p where p.credentialId = :id", Passkey.class)
        .setParameter("id", credentialId)
        .getResultStream()
        .findFirst();
  }

  Optional<Passkey> findPasskey(long id) {
    return Optional.ofNullable(entities.find(Passkey.class, id));
  }

  void remove(Passkey passkey) {
    entities.remove(passkey);
    entities.flush();
  }

  void forgetChallenges(Instant now) {
    entities
        .createQuery("delete from PasskeyChallenge c where c.expiresAt < :now")
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Uses a question up; of two answers at once only one is told that it did. */
  boolean takeChallenge(String hash, String purpose, Long personId, Instant now) {
    return entities
            .createQuery(
                "delete from PasskeyChallenge c where c.challengeHash = :hash"
                    + " and c.purpose = :purpose and c.expiresAt > :now and "
                    + (personId == null ? "c.personId is null" : "c.personId = " + personId))
            .setParameter("hash", hash)
            .setParameter("purpose", purpose)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  Optional<Authenticator> findAuthenticator(long personId) {
    return Optional.ofNullable(entities.find(Authenticator.class, personId));
  }

  /** Whether there was one. */
  boolean forgetAuthenticator(long personId) {
    Authenticator found = entities.find(Authenticator.class, personId);
    if (found == null) {
      return false;
    }
    entities.remove(found);
    // another may be added in the same transaction
    entities.flush();
    return true;
  }

  /** Those of a person; whoever comes at the same time waits until this transaction is over. */
  CodeTries lockTries(long personId) {
    entities
        .createNativeQuery(
            "INSERT INTO code_tries (person_id, wrong) VALUES (?, 0)"
                + " ON DUPLICATE KEY UPDATE person_id = person_id")
        .setParameter(1, personId)
        .executeUpdate();
    return entities.find(CodeTries.class, personId, LockModeType.PESSIMISTIC_WRITE);
  }

  int countRecoveryCodes(long personId) {
    return entities
        .createQuery("select count(c) from RecoveryCode c where c.personId = :person", Long.class)
        .setParameter("person", personId)
        .getSingleResult()
        .intValue();
  }

  void forgetRecoveryCodes(long personId) {
    entities
        .createQuery("delete from RecoveryCode c where c.personId = :person")
        .setParameter("person", personId)
        .executeUpdate();
  }

  boolean takeRecoveryCode(long personId, String mark) {
    return entities
            .createQuery("delete from RecoveryCode c where c.personId = :person and c.mark = :mark")
            .setParameter("person", personId)
            .setParameter("mark", mark)
            .executeUpdate()
        == 1;
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

  List<String> listSignInHashes(long personId) {
    return entities
        .createQuery("select s.tokenHash from SignIn s where s.personId = :person", String.class)
        .setParameter("person", personId)
        .getResultList();
  }

  /** Whoever acts as this person is themselves again, and why they did is forgotten. */
  void endActingAs(long personId) {
    entities
        .createNativeQuery(
            "UPDATE sign_in SET acting_as = NULL, acting_until = NULL, acting_reason = NULL"
                + " WHERE acting_as = ?1")
        .setParameter(1, personId)
        .executeUpdate();
  }

  List<String> listTokenHashes(long personId) {
    return entities
        .createQuery("select t.tokenHash from ApiToken t where t.personId = :person", String.class)
        .setParameter("person", personId)
        .getResultList();
  }

  void endSignIns(long personId) {
    deleteOf(personId, "SignIn", "PendingSignIn");
  }

  void forgetPasskeys(long personId) {
    deleteOf(personId, "Passkey", "PasskeyChallenge");
  }

  /**
   * By which somebody is known: the password, other accounts of theirs, tokens of their programs.
   */
  void forgetCredentials(long personId) {
    deleteOf(personId, "Password", "IdentityLink", "ApiToken", "Recovery", "CodeTries");
  }

  private void deleteOf(long personId, String... entityNames) {
    for (String entity : entityNames) {
      entities
          .createQuery("delete from " + entity + " e where e.personId = :person")
          .setParameter("person", personId)
          .executeUpdate();
    }
  }
}
