package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Accounts and what belongs to them, in the database. */
@ApplicationScoped
class AccountRepository {
  @PersistenceContext private EntityManager entities;

  Optional<Person> findPerson(long id) {
    return Optional.ofNullable(entities.find(Person.class, id));
  }

  /** Makes others who want to change what belongs to this person wait for this transaction. */
  void lockPerson(long id) {
    entities.find(Person.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  Optional<Person> findByEmail(String email) {
    return entities
        .createQuery("select p from Person p where p.email = :email", Person.class)
        .setParameter("email", email)
        .getResultStream()
        .findFirst();
  }

  List<Person> listByEmails(Collection<String> emails) {
    return entities
        .createQuery("select p from Person p where p.email in :emails", Person.class)
        .setParameter("emails", emails)
        .getResultList();
  }

  boolean hasAnybody() {
    return !entities
        .createQuery("select p.id from Person p", Long.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  List<RoleGrant> listGrants(long personId, LocalDate day) {
    return entities
        .createQuery(
            "select g from RoleGrant g where g.personId = :person and g.fromDay <= :day"
                + " and (g.toDay is null or g.toDay >= :day) order by g.role, g.scopeCode",
            RoleGrant.class)
        .setParameter("person", personId)
        .setParameter("day", day)
        .getResultList();
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
}
