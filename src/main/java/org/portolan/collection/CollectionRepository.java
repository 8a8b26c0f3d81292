package org.portolan.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collections in the database. */
@ApplicationScoped
class CollectionRepository {
  private static final int MOST = 300;

  @PersistenceContext private EntityManager entities;

  void add(PracticeCollection collection) {
    entities.persist(collection);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  Optional<PracticeCollection> find(long id) {
    return Optional.ofNullable(entities.find(PracticeCollection.class, id));
  }

  Optional<PracticeCollection> lock(long id) {
    return Optional.ofNullable(
        entities.find(PracticeCollection.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  List<PracticeCollection> find(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select c from PracticeCollection c where c.id in :ids order by c.id",
                PracticeCollection.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** The last published first. */
  List<PracticeCollection> published() {
    return entities
        .createQuery(
            "select c from PracticeCollection c where c.state = 'published'"
                + " order by c.publishedAt desc, c.id desc",
            PracticeCollection.class)
        .setMaxResults(MOST)
        .getResultList();
  }

  /**
   * The last published first, behind a place in the list.
   *
   * @param region or null for all
   * @param after null for the beginning
   */
  List<PracticeCollection> published(String region, CollectionCursor after, int count) {
    TypedQuery<PracticeCollection> query =
        of(
                region,
                entities.createQuery(
                    "select c from PracticeCollection c"
                        + where(region)
                        + (after == null
                            ? ""
                            : " and (c.publishedAt < :at or c.publishedAt = :at and c.id < :id)")
                        + " order by c.publishedAt desc, c.id desc",
                    PracticeCollection.class))
            .setMaxResults(count);
    if (after != null) {
      query.setParameter("at", after.publishedAt()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  /**
   * @param region or null for all
   */
  long countPublished(String region) {
    return of(
            region,
            entities.createQuery(
                "select count(c) from PracticeCollection c" + where(region), Long.class))
        .getSingleResult();
  }

  private static String where(String region) {
    return " where c.state = 'published'" + (region == null ? "" : " and c.regionCode = :region");
  }

  private static <T> TypedQuery<T> of(String region, TypedQuery<T> query) {
    return region == null ? query : query.setParameter("region", region);
  }

  /** The last changed first. */
  List<PracticeCollection> ofRegions(Collection<String> regions) {
    return entities
        .createQuery(
            "select c from PracticeCollection c where c.regionCode in :regions"
                + " order by c.updatedAt desc, c.id desc",
            PracticeCollection.class)
        .setParameter("regions", regions)
        .setMaxResults(MOST)
        .getResultList();
  }

  /** Their words by language. */
  Map<Long, Map<String, CollectionText>> texts(Collection<Long> ids) {
    Map<Long, Map<String, CollectionText>> texts = new HashMap<>();
    for (Object[] row :
        rows(
            "SELECT collection_id, language, title, words FROM practice_collection_text"
                + " WHERE collection_id IN (%s) ORDER BY collection_id, language",
            ids)) {
      texts
          .computeIfAbsent(((Number) row[0]).longValue(), id -> new LinkedHashMap<>())
          .put(String.valueOf(row[1]), new CollectionText((String) row[2], (String) row[3]));
    }
    return texts;
  }

  /** Numbers of their practices, in order. */
  Map<Long, List<Long>> practices(Collection<Long> ids) {
    Map<Long, List<Long>> practices = new HashMap<>();
    for (Object[] row :
        rows(
            "SELECT collection_id, practice_id FROM practice_collection_item"
                + " WHERE collection_id IN (%s) ORDER BY collection_id, place",
            ids)) {
      practices
          .computeIfAbsent(((Number) row[0]).longValue(), id -> new ArrayList<>())
          .add(((Number) row[1]).longValue());
    }
    return practices;
  }

  private List<Object[]> rows(String sql, Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Query query =
        entities.createNativeQuery(
            sql.formatted(String.join(", ", Collections.nCopies(ids.size(), "?"))));
    int at = 0;
    for (long id : ids) {
      query.setParameter(++at, id);
    }
    List<?> found = query.getResultList();
    return found.stream().map(Object[].class::cast).toList();
  }

  /** In the place of whatever was said of it before. */
  void write(long id, Map<String, CollectionText> texts, List<Long> practices) {
    for (String table : List.of("practice_collection_text", "practice_collection_item")) {
      entities
          .createNativeQuery("DELETE FROM " + table + " WHERE collection_id = ?1")
          .setParameter(1, id)
          .executeUpdate();
    }
    texts.forEach(
        (language, text) ->
            entities
                .createNativeQuery(
                    "INSERT INTO practice_collection_text (collection_id, language, title, words)"
                        + " VALUES (?1, ?2, ?3, ?4)")
                .setParameter(1, id)
                .setParameter(2, language)
                .setParameter(3, text.title())
                .setParameter(4, text.words())
                .executeUpdate());
    if (practices.isEmpty()) {
      return;
    }
    Query insert =
        entities.createNativeQuery(
            "INSERT INTO practice_collection_item (collection_id, place, practice_id) VALUES "
                + String.join(", ", Collections.nCopies(practices.size(), "(?, ?, ?)")));
    int at = 0;
    for (int place = 0; place < practices.size(); place++) {
      insert.setParameter(++at, id);
      insert.setParameter(++at, place + 1);
      insert.setParameter(++at, practices.get(place));
    }
    insert.executeUpdate();
  }
}
