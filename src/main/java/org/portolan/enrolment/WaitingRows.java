package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/**
 * Applications that wait for the person who asks. Each right of theirs is a part of its own, so
 * that the database finds each by an index.
 */
@ApplicationScoped
class WaitingRows {
  private static final int MOST_SESSIONS = 50;
  private static final int ALL = Integer.MAX_VALUE;
  private static final String SESSION = " JOIN training_session s ON s.id = a.session_id";
  private static final String MEMBER = " JOIN member_state m ON m.code = a.member_code";

  private static final String COORDINATOR = "a.asked = 'coordinator'";
  private static final String LATE_SUPERVISOR =
      "a.asked = 'supervisor' AND a.urgency = 'escalated'";

  /**
   * Has all that waits read from an index alone: MariaDB forgets in a prepared statement that it
   * can, once its table was written to, and reads each row.
   */
  private static final String COVERED = " FORCE INDEX (application_cockpit)";

  @PersistenceContext private EntityManager entities;
  @Inject private ApplicationRows rows;
  @Inject private CurrentPerson me;

  /** A part of SQL with its parameters, numbered as they come. */
  private static final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final int first;

    /**
     * @param first number of the first parameter
     */
    Sql(int first) {
      this.first = first;
    }

    Sql add(String part) {
      text.append(part);
      return this;
    }

    Sql with(Object value) {
      text.append('?').append(first + values.size());
      values.add(value);
      return this;
    }

    Sql among(Collection<String> codes) {
      String comma = "(";
      for (String code : codes) {
        add(comma).with(code);
        comma = ", ";
      }
      return add(")");
    }

