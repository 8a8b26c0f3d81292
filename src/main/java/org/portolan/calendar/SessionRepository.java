package org.portolan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.portolan.platform.persistence.Slice;

/**
 * Reads and keeps sessions. What only readers see is read as such: nothing is copied, or compared
 * in the end, to find out whether it changed.
 */
@ApplicationScoped
class SessionRepository {
  /** What everybody sees: never drafts. */
  private static final Collection<SessionState> SEEN =
      List.of(SessionState.PUBLISHED, SessionState.CANCELLED);

  private static final String READ_ONLY = "eclipselink.read-only";

  /** Days that a session lasts at most, and some. */
  private static final int LONGEST = 370;

  private static final String SOONEST =
      "case when s.endsAt is null or s.endsAt > :now then 0 else 1 end,"
          + " case when s.startsAt is null then 0 else 1 end, s.startsAt, s.id";

  private static final String DATED_FIRST =
      "case when s.startsAt is null then 1 else 0 end, s.startsAt, s.timing, s.id";

  /** By the names that a desk gives its columns. */
  private static final Map<String, String> DESK_ORDERS =
      Map.of(
          "days", "s.startsAt", "centre", "s.centreCode", "state", "s.state", "seats", "s.seats");

  @PersistenceContext private EntityManager entities;

