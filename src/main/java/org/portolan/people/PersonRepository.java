package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.portolan.platform.persistence.Slice;

/** People in the database. */
@ApplicationScoped
class PersonRepository {
  /** By the names that the desk gives its columns. */
  private static final Map<String, String> ORDERS =
      Map.of("name", "p.familyName", "email", "p.email", "member", "p.memberCode");

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

  List<Person> listByCodes(Collection<String> codes) {
    return entities
        .createQuery("select p from Person p where p.code in :codes", Person.class)
        .setParameter("codes", codes)
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

  List<Person> listByMembers(Collection<String> members) {
    return entities
        .createQuery(
            "select p from Person p where p.memberCode in :members and p.mergedInto is null",
            Person.class)
        .setParameter("members", members)
        .getResultList();
  }

  /** Accounts whose place this one took. */
  List<Person> listMergedInto(long id) {
    return entities
        .createQuery("select p from Person p where p.mergedInto = :id order by p.id", Person.class)
        .setParameter("id", id)
        .getResultList();
  }

  /** This account, if another took its place, and those whose place it took. */
  List<Person> listMerged(long id) {
    return entities
        .createQuery(
            "select p from Person p where p.mergedInto = :id"
                + " or p.id = :id and p.mergedInto is not null order by p.id",
            Person.class)
        .setParameter("id", id)
        .getResultList();
  }

  /**
   * Whether this account is one still; where it is, it stays one until this transaction ends, and
   * others may hold it so too.
   */
  boolean holdStill(long id) {
    return entities
            .createNativeQuery(
                "SELECT id FROM person WHERE id = ?1 AND merged_into IS NULL"
                    + " AND erased_at IS NULL LOCK IN SHARE MODE")
            .setParameter(1, id)
            .getResultList()
            .size()
        == 1;
  }

  /** The same, and what its holder says of their gender, or an empty text; in one statement. */
  Optional<String> holdGender(long id) {
    return Optional.ofNullable(genders(List.of(id), " LOCK IN SHARE MODE").get(id));
  }

  /** The same of those of many that nobody holds, who are then held alone. */
  Map<Long, String> holdGenders(Collection<Long> ids) {
    // both databases can pass over a row that is locked only where they lock it for writing
    return genders(ids, " ORDER BY p.id FOR UPDATE SKIP LOCKED");
  }

  /** What the holder of an account says of their gender, or nothing. */
  Optional<String> gender(long id) {
    return Optional.ofNullable(genders(List.of(id), "").get(id));
  }

  private Map<Long, String> genders(Collection<Long> ids, String end) {
    Query query =
        entities.createNativeQuery(
            "SELECT p.id, (SELECT f.gender FROM profile f WHERE f.person_id = p.id)"
                + " FROM person p WHERE p.id IN ("
                + places(ids.size())
                + ") AND p.merged_into IS NULL AND p.erased_at IS NULL"
                + end);
    int place = 1;
    for (Long id : ids) {
      query.setParameter(place++, id);
    }
    Map<Long, String> genders = new HashMap<>();
    for (Object each : query.getResultList()) {
      Object[] row = (Object[]) each;
      genders.put(((Number) row[0]).longValue(), row[1] == null ? "" : (String) row[1]);
    }
    return genders;
  }

  private static String places(int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(place -> "?" + place)
        .collect(Collectors.joining(", "));
  }

  /** Whatever accounts these are stay so until this transaction ends. */
  void holdStill(Collection<String> codes) {
    holdAll("code", codes);
  }

  /** The same by their numbers. */
  void holdAllStill(Collection<Long> ids) {
    holdAll("id", ids);
  }

  /** In the order of their numbers, so that two who hold some of the same wait and do not cross. */
  private void holdAll(String column, Collection<?> values) {
    Query query =
        entities.createNativeQuery(
            // a column outside of the index by code, or only the entries of the index would be
            // locked
            "SELECT merged_at FROM person WHERE "
                + column
                + " IN ("
                + places(values.size())
                + ") ORDER BY id LOCK IN SHARE MODE");
    int place = 1;
    for (Object value : values) {
      query.setParameter(place++, value);
    }
    query.getResultList();
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

  /** Writes what waits, so that what stands against it is known. */
  void flush() {
    entities.flush();
  }

  Optional<Profile> findProfile(long id) {
    return Optional.ofNullable(entities.find(Profile.class, id));
  }

  List<Profile> listProfiles(Collection<Long> ids) {
    return entities
        .createQuery("select p from Profile p where p.personId in :ids", Profile.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  List<Long> listPublic(Collection<Long> ids) {
    return entities
        .createQuery(
            "select p.personId from Profile p where p.namePublic = true and p.personId in :ids",
            Long.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  Map<Long, String> zones(Collection<Long> ids) {
    return entities
        .createQuery(
            "select p.personId, p.zone from Profile p where p.zone <> '' and p.personId in :ids",
            Object[].class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
  }

  void keep(Profile profile) {
    if (!entities.contains(profile)) {
      entities.persist(profile);
    }
  }

  /** A page of the people of some administrations. */
  List<Person> list(Collection<String> members, String words, Slice slice) {
    TypedQuery<Person> query =
        entities.createQuery(
            "select p from Person p where "
                + condition(words)
                + slice.order(ORDERS, "p.familyName, p.givenName, p.id"),
            Person.class);
    set(query, members, words);
    return query.setFirstResult(slice.first()).setMaxResults(slice.size()).getResultList();
  }

  long count(Collection<String> members, String words) {
    TypedQuery<Long> query =
        entities.createQuery("select count(p) from Person p where " + condition(words), Long.class);
    set(query, members, words);
    return query.getSingleResult();
  }

  List<Person> list(PersonSearch search, Slice slice) {
    return search
        .bind(
            entities.createQuery(
                "select p from Person p where "
                    + search.where()
                    + slice.order(ORDERS, "p.familyName, p.givenName, p.id"),
                Person.class))
        .setFirstResult(slice.first())
        .setMaxResults(slice.size())
        .getResultList();
  }

  long count(PersonSearch search) {
    return search
        .bind(
            entities.createQuery(
                "select count(p) from Person p where " + search.where(), Long.class))
        .getSingleResult();
  }

  private static String condition(String words) {
    return "p.mergedInto is null and p.memberCode in :members"
        + (words == null
            ? ""
            : " and (concat(p.givenName, ' ', p.familyName) like :words escape '!'"
                + " or p.email like :words escape '!')");
  }

  private static void set(TypedQuery<?> query, Collection<String> members, String words) {
    query.setParameter("members", members);
    if (words != null) {
      query.setParameter("words", "%" + words.replaceAll("([!%_])", "!$1") + "%");
    }
  }
}
