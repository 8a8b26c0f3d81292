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
  private static final int MOST_SESSIONS = 100;

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

  /** Some of them, the oldest first. */
  List<ApplicationSummary> list(
      WaitingFilter filter, Instant now, int first, int size, Language reader) {
    Sql sql = new Sql(2);
    sql.add(ApplicationRows.APPLICATION).add(" JOIN (SELECT w.id FROM (");
    parts(sql, filter, now);
    sql.add(") w ORDER BY w.applied_at, w.id LIMIT " + size + " OFFSET " + first);
    sql.add(") shown ON shown.id = a.id ORDER BY a.applied_at, a.id");
    return rows.list(sql.on(entities), reader);
  }

  /** How many there are, and how many of them are late. */
  long[] count(WaitingFilter filter, Instant now) {
    Sql sql = new Sql(1);
    sql.add("SELECT COUNT(*), COALESCE(SUM(CASE WHEN w.due_at <= ").with(SeatBooks.moment(now));
    sql.add(" THEN 1 ELSE 0 END), 0) FROM (");
    parts(sql, filter, now);
    Object[] row = (Object[]) sql.add(") w").on(entities).getSingleResult();
    return new long[] {((Number) row[0]).longValue(), ((Number) row[1]).longValue()};
  }

  /** For which sessions any wait, the most first. */
  List<Waiting.ForSession> sessions(Instant now, Language reader) {
    Sql sql = new Sql(2);
    sql.add("SELECT s.id, s.code, (SELECT t.title").add(ApplicationRows.NEAREST);
    sql.add(", (SELECT t.language").add(ApplicationRows.NEAREST).add(", s.waiting FROM (");
    sql.add("SELECT o.id, o.code, o.course_id, COUNT(*) waiting FROM (");
    parts(sql, WaitingFilter.EVERYTHING, now);
    sql.add(") w JOIN training_session o ON o.id = w.session_id");
    sql.add(" GROUP BY o.id, o.code, o.course_id ORDER BY COUNT(*) DESC, o.id");
    sql.add(" LIMIT " + MOST_SESSIONS + ") s");
    List<?> found = sql.on(entities).setParameter(1, reader.code()).getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Waiting.ForSession(
                    ((Number) row[0]).longValue(),
                    row[2] == null ? (String) row[1] : (String) row[2],
                    row[3] == null ? reader.code() : (String) row[3],
                    ((Number) row[4]).longValue()))
        .toList();
  }

  private void parts(Sql sql, WaitingFilter filter, Instant now) {
    List<Runnable> parts = new ArrayList<>();
    if (me.isAdministrator()) {
      parts.add(() -> sql.add("a.asked IS NOT NULL"));
    } else {
      add(
          parts,
          sql,
          Role.COORDINATOR,
          Scope.Kind.MEMBER,
          "a.state = 'waiting' AND (a.asked = 'coordinator' OR a.asked = 'supervisor' AND a.urgency = 'escalated') AND a.member_code IN ");
      add(parts, sql, Role.CENTRE, Scope.Kind.CENTRE, "a.asked = 'centre' AND s.centre_code IN ");
      add(parts, sql, Role.DONOR, Scope.Kind.BODY, "a.asked = 'donor' AND s.donor_code IN ");
      add(
          parts,
          sql,
          Role.ROCB,
          Scope.Kind.REGION,
          "a.asked IN ('supervisor', 'coordinator') AND a.urgency = 'escalated' AND m.region_code IN ");
      add(
          parts,
          sql,
          Role.ROCB,
          Scope.Kind.REGION,
          "a.asked IN ('centre', 'donor') AND a.urgency = 'escalated' AND s.region_code IN ");
    }
    if (parts.isEmpty()) {
      parts.add(() -> sql.add("1 = 0"));
    }
    String union = "";
    for (Runnable part : parts) {
      sql.add(union).add("SELECT a.id, a.session_id, a.applied_at, a.due_at FROM application a");
      sql.add(" JOIN training_session s ON s.id = a.session_id");
      sql.add(" LEFT JOIN member_state m ON m.code = a.member_code WHERE ");
      part.run();
      sql.add(" AND a.person_id <> ").with(me.id());
      restrict(sql, filter, now);
      union = " UNION ";
    }
  }

  private void add(List<Runnable> parts, Sql sql, Role role, Scope.Kind kind, String condition) {
    Collection<String> codes =
        role == Role.COORDINATOR ? me.readableScopes(role, kind) : me.scopes(role, kind);
    if (!codes.isEmpty()) {
      parts.add(() -> sql.add(condition).among(codes));
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