  void add(Session session) {
    entities.persist(session);
    // the number is wanted by the event that follows
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  Optional<Session> find(long id) {
    return Optional.ofNullable(entities.find(Session.class, id));
  }

  /**
   * For somebody who changes it, held until the transaction ends. Whoever gives or takes its seats
   * waits for the same row.
   */
  Optional<Session> lock(long id) {
    return Optional.ofNullable(entities.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The same for those of many whom nobody else holds, without waiting for any. */
  List<Long> lockFree(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Long> all = List.copyOf(ids);
    Query query =
        entities.createNativeQuery(
            "SELECT id FROM training_session WHERE id IN ("
                + all.stream().map(id -> "?").collect(Collectors.joining(", "))
                + ") ORDER BY id FOR UPDATE SKIP LOCKED");
    for (int i = 0; i < all.size(); i++) {
      query.setParameter(i + 1, all.get(i));
    }
    List<Long> free = new ArrayList<>();
    for (Object id : query.getResultList()) {
      free.add(((Number) id).longValue());
    }
    return free;
  }

  /** The same for many, always in the same order. */
  List<Session> lockAll(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("select s from Session s where s.id in :ids order by s.id", Session.class)
            .setParameter("ids", ids)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
  }

  List<Session> byCodes(Collection<String> codes, boolean locked) {
    return codes.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select s from Session s where s.code in :codes order by s.id", Session.class)
            .setParameter("codes", codes)
            .setLockMode(locked ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
            .getResultList();
  }

  /** Rows are about to be changed behind these objects. */
  void forget() {
    entities.flush();
    entities.clear();
  }

  Optional<Session> findByCode(String code) {
    return entities
        .createQuery("select s from Session s where s.code = :code", Session.class)
        .setParameter("code", code)
        .getResultList()
        .stream()
        .findFirst();
  }

  List<Session> list(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select s from Session s where s.id in :ids order by s.startsAt, s.id",
                Session.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  Map<Long, Instant> publishedAt(Collection<Long> ids) {
    return ids.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "select s.id, s.publishedAt from Session s where s.id in :ids"
                    + " and s.publishedAt is not null",
                Object[].class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(row -> (Long) row[0], row -> (Instant) row[1]));
  }

  /** Codes of those of these centres that ever planned a session. */
  Set<String> planning(Collection<String> centres) {
    return centres.isEmpty()
        ? Set.of()
        : Set.copyOf(
            entities
                .createQuery(
                    "select distinct s.centreCode from Session s where s.centreCode in :centres",
                    String.class)
                .setParameter("centres", centres)
                .getResultList());
  }

  /** What a region plans between two days and without days; nothing that was cancelled. */
  List<Session> ofRegion(String region, LocalDate from, LocalDate to, int most) {
    return entities
        .createQuery(
            "select s from Session s where s.regionCode = :region and s.state <> :cancelled"
                + " and (s.firstDay is null or s.lastDay >= :from and s.firstDay <= :to)"
                + " order by s.startsAt, s.id",
            Session.class)
        .setParameter("region", region)
        .setParameter("cancelled", SessionState.CANCELLED)
        .setParameter("from", from)
        .setParameter("to", to)
        .setMaxResults(most)
        .setHint(READ_ONLY, true)
        .getResultList();
  }

  /** A page of what everybody sees, soonest first: of each no more than which version is there. */
  List<SessionVersion> page(SessionFilter filter, Optional<Cursor> after, int size) {
    Map<String, Object> values = new TreeMap<>();
    String where = where(filter, values);
    if (after.isPresent()) {
      where += " and (s.startsAt > :after or (s.startsAt = :after and s.id > :afterId))";
      values.put("after", after.get().startsAt());
      values.put("afterId", after.get().id());
    }
    return versions(where, values, size);
  }

  /**
   * The same without pages, of some centres only.
   *
   * @param centres codes, or null for all
   */
  List<SessionVersion> versions(SessionFilter filter, Collection<String> centres, int size) {
    Map<String, Object> values = new TreeMap<>();
    String where = where(filter, values);
    if (centres != null) {
      where += " and s.centreCode in :centres";
      values.put("centres", centres);
    }
    return versions(where, values, size);
  }

  private List<SessionVersion> versions(String where, Map<String, Object> values, int size) {
    return bind(
            entities.createQuery(
                "select s.id, s.version from Session s where "
                    + where
                    + " order by s.startsAt, s.id",
                Object[].class),
            values)
        .setMaxResults(size)
        .getResultStream()
        .map(row -> new SessionVersion((Long) row[0], (Integer) row[1]))
        .toList();
  }

  /** By their numbers, for readers. */
  List<Session> seen(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("select s from Session s where s.id in :ids", Session.class)
            .setParameter("ids", ids)
            .setHint(READ_ONLY, true)
            .getResultList();
  }

  long count(SessionFilter filter) {
    Map<String, Object> values = new TreeMap<>();
    String where = where(filter, values);
    return bind(
            entities.createQuery("select count(s) from Session s where " + where, Long.class),
            values)
        .getSingleResult();
  }

  /**
   * Published sessions of these courses that begin after this moment, soonest first; then what has
   * no days.
   */
  List<Session> coming(Collection<Long> courseIds, Instant now) {
    return courseIds.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select s from Session s where s.courseId in :courses and s.state = :state"
                    + " and (s.startsAt is null or s.startsAt > :now) order by "
                    + DATED_FIRST,
                Session.class)
            .setParameter("courses", courseIds)
            .setParameter("state", SessionState.PUBLISHED)
            .setParameter("now", now)
            .setHint(READ_ONLY, true)
            .getResultList();
  }

  /** The same of one course, with what goes on at this moment. */
  List<Session> ahead(long courseId, Instant now) {
    return entities
        .createQuery(
            "select s from Session s where s.courseId = :course and s.state = :state"
                + " and (s.endsAt is null or s.endsAt > :now) order by "
                + DATED_FIRST,
            Session.class)
        .setParameter("course", courseId)
        .setParameter("state", SessionState.PUBLISHED)
        .setParameter("now", now)
        .setHint(READ_ONLY, true)
        .getResultList();
  }

  /**
   * Of these the first of each course, the first whose last day for applications is over nowhere
   * yet, what begins at the same moments, and all for which it is that day somewhere: whoever asks
   * looks at the clocks of each. Then standing editions.
   */
  List<Session> nextOfEach(Collection<Long> courseIds, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return courseIds.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select s from Session s where s.courseId in :courses and s.state = :state"
                    + " and (s.timing = :standing"
                    + " or s.startsAt = (select min(t.startsAt) from Session t"
                    + " where t.courseId = s.courseId and t.state = :state and t.startsAt > :now)"
                    + " or s.startsAt = (select min(u.startsAt) from Session u"
                    + " where u.courseId = s.courseId and u.state = :state and u.startsAt > :now"
                    + " and (u.applyBy is null or u.applyBy > :day))"
                    + " or s.startsAt > :now and s.applyBy between :before and :day)"
                    + " order by "
                    + DATED_FIRST,
                Session.class)
            .setParameter("standing", Timing.STANDING)
            .setParameter("courses", courseIds)
            .setParameter("state", SessionState.PUBLISHED)
            .setParameter("now", now)
            .setParameter("day", day)
            .setParameter("before", day.minusDays(1))
            .setHint(READ_ONLY, true)
            .getResultList();
  }

  /** When the next session of each course begins. */
  Map<Long, Instant> nextStarts(Instant now) {
    return entities
        .createQuery(
            "select s.courseId, s.startsAt from Session s where s.state = :state"
                + " and s.startsAt > :now order by s.startsAt",
            Object[].class)
        .setParameter("state", SessionState.PUBLISHED)
        .setParameter("now", now)
        .getResultStream()
        .collect(
            Collectors.toMap(
                row -> (Long) row[0], row -> (Instant) row[1], (first, later) -> first));
  }

  /** Courses that can be begun at any time. */
  Set<Long> standingCourses() {
    return entities
        .createQuery(
            "select s.courseId from Session s where s.state = :state and s.timing = :standing",
            Long.class)
        .setParameter("state", SessionState.PUBLISHED)
        .setParameter("standing", Timing.STANDING)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  /** Published sessions of these centres that have no days, by what they wait for. */
  List<Session> withoutDays(Collection<String> centres, int size) {
    return entities
        .createQuery(
            "select s from Session s where s.state = :state and s.centreCode in :centres"
                + " and s.startsAt is null order by s.timing, s.id",
            Session.class)
        .setParameter("state", SessionState.PUBLISHED)
        .setParameter("centres", centres)
        .setMaxResults(size)
        .setHint(READ_ONLY, true)
        .getResultList();
  }

  /** The published sessions that begin next after this moment, anywhere. */
  List<Session> next(Instant now, int size) {
    return entities
        .createQuery(
            "select s from Session s where s.state = :state and s.startsAt > :now"
                + " order by s.startsAt, s.id",
            Session.class)
        .setParameter("state", SessionState.PUBLISHED)
        .setParameter("now", now)
        .setMaxResults(size)
        .setHint(READ_ONLY, true)
        .getResultList();
  }

  /** How many published sessions begin after this moment, and in how many centres. */
  long[] ahead(Instant now) {
    Object[] counts =
        entities
            .createQuery(
                "select count(s), count(distinct s.centreCode) from Session s"
                    + " where s.state = :state and s.startsAt > :now",
                Object[].class)
            .setParameter("state", SessionState.PUBLISHED)
            .setParameter("now", now)
            .getSingleResult();
    return new long[] {((Number) counts[0]).longValue(), ((Number) counts[1]).longValue()};
  }

  /** How many published sessions begin after this moment, by region. */
  Map<String, Long> aheadByRegion(Instant now) {
    return entities
        .createQuery(
            "select s.regionCode, count(s) from Session s"
                + " where s.state = :state and s.startsAt > :now group by s.regionCode",
            Object[].class)
        .setParameter("state", SessionState.PUBLISHED)
        .setParameter("now", now)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  /** The first published sessions of these centres that begin after this moment. */
  List<Session> nextAt(Collection<String> centres, Instant now, int size) {
    return centres.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select s from Session s where s.state = :state and s.startsAt > :now"
                    + " and s.centreCode in :centres order by s.startsAt, s.id",
                Session.class)
            .setParameter("state", SessionState.PUBLISHED)
            .setParameter("now", now)
            .setParameter("centres", centres)
            .setMaxResults(size)
            .setHint(READ_ONLY, true)
            .getResultList();
  }

  /** In any state, by their beginning. */
  List<Session> planned(Collection<String> centres, LocalDate from, LocalDate to, int size) {
    return centres.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select s from Session s where s.centreCode in :centres"
                    + " and s.firstDay between :from and :to order by s.firstDay, s.startsAt, s.id",
                Session.class)
            .setParameter("centres", centres)
            .setParameter("from", from)
            .setParameter("to", to)
            .setMaxResults(size)
            .getResultList();
  }

  /** Drafts and what is published. */
  List<Session> plannedWithoutDays(Collection<String> centres, int size) {
    return centres.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select s from Session s where s.centreCode in :centres and s.firstDay is null"
                    + " and s.state <> :cancelled order by s.timing, s.id",
                Session.class)
            .setParameter("centres", centres)
            .setParameter("cancelled", SessionState.CANCELLED)
            .setMaxResults(size)
            .getResultList();
  }

  /** Drafts too. */
  List<Session> onDesk(DeskQuery wanted, Slice slice) {
    Map<String, Object> values = new TreeMap<>();
    String where = where(wanted, values);
    values.put("now", wanted.now());
    return bind(
            entities.createQuery(
                "select s from Session s where " + where + slice.order(DESK_ORDERS, SOONEST),
                Session.class),
            values)
        .setFirstResult(slice.first())
        .setMaxResults(slice.size())
        .getResultList();
  }

  long countOnDesk(DeskQuery wanted) {
    Map<String, Object> values = new TreeMap<>();
    String where = where(wanted, values);
    return bind(
            entities.createQuery("select count(s) from Session s where " + where, Long.class),
            values)
        .getSingleResult();
  }

  List<Long> idsAfter(long id, int size) {
    return entities
        .createQuery("select s.id from Session s where s.id > :id order by s.id", Long.class)
        .setParameter("id", id)
        .setMaxResults(size)
        .getResultList();
  }

  /** Differs after any change of any session found: every write raises a version. */
  String fingerprint(SessionFilter filter) {
    Map<String, Object> values = new TreeMap<>();
    String where = where(filter, values);
    Object[] row =
        bind(
                entities.createQuery(
                    "select count(s), sum(s.version), sum(s.id) from Session s where " + where,
                    Object[].class),
                values)
            .getSingleResult();
    return row[0] + "." + row[1] + "." + row[2];
  }

  /** The same for every centre or region at once, by its code. */
  Map<String, String> fingerprints(SessionFilter filter, boolean byRegion) {
    Map<String, Object> values = new TreeMap<>();
    String where = where(filter, values);
    String code = byRegion ? "s.regionCode" : "s.centreCode";
    return bind(
            entities.createQuery(
                "select "
                    + code
                    + ", count(s), sum(s.version), sum(s.id) from Session s where "
                    + where
                    + " group by "
                    + code,
                Object[].class),
            values)
        .getResultStream()
        .collect(
            Collectors.toMap(row -> (String) row[0], row -> row[1] + "." + row[2] + "." + row[3]));
  }

  private static String where(DeskQuery wanted, Map<String, Object> values) {
    StringBuilder where =
        new StringBuilder("s.centreCode in :centres and (s.endsAt is null or s.endsAt > :ends)");
    values.put("centres", wanted.centres());
    values.put("ends", wanted.endsAfter());
    and(where, values, "s.courseId in :", "courses", wanted.courses());
    and(where, values, "s.state = :", "state", wanted.state());
    return where.toString();
  }

  private static String where(SessionFilter filter, Map<String, Object> values) {
    StringBuilder where = new StringBuilder("s.state in :seen and s.lastDay is not null");
    values.put("seen", SEEN);
    and(where, values, "s.centreCode = :", "centre", filter.centre());
    and(where, values, "s.regionCode = :", "region", filter.region());
    and(where, values, "s.themeCode = :", "theme", filter.theme());
    and(
        where,
        values,
        "s.languages like :",
        "language",
        filter.language() == null ? null : "%" + filter.language() + "%");
    and(where, values, "s.donorCode = :", "donor", filter.donor());
    and(where, values, "s.state = :", "state", SessionState.of(filter.state()).orElse(null));
    if (filter.audience() != null) {
      values.put("audience", "% " + filter.audience() + " %");
      where.append(
          " and exists (select c.id from Course c where c.id = s.courseId"
              + " and concat(' ', c.audience, ' ') like :audience)");
    }
    days(where, values, filter);
    return where.toString();
  }

  /** Each bound from both sides: an index is then read in the middle and not to its end. */
  private static void days(StringBuilder where, Map<String, Object> values, SessionFilter filter) {
    if (filter.zone() == null) {
      and(where, values, "s.lastDay >= :", "from", filter.from());
      if (filter.to() != null) {
        and(where, values, "s.firstDay <= :", "to", filter.to());
        and(where, values, "s.lastDay <= :", "latest", filter.to().plusDays(LONGEST));
      }
      return;
    }
    if (filter.from() != null) {
      Instant from = filter.from().atStartOfDay(filter.zone()).toInstant();
      and(where, values, "s.endsAt > :", "from", from);
      and(where, values, "s.startsAt > :", "earliest", from.minus(Duration.ofDays(LONGEST)));
    }
    if (filter.to() != null) {
      Instant to = filter.to().plusDays(1).atStartOfDay(filter.zone()).toInstant();
      and(where, values, "s.startsAt < :", "to", to);
    }
  }

  private static void and(
      StringBuilder where,
      Map<String, Object> values,
      String condition,
      String name,
      Object value) {
    if (value != null) {
      values.put(name, value);
      where.append(" and ").append(condition).append(name);
    }
  }

  private static <T> TypedQuery<T> bind(TypedQuery<T> query, Map<String, Object> values) {
    values.forEach(query::setParameter);
    return query;
  }
}
