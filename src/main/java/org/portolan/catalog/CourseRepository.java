package org.portolan.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads courses: a list is three statements, however many courses and languages it has. */
@ApplicationScoped
class CourseRepository {
  private static final String PUBLISHED = "published";

  @PersistenceContext private EntityManager entities;

  long count(CourseFilter filter) {
    Map<String, Object> values = new HashMap<>();
    Query query =
        entities.createNativeQuery("SELECT COUNT(*) FROM course c WHERE " + where(filter, values));
    return ((Number) bind(query, values).getSingleResult()).longValue();
  }

  /** Ids of a page, by title in this language; courses without it come after, by code. */
  List<Long> ids(CourseFilter filter, String language, int size) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("1", language);
    Query query =
        entities.createNativeQuery(
            "SELECT c.id FROM course c LEFT JOIN course_text t ON t.course_id = c.id"
                + " AND t.language = ?1 WHERE "
                + where(filter, values)
                + " ORDER BY t.title IS NULL, t.title, c.code");
    List<?> ids =
        bind(query, values)
            .setFirstResult((filter.page() - 1) * size)
            .setMaxResults(size)
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).toList();
  }

  Map<Long, CourseFacts> facts(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery("select c from Course c where c.id in :ids", Course.class)
        .setParameter("ids", ids)
        .getResultList()
        .stream()
        .map(Course::facts)
        .collect(Collectors.toMap(CourseFacts::id, facts -> facts));
  }

  /** Titles and summaries in every language, without bodies, by course. */
  Map<Long, List<CourseWords>> headlines(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<Object[]> rows =
        entities
            .createQuery(
                "select c.id, t.language, t.title, t.summary from Course c join c.texts t"
                    + " where c.id in :ids",
                Object[].class)
            .setParameter("ids", ids)
            .getResultList();
    Map<Long, List<CourseWords>> byCourse = new HashMap<>();
    for (Object[] row : rows) {
      byCourse
          .computeIfAbsent((Long) row[0], id -> new ArrayList<>())
          .add(new CourseWords((String) row[1], (String) row[2], (String) row[3], null));
    }
    return byCourse;
  }

  /** Drafts too. */
  Optional<Course> findByCode(String code) {
    return entities
        .createQuery(
            "select distinct c from Course c left join fetch c.texts where c.code = :code",
            Course.class)
        .setParameter("code", code)
        .getResultList()
        .stream()
        .findFirst();
  }

  /** Drafts too. */
  Optional<Course> find(long id) {
    return Optional.ofNullable(entities.find(Course.class, id));
  }

  /** Courses with their texts; those that are not published are left out. */
  List<Course> listWithTexts(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            "select distinct c from Course c left join fetch c.texts"
                + " where c.id in :ids and c.state = :state",
            Course.class)
        .setParameter("ids", ids)
        .setParameter("state", PUBLISHED)
        .getResultList();
  }

  /** Ids of published ones after this one, in their order; an empty answer is the end. */
  List<Long> idsAfter(long id, int size) {
    return entities
        .createQuery(
            "select c.id from Course c where c.id > :id and c.state = :state order by c.id",
            Long.class)
        .setParameter("id", id)
        .setParameter("state", PUBLISHED)
        .setMaxResults(size)
        .getResultList();
  }

  List<Long> publishedIds() {
    return entities
        .createQuery("select c.id from Course c where c.state = :state", Long.class)
        .setParameter("state", PUBLISHED)
        .getResultList();
  }

  /** Courses that people changed, or began, or of which they changed a text. */
  List<String> changedCodes() {
    return entities
        .createQuery(
            "select distinct c.code from Course c left join c.texts t"
                + " where c.version > 0 or t.version > 0",
            String.class)
        .getResultList();
  }

  /** For content: says what takes the place of a course. */
  void succeed(long retired, long successor) {
    entities
        .createNativeQuery("UPDATE course SET successor_id = ?1 WHERE id = ?2")
        .setParameter(1, successor)
        .setParameter(2, retired)
        .executeUpdate();
  }

  private static String where(CourseFilter filter, Map<String, Object> values) {
    StringBuilder where = new StringBuilder("c.state = '" + PUBLISHED + "'");
    and(where, values, "c.theme_code = ", filter.theme());
    and(where, values, "c.region_code = ", filter.region());
    and(where, values, "c.mode = ", filter.mode());
    and(where, values, "c.level = ", filter.level());
    if (filter.language() != null) {
      and(
          where,
          values,
          "EXISTS (SELECT 1 FROM course_text x WHERE x.course_id = c.id AND x.language = ",
          filter.language());
      where.append(')');
    }
    return where.toString();
  }

  private static void and(
      StringBuilder where, Map<String, Object> values, String condition, String value) {
    if (value != null) {
      String position = String.valueOf(values.size() + 1);
      values.put(position, value);
      where.append(" AND ").append(condition).append('?').append(position);
    }
  }

  private static Query bind(Query query, Map<String, Object> values) {
    values.forEach((position, value) -> query.setParameter(Integer.parseInt(position), value));
    return query;
  }
}
