package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes of addresses in the database. */
@ApplicationScoped
class AddressChangeRepository {
  private static final int MOST = 500;

  @PersistenceContext private EntityManager entities;

  void add(AddressChange change) {
    entities.persist(change);
    entities.flush();
  }

  Optional<AddressChange> find(long id) {
    return Optional.ofNullable(entities.find(AddressChange.class, id));
  }

  Optional<AddressChange> findByToken(String hash) {
    return entities
        .createQuery(
            "select c from AddressChange c where c.newHash = :hash or c.formerHash = :hash",
            AddressChange.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  /** As it is now; whoever comes at the same time waits until this transaction is over. */
  void lock(AddressChange change) {
    entities.refresh(change, LockModeType.PESSIMISTIC_WRITE);
  }

  Optional<AddressChange> findOpen(long personId, Instant now) {
    return entities
        .createQuery(
            "select c from AddressChange c where c.personId = :person and c.state = 'open'"
                + " and c.expiresAt > :now",
            AddressChange.class)
        .setParameter("person", personId)
        .setParameter("now", now)
        .getResultStream()
        .findFirst();
  }

  long countSince(long personId, Instant since) {
    return entities
        .createQuery(
            "select count(c) from AddressChange c where c.personId = :person"
                + " and c.createdAt > :since",
            Long.class)
        .setParameter("person", personId)
        .setParameter("since", since)
        .getSingleResult();
  }

  /**
   * Those that wait for the former address alone, the oldest first.
   *
   * @param members whose people are meant, or null for everybody
   */
  List<AddressChange> listWaitingForFormer(Instant now, Set<String> members) {
    TypedQuery<AddressChange> query =
        entities.createQuery(
            "select c from AddressChange c where c.state = 'open' and c.expiresAt > :now"
                + " and c.newAgreed is not null and c.formerAgreed is null"
                + (members == null
                    ? ""
                    : " and c.personId in"
                        + " (select p.id from Person p where p.memberCode in :members)")
                + " order by c.createdAt, c.id",
            AddressChange.class);
    if (members != null) {
      query.setParameter("members", members);
    }
    return query.setParameter("now", now).setMaxResults(MOST).getResultList();
  }

  /** What a person was known by, and what they wanted to be known by. */
  List<AddressChange> list(long personId) {
    return entities
        .createQuery(
            "select c from AddressChange c where c.personId = :person", AddressChange.class)
        .setParameter("person", personId)
        .getResultList();
  }

  /** Changes of one account become those of another; what waits opens nothing any more. */
  void move(long stays, long goes, Instant now) {
    entities
        .createNativeQuery(
            "UPDATE address_change SET person_id = ?1, new_hash = NULL, former_hash = NULL,"
                + " ended_at = COALESCE(ended_at, ?2),"
                + " state = CASE WHEN state = 'open' THEN 'void' ELSE state END,"
                + " version = version + 1 WHERE person_id = ?3")
        .setParameter(1, stays)
        .setParameter(2, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
        .setParameter(3, goes)
        .executeUpdate();
    entities
        .createNativeQuery("UPDATE address_change SET agreed_by = ?1 WHERE agreed_by = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
  }

  /** Those of a person, and those by which others wanted one of these addresses. */
  void forget(long personId, List<String> addresses) {
    entities
        .createQuery(
            "delete from AddressChange c where c.personId = :person or c.email in :addresses")
        .setParameter("person", personId)
        .setParameter("addresses", addresses)
        .executeUpdate();
  }
}
