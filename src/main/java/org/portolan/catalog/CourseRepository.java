package org.portolan.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.portolan.platform.persistence.Slice;

/** Courses in the database; lists of them are a few statements, however long they are. */
@ApplicationScoped
class CourseRepository {
  private static final String PUBLISHED = "published";

  @PersistenceContext private EntityManager entities;

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

  /** Codes and titles in every language, by course; one without texts has a title of null. */
  Map<Long, List<TitleRow>> titles(Collection<Long> ids) {
    return ids.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "select c.id, c.code, t.language, t.title from Course c left join c.texts t"
                    + " where c.id in :ids",
                Object[].class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    row -> (Long) row[0],
                    Collectors.mapping(
                        row -> new TitleRow((String) row[1], (String) row[2], (String) row[3]),
                        Collectors.toList())));
  }

  /**
   * A title of a course.
   *
   * @param code of the course
   */
  record TitleRow(String code, String language, String title) {}

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

  /** The whole texts of those among these courses that are published, by course. */
  Map<Long, List<CourseWords>> publishedTexts(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "select c.id, t.language, t.title, t.summary, t.body from Course c join c.texts t"
                + " where c.id in :ids and c.state = :state",
            Object[].class)
        .setParameter("ids", ids)
        .setParameter("state", PUBLISHED)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> (Long) row[0],
                Collectors.mapping(
                    row ->
                        new CourseWords(
                            (String) row[1], (String) row[2], (String) row[3], (String) row[4]),
                    Collectors.toList())));
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

  /** For somebody who changes it: the next to ask waits here and then reads what was written. */
  Optional<Course> lock(long id) {
    return Optional.ofNullable(entities.find(Course.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  void add(Course course) {
    entities.persist(course);
    entities.flush();
  }

  /** Numbers of published courses by their codes. */
  Map<String, Long> publishedCodes() {
    return entities
        .createQuery("select c.code, c.id from Course c where c.state = :state", Object[].class)
        .setParameter("state", PUBLISHED)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  /** Which courses ask directly for which others. */
  Map<Long, Set<Long>> prerequisites() {
    List<?> rows =
        entities
            .createNativeQuery("SELECT course_id, required_id FROM course_prerequisite")
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(
            Collectors.groupingBy(
                row -> ((Number) row[0]).longValue(),
                Collectors.mapping(row -> ((Number) row[1]).longValue(), Collectors.toSet())));
  }

  /** Two who change what courses ask for could close a circle between them: one at a time. */
  void lockPrerequisites() {
    entities
        .createNativeQuery("SELECT revision FROM catalog_revision WHERE id = 1 FOR UPDATE")
        .getSingleResult();
  }

  long revision() {
    return ((Number)
            entities
                .createNativeQuery("SELECT revision FROM catalog_revision WHERE id = 1")
                .getSingleResult())
        .longValue();
  }

  /** Tells every node that readers see something else from now on. */
  void tellNodes() {
    entities
        .createNativeQuery("UPDATE catalog_revision SET revision = revision + 1 WHERE id = 1")
        .executeUpdate();
  }

  /** Ids of published courses that share a theme or a competency with these. */
  List<Long> sharing(Collection<String> themes, Collection<String> competencies, int most) {
    List<String> given = competencies.isEmpty() ? List.of("") : List.copyOf(competencies);
    Query query =
        entities.createNativeQuery(
            "SELECT c.id FROM course c WHERE c.state = 'published' AND (c.theme_code IN ("
                + places(1, themes.size())
                + ") OR EXISTS (SELECT 1 FROM course_theme t WHERE t.course_id = c.id AND"
                + " t.theme_code IN ("
                + places(1, themes.size())
                + ")) OR EXISTS (SELECT 1 FROM course_competency g WHERE g.course_id = c.id AND"
                + " g.competency_code IN ("
                + places(themes.size() + 1, given.size())
                + "))) ORDER BY c.updated_at DESC, c.id");
    int place = 0;
    for (String value : themes) {
      query.setParameter(++place, value);
    }
    for (String value : given) {
      query.setParameter(++place, value);
    }
    List<?> ids = query.setMaxResults(most).getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).toList();
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

  Map<Long, Instant> publishedAt(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "select c.id, c.publishedAt from Course c where c.id in :ids and c.state = :state"
                + " and c.publishedAt is not null",
            Object[].class)
        .setParameter("ids", ids)
        .setParameter("state", PUBLISHED)
        .getResultStream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Instant) row[1]));
  }

  /** For content: since when courses are published, by their codes. */
  Map<String, Instant> publishedMoments() {
    return entities
        .createQuery(
            "select c.code, c.publishedAt from Course c where c.publishedAt is not null",
            Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Instant) row[1]));
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

  List<Course> published() {
    return entities
        .createQuery("select c from Course c where c.state = :state order by c.id", Course.class)
        .setParameter("state", PUBLISHED)
        .getResultList();
  }

  /** Titles and summaries of all published courses, by course. */
  Map<Long, List<CourseWords>> publishedHeadlines() {
    return rows("SELECT t.course_id, t.language, t.title, t.summary FROM course_text t"
            + " JOIN course c ON c.id = t.course_id WHERE c.state = 'published'")
        .collect(
            Collectors.groupingBy(
                row -> ((Number) row[0]).longValue(),
                Collectors.mapping(
                    row ->
                        new CourseWords(
                            String.valueOf(row[1]), (String) row[2], (String) row[3], null),
                    Collectors.toList())));
  }

  /** Themes of all published courses beside those under which they are filed. */
  Map<Long, List<String>> publishedThemes() {
    return rows("SELECT t.course_id, t.theme_code FROM course_theme t JOIN course c"
            + " ON c.id = t.course_id WHERE c.state = 'published' ORDER BY t.theme_code")
        .collect(
            Collectors.groupingBy(
                row -> ((Number) row[0]).longValue(),
                Collectors.mapping(row -> (String) row[1], Collectors.toList())));
  }

  Map<Long, List<GivenCompetency>> publishedCompetencies() {
    return rows("SELECT g.course_id, g.competency_code, g.level FROM course_competency g JOIN course c"
            + " ON c.id = g.course_id WHERE c.state = 'published' ORDER BY g.competency_code")
        .collect(
            Collectors.groupingBy(
                row -> ((Number) row[0]).longValue(),
                Collectors.mapping(
                    row -> new GivenCompetency((String) row[1], ((Number) row[2]).intValue()),
                    Collectors.toList())));
  }

  private Stream<Object[]> rows(String sql) {
    List<?> rows = entities.createNativeQuery(sql).getResultList();
    return rows.stream().map(Object[].class::cast);
  }

  Set<Long> publishedOf(Collection<Long> ids) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            entities
                .createQuery(
                    "select c.id from Course c where c.state = :state and c.id in :ids", Long.class)
                .setParameter("state", PUBLISHED)
                .setParameter("ids", ids)
                .getResultList());
  }

  Map<String, CourseFacts> publishedByCode(Collection<String> codes) {
    return codes.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "select c from Course c where c.state = :state and c.code in :codes", Course.class)
            .setParameter("state", PUBLISHED)
            .setParameter("codes", codes)
            .getResultList()
            .stream()
            .map(Course::facts)
            .collect(Collectors.toMap(CourseFacts::code, facts -> facts));
  }

  /** Published courses that took the place of these. */
  Map<Long, Long> successors(Collection<Long> ids) {
    return ids.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "select c.id, s.id from Course c join Course s on s.id = c.successorId"
                    + " where c.id in :ids and s.state = :state",
                Object[].class)
            .setParameter("state", PUBLISHED)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
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

  private static String places(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(place -> "?" + place)
        .collect(Collectors.joining(", "));
  }

  /** Those of which somebody takes care, a page of them with their texts: two statements. */
  List<Course> desk(CourseSight sight, CourseDeskFilter filter, Slice slice) {
    Map<String, Object> values = new HashMap<>();
    List<Long> ids =
        set(
                entities.createQuery(
                    "select c.id from Course c where "
                        + onDesk(sight, filter, values)
                        + slice.order(DESK_ORDERS, "c.updatedAt desc, c.id desc"),
                    Long.class),
                values)
            .setFirstResult(slice.first())
            .setMaxResults(slice.size())
            .getResultList();
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            "select distinct c from Course c left join fetch c.texts where c.id in :ids",
            Course.class)
        .setParameter("ids", ids)
        .getResultList()
        .stream()
        .sorted(Comparator.comparingInt(course -> ids.indexOf(course.id())))
        .toList();
  }

  long countOnDesk(CourseSight sight, CourseDeskFilter filter) {
    Map<String, Object> values = new HashMap<>();
    return set(
            entities.createQuery(
                "select count(c) from Course c where " + onDesk(sight, filter, values), Long.class),
            values)
        .getSingleResult();
  }

  /** By the names that the desk gives its columns. */
  private static final Map<String, String> DESK_ORDERS =
      Map.of("state", "c.state", "changed", "c.updatedAt", "catalogue", "c.catalogue");

  private static String onDesk(
      CourseSight sight, CourseDeskFilter filter, Map<String, Object> values) {
    List<String> kept = new ArrayList<>();
    if (sight.global()) {
      kept.add("c.catalogue = 'global'");
    }
    among(kept, values, "regions", sight.regions(), "c.catalogue = 'region' and c.regionCode");
    among(kept, values, "members", sight.members(), "c.catalogue = 'member' and c.memberCode");
    List<String> seen = new ArrayList<>();
    among(seen, values, "centres", sight.centres(), "c.centreCode");
    if (!kept.isEmpty()) {
      seen.add("c.state <> 'draft' and (" + String.join(" or ", kept) + ")");
    }
    StringBuilder where =
        new StringBuilder(sight.all() ? "1 = 1" : "(" + String.join(" or ", seen) + ")");
    if (filter.state() != null) {
      where.append(" and c.state = :state");
      values.put("state", filter.state());
    }
    if (filter.words() != null) {
      where.append(
          " and (locate(:words, c.code) > 0 or exists (select t.language from CourseText t"
              + " where t.course = c and locate(:words, t.title) > 0))");
      values.put("words", filter.words());
    }
    return where.toString();
  }

  private static void among(
      List<String> conditions,
      Map<String, Object> values,
      String name,
      Set<String> codes,
      String condition) {
    if (!codes.isEmpty()) {
      conditions.add("(" + condition + " in :" + name + ")");
      values.put(name, codes);
    }
  }

  private static <T> TypedQuery<T> set(TypedQuery<T> query, Map<String, Object> values) {
    values.forEach(query::setParameter);
    return query;
  }
}
