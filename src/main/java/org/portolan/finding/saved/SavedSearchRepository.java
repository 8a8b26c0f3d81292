package org.portolan.finding.saved;

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
import java.util.Set;
import org.portolan.platform.i18n.Language;

/** Reads and keeps saved searches. */
@ApplicationScoped
class SavedSearchRepository {
  @PersistenceContext private EntityManager entities;

  /** What is kept already stays as it is. */
  void keep(long person, String name, String query, Language language, Rhythm rhythm, Instant now) {
    entities
        .createNativeQuery(
            "INSERT INTO saved_search (person_id, name, query, mark, language, rhythm, saved_at,"
                + " told_until, due_at, version) VALUES (?1, ?2, ?3, SHA2(?3, 256), ?4, ?5, ?6, ?6,"
                + " ?7, 1) ON DUPLICATE KEY UPDATE saved_at = saved_at")
        .setParameter(1, person)
        .setParameter(2, name)
        .setParameter(3, query)
        .setParameter(4, language.code())
        .setParameter(5, rhythm.code())
        .setParameter(6, column(now))
        .setParameter(7, rhythm == Rhythm.NONE ? null : column(rhythm.next(now)))
        .executeUpdate();
  }

  long count(long person) {
    return entities
        .createQuery("select count(s) from SavedSearch s where s.personId = :person", Long.class)
        .setParameter("person", person)
        .getSingleResult();
  }

  List<SavedSearch> of(long person) {
    return entities
        .createQuery(
            "select s from SavedSearch s where s.personId = :person order by s.savedAt desc, s.id"
                + " desc",
            SavedSearch.class)
        .setParameter("person", person)
        .getResultList();
  }

  Optional<SavedSearch> find(long id) {
    return Optional.ofNullable(entities.find(SavedSearch.class, id));
  }

  Optional<SavedSearch> lock(long id) {
    return Optional.ofNullable(
        entities.find(SavedSearch.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  void remove(SavedSearch search) {
    entities.remove(search);
  }

  void flush() {
    entities.flush();
  }

  /** Ids and owners of those of which somebody is to be told, the longest due first. */
  List<Object[]> due(Instant now, int most) {
    return entities
        .createQuery(
            "select s.id, s.personId from SavedSearch s where s.dueAt <= :now"
                + " order by s.dueAt, s.personId, s.id",
            Object[].class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  /** Those of these that there are still, which nobody changes until the transaction ends. */
  List<SavedSearch> lockAll(Collection<Long> ids) {
    return entities
        .createQuery(
            "select s from SavedSearch s where s.id in :ids order by s.personId, s.name, s.id",
            SavedSearch.class)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Not a change of theirs: whoever edits one meanwhile is not kept from it. */
  void told(Rhythm rhythm, Set<Long> ids, Instant until, Instant now) {
    if (ids.isEmpty()) {
      return;
    }
    entities
        .createNativeQuery(
            "UPDATE saved_search SET told_until = GREATEST(told_until, ?1), due_at = ?2"
                + " WHERE id IN ("
                + String.join(", ", ids.stream().map(String::valueOf).toList())
                + ")")
        .setParameter(1, column(until))
        .setParameter(2, column(rhythm.next(now)))
        .executeUpdate();
  }

  void removeAllOf(long person) {
    entities
        .createNativeQuery("DELETE FROM saved_search WHERE person_id = ?1")
        .setParameter(1, person)
        .executeUpdate();
  }

  /** What both kept stays once. */
  void move(long stays, long goes) {
    entities
        .createNativeQuery(
            "DELETE FROM saved_search WHERE person_id = ?1 AND mark IN (SELECT mark FROM (SELECT"
                + " mark FROM saved_search WHERE person_id = ?2) kept)")
        .setParameter(1, goes)
        .setParameter(2, stays)
        .executeUpdate();
    entities
        .createNativeQuery("UPDATE saved_search SET person_id = ?1 WHERE person_id = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
  }

  private static LocalDateTime column(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
