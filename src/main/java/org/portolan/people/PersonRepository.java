package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** People in the database. */
@ApplicationScoped
class PersonRepository {
  @PersistenceContext private EntityManager entities;

  Optional<Person> find(long id) {
    return Optional.ofNullable(entities.find(Person.class, id));
  }

  void lock(long id) {
    entities.find(Person.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  List<Person> listByIds(Collection<Long> ids) {
    return entities
        .createQuery("select p from Person p where p.id in :ids", Person.class)
        .setParameter("ids", ids)
        .getResultList();
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

  long add(Person person) {
    entities.persist(person);
    // the number is given by the database
    entities.flush();
    return person.id();
  }
}
