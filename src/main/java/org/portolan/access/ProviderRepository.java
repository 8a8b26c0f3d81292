package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Providers, and who of theirs has an account here, in the database. */
@ApplicationScoped
class ProviderRepository {
  @PersistenceContext private EntityManager entities;

  List<IdentityProvider> list() {
    return entities
        .createQuery("select p from IdentityProvider p order by p.name", IdentityProvider.class)
        .getResultList();
  }

  Optional<IdentityProvider> find(long id) {
    return Optional.ofNullable(entities.find(IdentityProvider.class, id));
  }

  Optional<IdentityProvider> findByDomain(String domain) {
    return entities
        .createQuery(
            "select p from IdentityProvider p join p.domains d where d = :domain",
            IdentityProvider.class)
        .setParameter("domain", domain)
        .getResultStream()
        .findFirst();
  }

  /** Of each Member whose providers that are switched on have any, in one statement. */
  Map<String, Set<String>> domains(Collection<String> members) {
    return members.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "select p.memberCode, d from IdentityProvider p join p.domains d"
                    + " where p.active = true and p.memberCode in :members",
                Object[].class)
            .setParameter("members", members)
            .getResultList()
            .stream()
            .collect(
                Collectors.groupingBy(
                    row -> (String) row[0],
                    Collectors.mapping(row -> (String) row[1], Collectors.toSet())));
  }

  boolean hasActive() {
    return !entities
        .createQuery("select p.id from IdentityProvider p where p.active = true", Long.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  Optional<IdentityLink> findLink(String subjectHash) {
    return Optional.ofNullable(entities.find(IdentityLink.class, subjectHash));
  }

  /** Those that are switched on and know this person. */
  List<IdentityProvider> listLinked(long personId) {
    return entities
        .createQuery(
            "select p from IdentityProvider p where p.active = true and p.id in"
                + " (select l.providerId from IdentityLink l where l.personId = :person)"
                + " order by p.name",
            IdentityProvider.class)
        .setParameter("person", personId)
        .getResultList();
  }

  void add(Object entity) {
    entities.persist(entity);
    // the number is given by the database
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  /** Whether this journey comes back for the first time. */
  boolean spend(String stateHash, Instant expires, Instant now) {
    entities
        .createNativeQuery("DELETE FROM spent_journey WHERE expires_at < ?")
        .setParameter(1, java.sql.Timestamp.from(now))
        .executeUpdate();
    return entities
            .createNativeQuery(
                "INSERT IGNORE INTO spent_journey (state_hash, expires_at) VALUES (?, ?)")
            .setParameter(1, stateHash)
            .setParameter(2, java.sql.Timestamp.from(expires))
            .executeUpdate()
        == 1;
  }
}
