package org.portolan.office;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/**
 * Which roles somebody has at this moment, and from which mandate. This is the one place that
 * knows: who is let in asks it, and so do those who want to know why somebody may do something. It
 * checks no permission itself.
 */
@ApplicationScoped
public class Rights {
  /** A mandate that is over counts while its former holder may still look. */
  private static final String HELD =
      "SELECT m.id, m.office, m.scope_kind, m.scope_code, m.to_day,"
          + " CASE WHEN m.ends_at <= ? THEN 1 ELSE 0 END, m.deputy_for, d.given_name,"
          + " d.family_name"
          + " FROM mandate m LEFT JOIN mandate p ON p.id = m.deputy_for"
          + " LEFT JOIN person d ON d.id = p.person_id"
          + " WHERE m.person_id = ? AND m.starts_at <= ?"
          + " AND (m.ends_at IS NULL OR m.ends_at > ? OR m.reads_until > ?)"
          + " AND (m.deputy_for IS NULL OR p.ends_at IS NULL OR p.ends_at > ?)"
          + " ORDER BY m.id";

  private static final String WITHOUT_COORDINATOR =
      "SELECT s.code FROM member_state s WHERE s.region_code = ? AND NOT EXISTS ("
          + "SELECT 1 FROM mandate m WHERE m.office = 'coordinator' AND m.scope_kind = 'member'"
          + " AND m.scope_code = s.code AND m.deputy_for IS NULL AND m.starts_at <= ?"
          + " AND (m.ends_at IS NULL OR m.ends_at > ?)) ORDER BY s.code";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private Clock clock;

  /** Of one person, in one statement and one more for each region for which they approve. */
  public List<Right> of(long personId) {
    try (Connection connection = dataSource.getConnection()) {
      return of(connection, personId);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same over a connection that is at hand. */
  public List<Right> of(Connection connection, long personId) throws SQLException {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Right> rights = new ArrayList<>();
    List<Right> approving = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(HELD)) {
      select.setObject(1, now);
      select.setLong(2, personId);
      for (int parameter = 3; parameter <= 6; parameter++) {
        select.setObject(parameter, now);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Right right = right(row);
          if (right.role() != null) {
            rights.add(right);
          } else if (right.office() == Office.FALLBACK_APPROVER) {
            approving.add(right);
          }
        }
      }
    }
    for (Right approver : approving) {
      for (String member : withoutCoordinator(connection, approver.scope().code(), now)) {
        rights.add(fallback(approver, member));
      }
    }
    return List.copyOf(rights);
  }

  private static Right right(ResultSet row) throws SQLException {
    Office office = Office.of(row.getString(2));
    Scope scope = new Scope(Scope.Kind.of(row.getString(3)), row.getString(4));
    row.getLong(7);
    String principal = row.wasNull() ? null : row.getString(8) + " " + row.getString(9);
    return new Right(
        office.role().orElse(null),
        scope,
        row.getInt(6) == 1,
        row.getLong(1),
        office,
        scope,
        row.getObject(5, LocalDate.class),
        principal,
        false);
  }

  private static Right fallback(Right approver, String member) {
    return new Right(
        Role.COORDINATOR,
        Scope.member(member),
        approver.readOnly(),
        approver.mandateId(),
        approver.office(),
        approver.heldFor(),
        approver.until(),
        approver.deputyOf(),
        true);
  }

  private static List<String> withoutCoordinator(
      Connection connection, String region, LocalDateTime now) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(WITHOUT_COORDINATOR)) {
      select.setString(1, region);
      select.setObject(2, now);
      select.setObject(3, now);
      try (ResultSet row = select.executeQuery()) {
        List<String> members = new ArrayList<>();
        while (row.next()) {
          members.add(row.getString(1));
        }
        return members;
      }
    }
  }
}