    Query on(EntityManager entities) {
      Query query = entities.createNativeQuery(text.toString());
      for (int i = 0; i < values.size(); i++) {
        query.setParameter(first + i, values.get(i));
      }
      return query;
    }
  }

  /**
   * How much waits, whatever the filter.
   *
   * @param sessions for which any does, the most first
   * @param members of which anybody does, where they may be several
   */
  record Overview(
      long total, long overdue, List<Waiting.ForSession> sessions, List<String> members) {}

  /** Some of them, the oldest first. */
  List<ApplicationSummary> list(
      WaitingFilter filter, Instant now, int first, int size, Language reader) {
    Sql sql = new Sql(2);
    sql.add(ApplicationRows.APPLICATION).add(" JOIN (SELECT w.id FROM (");
    union(sql, parts(sql, true), "a.id, a.applied_at", filter, now, first + size);
    sql.add(") w ORDER BY w.applied_at, w.id LIMIT " + size + " OFFSET " + first);
    sql.add(") shown ON shown.id = a.id ORDER BY a.applied_at, a.id");
    return rows.list(sql.on(entities), reader);
  }

  /** How many there are, and how many of them are late. */
  long[] count(WaitingFilter filter, Instant now) {
    Sql sql = new Sql(1);
    sql.add("SELECT COUNT(*), COALESCE(SUM(");
    late(sql, now).add("), 0) FROM (");
    union(sql, parts(sql, false), "a.id, a.due_at", filter, now, ALL);
    Object[] row = (Object[]) sql.add(") w").on(entities).getSingleResult();
    return new long[] {number(row[0]), number(row[1])};
  }

  /** All that waits, in one reading of its index: what is added up over all sessions too. */
  Overview overview(Instant now, Language reader) {
    boolean members = ofSeveralMembers();
    Sql sql = new Sql(2);
    if (members) {
      sql.add("WITH w AS (");
      union(
          sql,
          parts(sql, false),
          "a.id, a.session_id, a.due_at, a.member_code",
          WaitingFilter.EVERYTHING,
          now,
          ALL);
      sql.add(") ");
    }
    sql.add("SELECT s.id, s.code, (SELECT t.title").add(ApplicationRows.NEAREST);
    sql.add(", (SELECT t.language").add(ApplicationRows.NEAREST);
    sql.add(", g.waiting, g.total, g.overdue");
    sql.add(members ? ", (SELECT GROUP_CONCAT(DISTINCT v.member_code) FROM w v)" : ", NULL");
    sql.add(" FROM (SELECT w.session_id, COUNT(*) waiting, SUM(COUNT(*)) OVER () total, SUM(SUM(");
    late(sql, now).add(")) OVER () overdue FROM ");
    if (members) {
      sql.add("w");
    } else {
      sql.add("(");
      union(
          sql,
          parts(sql, false),
          "a.id, a.session_id, a.due_at",
          WaitingFilter.EVERYTHING,
          now,
          ALL);
      sql.add(") w");
    }
    sql.add(" GROUP BY w.session_id ORDER BY COUNT(*) DESC, w.session_id");
    sql.add(" LIMIT " + MOST_SESSIONS + ") g JOIN training_session s ON s.id = g.session_id");
    sql.add(" ORDER BY g.waiting DESC, s.id");
    List<Object[]> found =
        ((List<?>) sql.on(entities).setParameter(1, reader.code()).getResultList())
            .stream().map(Object[].class::cast).toList();
    return new Overview(
        found.isEmpty() ? 0 : number(found.get(0)[5]),
        found.isEmpty() ? 0 : number(found.get(0)[6]),
        found.stream()
            .map(
                row ->
                    new Waiting.ForSession(
                        number(row[0]),
                        row[2] == null ? (String) row[1] : (String) row[2],
                        row[3] == null ? reader.code() : (String) row[3],
                        number(row[4])))
            .toList(),
        found.isEmpty() || found.get(0)[7] == null
            ? List.of()
            : List.of(((String) found.get(0)[7]).split(",")));
  }

  /** Whether what waits may come from several Members; adding that up has its price. */
  private boolean ofSeveralMembers() {
    return me.isAdministrator()
        || me.readableScopes(Role.COORDINATOR, Scope.Kind.MEMBER).size() > 1
        || Stream.of("centre", "donor", "rocb").anyMatch(me::holdsAny);
  }

  private static Sql late(Sql sql, Instant now) {
    return sql.add("CASE WHEN w.due_at <= ").with(SeatBooks.moment(now)).add(" THEN 1 ELSE 0 END");
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  /** A right of somebody: how its table is read and joined, and what it lets them answer. */
  private record Part(String join, Runnable condition) {}

  /**
   * What the person who asks may answer.
   *
   * @param apart whether applications for different approvers are different parts, of which an
   *     index knows the order
   */
  private List<Part> parts(Sql sql, boolean apart) {
    List<Part> parts = new ArrayList<>();
    if (me.isAdministrator()) {
      parts.add(new Part("", () -> sql.add("a.asked IS NOT NULL")));
      return parts;
    }
    for (String condition :
        apart
            ? List.of(COORDINATOR, LATE_SUPERVISOR)
            : List.of("(" + COORDINATOR + " OR " + LATE_SUPERVISOR + ")")) {
      add(
          parts,
          sql,
          Role.COORDINATOR,
          Scope.Kind.MEMBER,
          apart ? "" : COVERED,
          condition + " AND a.member_code IN ");
    }
    add(
        parts,
        sql,
        Role.CENTRE,
        Scope.Kind.CENTRE,
        SESSION,
        "a.asked = 'centre' AND s.centre_code IN ");
    add(parts, sql, Role.DONOR, Scope.Kind.BODY, SESSION, "a.asked = 'donor' AND s.donor_code IN ");
    add(
        parts,
        sql,
        Role.ROCB,
        Scope.Kind.REGION,
        MEMBER,
        "a.asked IN ('supervisor', 'coordinator') AND a.urgency = 'escalated'"
            + " AND m.region_code IN ");
    add(
        parts,
        sql,
        Role.ROCB,
        Scope.Kind.REGION,
        SESSION,
        "a.asked IN ('centre', 'donor') AND a.urgency = 'escalated' AND s.region_code IN ");
    return parts;
  }

  /**
   * All of these parts.
   *
   * @param most the oldest of each part, or {@link #ALL}
   */
  private void union(
      Sql sql, List<Part> parts, String columns, WaitingFilter filter, Instant now, int most) {
    if (parts.isEmpty()) {
      parts.add(new Part("", () -> sql.add("1 = 0")));
    }
    boolean several = parts.size() > 1;
    String union = "";
    for (Part part : parts) {
      sql.add(union).add(several ? "(SELECT " : "SELECT ").add(columns);
      sql.add(" FROM application a").add(part.join()).add(" WHERE ");
      part.condition().run();
      sql.add(" AND a.person_id <> ").with(me.id());
      restrict(sql, filter, now);
      if (most != ALL) {
        sql.add(" ORDER BY a.applied_at, a.id LIMIT " + most);
      }
      sql.add(several ? ")" : "");
      union = " UNION ";
    }
  }

  private void add(
      List<Part> parts, Sql sql, Role role, Scope.Kind kind, String join, String condition) {
    Collection<String> codes =
        role == Role.COORDINATOR ? me.readableScopes(role, kind) : me.scopes(role, kind);
    if (!codes.isEmpty()) {
      parts.add(new Part(join, () -> sql.add(condition).among(codes)));
    }
  }

  private static void restrict(Sql sql, WaitingFilter filter, Instant now) {
    if (filter.session() != null) {
      sql.add(" AND a.session_id = ").with(filter.session());
    }
    if (filter.member() != null) {
      sql.add(" AND a.member_code = ").with(filter.member());
    }
    if (filter.approver() != null) {
      sql.add(" AND a.asked = ").with(filter.approver().code());
    }
    if (filter.overdue()) {
      sql.add(" AND a.due_at <= ").with(SeatBooks.moment(now));
    }
  }
}
