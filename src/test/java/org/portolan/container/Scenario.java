package org.portolan.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.portolan.approval.Chain;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionPlan;
import org.portolan.office.Office;
import org.portolan.office.Right;
import org.portolan.office.Rights;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedInAs;

/** People and sessions that an in-container test makes for itself. */
@ApplicationScoped
public class Scenario {
  /** A centre of the demo world, and two Members of it. */
  public static final String CENTRE = "DEMO-RTC-XS1";

  public static final String MEMBER = "XS";
  public static final String OTHER_MEMBER = "XN";

  /** A Member of which nobody is there. */
  public static final String LONE_MEMBER = "NZ";

  /**
   * Where tests find who begins and ends transactions by hand. Not a UserTransaction: the server
   * forgets now and then that one may be used, where a bean works in the background too.
   */
  public static final String TRANSACTIONS = "java:appserver/TransactionManager";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Inject private CalendarService calendar;
  @Inject private Rights rights;
  @Inject private CurrentPerson me;

  /** A new officer of a Member. */
  public long officer(String member) {
    String name = "DEMO-" + UUID.randomUUID();
    return insert(
        "INSERT INTO person (code, given_name, family_name, email, member_code, language, post,"
            + " version) VALUES (?, 'Officer', ?, ?, ?, 'en', 'Inspector', 1)",
        name.substring(0, 30),
        name,
        name + "@demo.portolan.example",
        member);
  }

  /** A published session of {@link #CENTRE} that begins in two months. */
  public long session(int seats, Chain approval) {
    asCentre();
    long course = number("SELECT MIN(id) FROM course");
    LocalDate day = LocalDate.now().plusMonths(2);
    long id =
        calendar.draft(
            CENTRE,
            new SessionPlan(
                course,
                day,
                day.plusDays(2),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                "Main hall",
                "",
                seats,
                List.of("en"),
                approval,
                null,
                false));
    calendar.publish(id);
    asNobody();
    return id;
  }

  /**
   * Somebody holds an office since long ago, whoever else holds it.
   *
   * @return the number of the mandate
   */
  public long mandate(long person, Office office, Scope scope) {
    return insert(
        "INSERT INTO mandate (office, scope_kind, scope_code, person_id, from_day, starts_at,"
            + " version) VALUES (?, ?, ?, ?, '2020-01-01', '2020-01-01', 1)",
        office.code(),
        scope.kind().code(),
        scope.code(),
        person);
  }

  public String regionOf(String member) {
    return text("SELECT region_code FROM member_state WHERE code = '" + member + "'");
  }

  /** Takes all mandates away from those who were given them for a test. */
  public void endMandates(long... people) {
    for (long person : people) {
      sql("UPDATE mandate SET ends_at = starts_at, to_day = from_day WHERE person_id = " + person);
    }
  }

  public void as(long person, String member) {
    SignedInAs.person(me, person, member);
  }

  public void asCoordinator(String member) {
    SignedInAs.person(
        me, officer(member), member, new Grant(Role.COORDINATOR, Scope.member(member)));
  }

  public void asCentre() {
    SignedInAs.person(me, 1, MEMBER, new Grant(Role.CENTRE, Scope.centre(CENTRE)));
  }

  public void asAdministrator() {
    SignedInAs.person(me, 1, null, new Grant(Role.ADMIN, Scope.PLATFORM));
  }

  /** As somebody who holds what their mandates give them, and nothing else. */
  public void asHolder(long person, String member) {
    SignedInAs.person(
        me, person, member, rights.of(person).stream().map(Right::grant).toArray(Grant[]::new));
  }

  /** The address by which a person's account is known. */
  public String email(long person) {
    return text("SELECT email FROM person WHERE id = " + person);
  }

  public void asEditor(String region) {
    SignedInAs.person(me, 1, null, new Grant(Role.EDITOR, Scope.region(region)));
  }

  public void asNobody() {
    SignedInAs.nobody(me);
  }

  public String text(String sql) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public long number(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes the database behind the back of the application. */
  public void sql(String sql) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long insert(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(sql, PreparedStatement.RETURN_GENERATED_KEYS)) {
      set(statement, values);
      statement.executeUpdate();
      try (ResultSet row = statement.getGeneratedKeys()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
