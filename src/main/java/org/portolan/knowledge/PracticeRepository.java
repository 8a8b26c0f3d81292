package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.Slice;
import org.portolan.region.Reach;

/** Practices in the database. */
@ApplicationScoped
class PracticeRepository {
  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  Optional<Practice> findByCode(String code) {
    return entities
        .createQuery(
            "select distinct p from Practice p left join fetch p.texts where p.code = :code",
            Practice.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  /** For somebody who changes it: the next to ask waits here and then reads what was written. */
  Optional<Practice> lockByCode(String code) {
    return entities
        .createQuery("select p from Practice p where p.code = :code", Practice.class)
        .setParameter("code", code)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  List<Practice> findPublished(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select distinct p from Practice p join fetch p.texts"
                    + " where p.id in :ids and p.state = 'published' order by p.id",
                Practice.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** In whatever state they are. */
  List<Practice> findAny(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select distinct p from Practice p join fetch p.texts"
                    + " where p.id in :ids order by p.id",
                Practice.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** What is being written on them, where somebody does, by number. */
  Map<Long, PracticeContent> works(Collection<Long> ids) {
    Map<Long, PracticeContent> works = new HashMap<>();
    if (!ids.isEmpty()) {
      entities
          .createQuery("select w from WorkingCopy w where w.practiceId in :ids", WorkingCopy.class)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(work -> works.put(work.practiceId(), work.content()));
    }
    return works;
  }

  Map<String, Long> numbersOfCodes(Collection<String> codes) {
    Map<String, Long> numbers = new HashMap<>();
    if (!codes.isEmpty()) {
      entities
          .createQuery("select p.code, p.id from Practice p where p.code in :codes", Object[].class)
          .setParameter("codes", codes)
          .getResultList()
          .forEach(row -> numbers.put((String) row[0], (Long) row[1]));
    }
    return numbers;
  }

  /** Published ones that name an item, the newest first. */
  List<Practice> linking(String kind, String target, int most) {
    List<Long> ids =
        entities
            .createQuery(
                "select p.id from Practice p join p.ends e where e.kind = :kind"
                    + " and e.target = :target and p.state = 'published'"
                    + " order by p.publishedAt desc, p.id",
                Long.class)
            .setParameter("kind", kind)
            .setParameter("target", target)
            .setMaxResults(most)
            .getResultList();
    return findPublished(ids).stream()
        .sorted(Comparator.comparing(practice -> ids.indexOf(practice.id())))
        .toList();
  }

  /** Published ones that name a practice. */
  List<Long> idsLinkingTo(String code) {
    return entities
        .createQuery(
            "select p.id from Practice p join p.ends e where e.kind = 'practice'"
                + " and e.target = :code and p.state = 'published'",
            Long.class)
        .setParameter("code", code)
        .getResultList();
  }

  /** Those of these codes that everybody may read. */
  List<String> openCodes(Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select p.code from Practice p where p.code in :codes and p.state = 'published'"
                    + " and p.readers = 'all'",
                String.class)
            .setParameter("codes", codes)
            .getResultList();
  }

  List<Long> idsOfCodes(Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : entities
            .createQuery("select p.id from Practice p where p.code in :codes", Long.class)
            .setParameter("codes", codes)
            .getResultList();
  }

  List<Long> publishedIdsAfter(long id, int count) {
    return entities
        .createQuery(
            "select p.id from Practice p where p.state = 'published' and p.id > :id order by p.id",
            Long.class)
        .setParameter("id", id)
        .setMaxResults(count)
        .getResultList();
  }

  void add(Practice practice) {
    entities.persist(practice);
    entities.flush();
  }

  Optional<WorkingCopy> work(long id) {
    return Optional.ofNullable(entities.find(WorkingCopy.class, id));
  }

  List<Long> newestOfTheme(String theme, int most) {
    return entities
        .createQuery(
            "select p.id from Practice p where p.state = 'published' and p.themeCode = :theme"
                + " order by p.publishedAt desc, p.id desc",
            Long.class)
        .setParameter("theme", theme)
        .setMaxResults(most)
        .getResultList();
  }

  void add(WorkingCopy copy) {
    entities.persist(copy);
  }

  void remove(WorkingCopy copy) {
    entities.remove(copy);
  }

  void add(PracticeVersion version) {
    entities.persist(version);
  }

  Optional<PracticeVersion> version(long id, int edition) {
    return Optional.ofNullable(
        entities.find(PracticeVersion.class, new PracticeVersion.Key(id, edition)));
  }

  /** Those of before, without what they say; the newest first. */
  List<PastVersion> versions(long id) {
    return entities
        .createQuery(
            "select v.edition, v.publishedAt, v.publishedBy, v.note from PracticeVersion v"
                + " where v.practiceId = :id order by v.edition desc",
            Object[].class)
        .setParameter("id", id)
        .getResultStream()
        .map(
            row ->
                new PastVersion((Integer) row[0], (Instant) row[1], (Long) row[2], (String) row[3]))
        .toList();
  }

  /** A version that readers do not see any more. */
  record PastVersion(int edition, Instant publishedAt, Long publishedBy, String note) {}

  /** Handed in before a moment, and nobody was reminded since another. */
  List<Practice> waitingSince(Instant submitted, Instant reminded, int most) {
    return entities
        .createQuery(
            "select p from Practice p where p.workState = 'review' and p.submittedAt < :submitted"
                + " and (p.remindedAt is null or p.remindedAt < :reminded) order by p.id",
            Practice.class)
        .setParameter("submitted", submitted)
        .setParameter("reminded", reminded)
        .setMaxResults(most)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** To be looked at again, nobody is at it, and nobody was reminded since a moment. */
  List<Practice> dueOn(LocalDate day, Instant reminded, int most) {
    return entities
        .createQuery(
            "select p from Practice p where p.state = 'published' and p.workState is null"
                + " and p.reviewOn <= :day"
                + " and (p.remindedAt is null or p.remindedAt < :reminded) order by p.id",
            Practice.class)
        .setParameter("day", day)
        .setParameter("reminded", reminded)
        .setMaxResults(most)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Not as a change: whoever has it open is not in the way. */
  void reminded(Collection<Long> ids, Instant now) {
    Query update =
        entities.createNativeQuery(
            "UPDATE practice SET reminded_at = ? WHERE id IN ("
                + String.join(", ", Collections.nCopies(ids.size(), "?"))
                + ")");
    update.setParameter(1, Timestamp.from(now));
    int place = 2;
    for (long id : ids) {
      update.setParameter(place++, id);
    }
    update.executeUpdate();
  }

  /** Two statements for a page and one for its texts, whatever its size. */
  PracticePage listPublished(
      PracticeFilter filter, Reach reach, Language reader, int from, int count) {
    Map<String, Object> parameters = new HashMap<>();
    return page(published(filter, reach, parameters), parameters, reader, from, count);
  }

  /**
   * The same behind a place in the list, whatever came before it meanwhile.
   *
   * @param member or null for any
   * @param after null for the beginning
   */
  PracticePage listPublishedAfter(
      PracticeFilter filter,
      String member,
      Reach reach,
      Language reader,
      PracticeCursor after,
      int count) {
    Map<String, Object> parameters = new HashMap<>();
    String where = published(filter, reach, parameters);
    if (member != null) {
      where += " and p.memberCode = :member";
      parameters.put("member", member);
    }
    long total =
        set(entities.createQuery("select count(p) from Practice p" + where, Long.class), parameters)
            .getSingleResult();
    if (after != null) {
      where += " and (p.publishedAt < :at or p.publishedAt = :at and p.code < :code)";
      parameters.put("at", after.publishedAt());
      parameters.put("code", after.code());
    }
    List<Object[]> rows =
        set(
                entities.createQuery(
                    FACTS + where + " order by p.publishedAt desc, p.code desc", Object[].class),
                parameters)
            .setMaxResults(count)
            .getResultList();
    return new PracticePage(summaries(rows, reader), total);
  }

  private static String published(
      PracticeFilter filter, Reach reach, Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder(" where p.state = 'published'");
    where.append(isFor(reach, parameters));
    if (filter.region() != null) {
      where.append(" and p.regionCode = :region");
      parameters.put("region", filter.region());
    }
    if (filter.theme() != null) {
      where.append(" and p.themeCode = :theme");
      parameters.put("theme", filter.theme());
    }
    if (filter.year() != null) {
      where.append(" and p.year = :year");
      parameters.put(
          "year", filter.year().matches("[0-9]{4}") ? Integer.valueOf(filter.year()) : 0);
    }
    if (filter.language() != null) {
      where.append(
          " and exists (select t.language from PracticeText t"
              + " where t.practice = p and t.language = :language)");
      parameters.put("language", filter.language());
    }
    return where.toString();
  }

  PracticePage listPublishedOfMember(String member, Reach reach, Language reader, int count) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("member", member);
    String where =
        " where p.state = 'published' and p.memberCode = :member" + isFor(reach, parameters);
    return page(where, parameters, reader, 0, count);
  }

  /** The rule of {@link Practice#isFor} as a condition. */
  private static String isFor(Reach reach, Map<String, Object> parameters) {
    if (reach.everywhere()) {
      return "";
    }
    StringBuilder where = new StringBuilder(" and (p.readers = 'all'");
    if (!reach.regions().isEmpty()) {
      where.append(" or p.readers = 'region' and p.regionCode in :reachedRegions");
      parameters.put("reachedRegions", reach.regions());
    }
    if (!reach.members().isEmpty()) {
      where.append(" or p.readers = 'member' and p.memberCode in :reachedMembers");
      parameters.put("reachedMembers", reach.members());
    }
    return where.append(')').toString();
  }

  Map<String, Long> countPublishedByRegion() {
    return entities
        .createQuery(
            "select p.regionCode, count(p) from Practice p where p.state = 'published'"
                + " and p.readers = 'all' group by p.regionCode",
            Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  private PracticePage page(
      String where, Map<String, Object> parameters, Language reader, int from, int count) {
    long total =
        set(entities.createQuery("select count(p) from Practice p" + where, Long.class), parameters)
            .getSingleResult();
    List<Object[]> rows =
        total == 0
            ? List.of()
            : set(
                    entities.createQuery(
                        FACTS + where + " order by p.publishedAt desc, p.id desc", Object[].class),
                    parameters)
                .setFirstResult(from)
                .setMaxResults(count)
                .getResultList();
    return new PracticePage(summaries(rows, reader), total);
  }

  /** Drafts and published ones of some regions. */
  List<PracticeSummary> listOfRegions(
      Set<String> regions, DeskFilter filter, Slice slice, Language reader) {
    if (regions.isEmpty()) {
      return List.of();
    }
    Map<String, Object> parameters = new HashMap<>();
    String where = where(regions, filter, parameters);
    return summaries(
        set(
                entities.createQuery(
                    FACTS + where + slice.order(DESK_ORDERS, "p.updatedAt desc, p.id desc"),
                    Object[].class),
                parameters)
            .setFirstResult(slice.first())
            .setMaxResults(slice.size())
            .getResultList(),
        reader);
  }

  long countOfRegions(Set<String> regions, DeskFilter filter) {
    Map<String, Object> parameters = new HashMap<>();
    return regions.isEmpty()
        ? 0
        : set(
                entities.createQuery(
                    "select count(p) from Practice p" + where(regions, filter, parameters),
                    Long.class),
                parameters)
            .getSingleResult();
  }

  private String where(Set<String> regions, DeskFilter filter, Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder(" where p.regionCode in :regions");
    parameters.put("regions", regions);
    if (filter.state() != null) {
      where.append(STATES.getOrDefault(filter.state(), " and p.state = :state"));
      if (!STATES.containsKey(filter.state())) {
        parameters.put("state", filter.state());
      } else if (filter.state().equals(DeskFilter.DUE)) {
        parameters.put("today", LocalDate.now(clock));
      }
    }
    if (filter.words() != null) {
      where.append(
          " and exists (select t.language from PracticeText t"
              + " where t.practice = p and locate(:words, t.title) > 0)");
      parameters.put("words", filter.words());
    }
    return where.toString();
  }

  private static final Map<String, String> STATES =
      Map.of(
          DeskFilter.REVIEW,
          " and p.workState = 'review'",
          DeskFilter.CHANGING,
          " and p.state = 'published' and p.workState is not null",
          DeskFilter.DUE,
          " and p.state = 'published' and p.reviewOn <= :today");

  /** By the names that the desk gives its columns. */
  private static final Map<String, String> DESK_ORDERS =
      Map.of(
          "region", "p.regionCode", "year", "p.year", "state", "p.state", "changed", "p.updatedAt");

  private static final String FACTS =
      "select p.id, p.code, p.regionCode, p.memberCode, p.themeCode, p.year, p.state,"
          + " p.publishedAt, p.updatedAt, p.workState, p.reviewOn from Practice p";

  private List<PracticeSummary> summaries(List<Object[]> rows, Language reader) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Words>> words =
        entities
            .createQuery(
                "select t.practice.id, t.language, t.title, t.summary, t.original"
                    + " from PracticeText t where t.practice.id in :ids order by t.language",
                Object[].class)
            .setParameter("ids", rows.stream().map(row -> row[0]).toList())
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    row -> (Long) row[0],
                    Collectors.mapping(
                        row ->
                            new Words(
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                (Boolean) row[4]),
                        Collectors.toList())));
    List<PracticeSummary> list = new ArrayList<>();
    for (Object[] row : rows) {
      List<Words> all = words.getOrDefault(row[0], List.of());
      Words shown = Words.best(all, reader.code());
      list.add(
          new PracticeSummary(
              (String) row[1],
              (String) row[2],
              (String) row[3],
              (String) row[4],
              (Integer) row[5],
              shown.language(),
              shown.title(),
              shown.summary(),
              all.stream().map(Words::language).toList(),
              (String) row[6],
              PracticeStage.of((String) row[9]),
              (LocalDate) row[10],
              (Instant) row[7],
              (Instant) row[8]));
    }
    return list;
  }

  private static <T> TypedQuery<T> set(TypedQuery<T> query, Map<String, Object> parameters) {
    parameters.forEach(query::setParameter);
    return query;
  }

  private record Words(String language, String title, String summary, boolean original) {
    static Words best(List<Words> all, String wanted) {
      return all.stream()
          .filter(words -> words.language.equals(wanted))
          .findFirst()
          .or(() -> all.stream().filter(Words::original).findFirst())
          .or(() -> all.stream().findFirst())
          .orElse(new Words(wanted, "", "", true));
    }
  }
}
