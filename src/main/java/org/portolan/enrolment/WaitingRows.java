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

  /** What coordinators answer, each with an index that knows its order. */
  private static final List<String> FOR_COORDINATOR =
      List.of("a.asked = 'coordinator'", "a.asked = 'supervisor' AND a.urgency = 'escalated'");

  /**
   * Has all that waits read from an index alone: MariaDB forgets in a prepared statement that it
   * can, once its table was written to, and reads each row.
   */
  private static final String COVERED = " FORCE INDEX (application_coordinator)";

  private static final String COVERED_MEMBER =
      COVERED + " JOIN member_state m ON m.code = a.coordinator_of";

  private static final String COORDINATOR_OF = "a.coordinator_of";
  private static final String MEMBER_CODE = "a.member_code";

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
   * How much waits.
   *
   * @param total how much the filter leaves
   * @param overdue of which the answer is late
   * @param last number of the last change of all; what is read afterwards shows it
   * @param sessions for which anything waits, whatever the filter; the most first
   * @param members of which anybody waits, where they may be several
   */
  record Overview(
      long total,
      long overdue,
      long last,
      List<Waiting.ForSession> sessions,
      List<String> members) {}

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

  /**
   * All that waits, in one reading of its index: what the filter leaves is added up beside what is
   * added up over all sessions.
   */
  Overview overview(WaitingFilter filter, Instant now, Language reader) {
    boolean members = ofSeveralMembers();
    Sql sql = new Sql(2);
    if (members) {
      everything(sql.add("WITH w AS ("), now).add(") ");
    }
    sql.add("SELECT s.id, s.code, ").add(NearestTitle.SQL);
    sql.add(", g.waiting, g.total, g.overdue, (").add(ChangeLog.LAST).add(")");
    // two letters each: even all of them are far below the shortest that a database cuts off at
    sql.add(members ? ", (SELECT GROUP_CONCAT(DISTINCT v.member_code) FROM w v)" : ", NULL");
    sql.add(" FROM (SELECT w.session_id, COUNT(*) waiting");
    sum(sql, filter, now).add(" total");
    sum(sql, filter.late(), now).add(" overdue FROM ");
    if (members) {
      sql.add("w");
    } else {
      everything(sql.add("("), now).add(") w");
    }
    sql.add(" GROUP BY w.session_id ORDER BY COUNT(*) DESC, w.session_id");
    sql.add(" LIMIT " + MOST_SESSIONS + ") g JOIN training_session s ON s.id = g.session_id");
    sql.add(" ORDER BY g.waiting DESC, s.id");
    List<Object[]> found =
        ((List<?>) sql.on(entities).setParameter(1, reader.code()).getResultList())
            .stream().map(Object[].class::cast).toList();
    if (found.isEmpty()) {
      return new Overview(0, 0, 0, List.of(), List.of());
    }
    Object[] first = found.get(0);
    return new Overview(
        number(first[4]),
        number(first[5]),
        number(first[6]),
        found.stream().map(row -> forSession(row, reader)).toList(),
        first[7] == null ? List.of() : List.of(((String) first[7]).split(",")));
  }

  private static Waiting.ForSession forSession(Object[] row, Language reader) {
    NearestTitle title = NearestTitle.read(row[2], (String) row[1], reader);
    return new Waiting.ForSession(number(row[0]), title.text(), title.language(), number(row[3]));
  }

  private Sql everything(Sql sql, Instant now) {
    union(
        sql,
        parts(sql, false),
        "a.id, a.session_id, a.due_at, a.asked",
        WaitingFilter.EVERYTHING,
        now,
        ALL);
    return sql;
  }

  /** How many of all are left by a filter, whatever their session. */
  private static Sql sum(Sql sql, WaitingFilter filter, Instant now) {
    sql.add(", SUM(SUM(CASE WHEN 1 = 1");
    restrict(sql, "w", filter, now);
    return sql.add(" THEN 1 ELSE 0 END)) OVER ()");
  }

  /** Whether what waits may come from several Members; adding that up has its price. */
  private boolean ofSeveralMembers() {
    return me.isAdministrator()
        || me.readableScopes(Role.COORDINATOR, Scope.Kind.MEMBER).size() > 1
        || Stream.of("centre", "donor", "rocb").anyMatch(me::holdsAny);
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  /**
   * A right of somebody: how its table is read and joined, and what it lets them answer.
   *
   * @param member column with the Member of the applicant
   */
  private record Part(String join, String member, Runnable condition) {}

  /**
   * What the person who asks may answer.
   *
   * @param apart whether applications for different approvers are different parts, of which an
   *     index knows the order
   */
  private List<Part> parts(Sql sql, boolean apart) {
    List<Part> parts = new ArrayList<>();
    if (me.isAdministrator()) {
      parts.add(new Part("", MEMBER_CODE, () -> sql.add("a.asked IS NOT NULL")));
      return parts;
    }
    if (apart) {
      for (String condition : FOR_COORDINATOR) {
        add(
            parts,
            sql,
            Role.COORDINATOR,
            Scope.Kind.MEMBER,
            "",
            condition + " AND a.member_code IN ");
      }
    } else {
      add(parts, sql, Role.COORDINATOR, Scope.Kind.MEMBER, COVERED, COORDINATOR_OF + " IN ");
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
        apart ? MEMBER : COVERED_MEMBER,
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
      parts.add(new Part("", MEMBER_CODE, () -> sql.add("1 = 0")));
    }
    boolean several = parts.size() > 1;
    String union = "";
    for (Part part : parts) {
      sql.add(union).add(several ? "(SELECT " : "SELECT ").add(columns);
      sql.add(", ")
          .add(part.member())
          .add(" member_code FROM application a")
          .add(part.join())
          .add(" WHERE ");
      part.condition().run();
      sql.add(" AND a.person_id <> ").with(me.id());
      restrict(sql, "a", filter, now);
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
      parts.add(
          new Part(
              join,
              join.startsWith(COVERED) ? COORDINATOR_OF : MEMBER_CODE,
              () -> sql.add(condition).among(codes)));
    }
  }

  /**
   * @param of alias of what is restricted
   */
  private static void restrict(Sql sql, String of, WaitingFilter filter, Instant now) {
    String and = " AND " + of + ".";
    if (filter.session() != null) {
      sql.add(and).add("session_id = ").with(filter.session());
    }
    if (filter.member() != null) {
      sql.add(and).add("member_code = ").with(filter.member());
    }
    if (filter.approver() != null) {
      sql.add(and).add("asked = ").with(filter.approver().code());
    }
    if (filter.overdue()) {
      sql.add(and).add("due_at <= ").with(SeatBooks.moment(now));
    }
  }
}
