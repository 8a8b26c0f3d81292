package org.portolan.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.portolan.world.World;

/** What is changed in the database while it is measured. */
final class Edits implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement edit;
  private final Map<String, Long> sessions = new HashMap<>();

  Edits(DataSource database, World world) throws SQLException {
    connection = database.getConnection();
    try (PreparedStatement newest =
        connection.prepareStatement(
            "SELECT MAX(id) FROM training_session WHERE centre_code = ? AND state = 'published'"
                + " AND starts_at > UTC_TIMESTAMP()")) {
      for (String centre : world.centreCodes()) {
        newest.setString(1, centre);
        try (var row = newest.executeQuery()) {
          row.next();
          sessions.put(centre, row.getLong(1));
        }
      }
    }
    edit =
        connection.prepareStatement(
            "UPDATE training_session SET version = version + 1,"
                + " sequence_number = sequence_number + 1 WHERE id = ?");
  }

  /** As somebody's save of a session would: every write raises its version. */
  synchronized void editSessionOf(String centre) {
    try {
      edit.setLong(1, sessions.get(centre));
      edit.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The code of the session that was written last among those that readers find. */
  String lastSession() throws SQLException {
    try (Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT code FROM training_session WHERE state = 'published'"
                    + " ORDER BY id DESC LIMIT 1")) {
      row.next();
      return row.getString(1);
    }
  }

  /** Addresses at which each draft of a centre, with each of its rooms, is held against others. */
  List<String> checks(String centre) {
    List<String> checks = new ArrayList<>();
    try (PreparedStatement pairs =
        connection.prepareStatement(
            "SELECT s.id, r.id FROM training_session s JOIN resource r ON r.centre_code ="
                + " s.centre_code AND r.kind = 'room' WHERE s.centre_code = ?"
                + " AND s.state = 'draft' ORDER BY s.id, r.id")) {
      pairs.setString(1, centre);
      try (var row = pairs.executeQuery()) {
        while (row.next()) {
          checks.add(
              "/api/v1/sessions/" + row.getLong(1) + "/bookings/check/" + row.getLong(2));
        }
      }
      return checks;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes back what an earlier run applied for, so that each begins with empty sessions. */
  void emptyOpenSessions(List<Long> ids) throws SQLException {
    String list = ids.toString().replace('[', '(').replace(']', ')');
    String mine =
        " WHERE application_id IN (SELECT id FROM application WHERE session_id IN " + list + ")";
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM seat_line WHERE session_id IN " + list);
      statement.executeUpdate("DELETE FROM application_step" + mine);
      statement.executeUpdate("DELETE FROM application WHERE session_id IN " + list);
      statement.executeUpdate("DELETE FROM seat_book WHERE session_id IN " + list);
      statement.executeUpdate("DELETE FROM idempotency_key WHERE idem_key LIKE 'bench-%'");
    }
  }

  /** Gives a session as many seats as anybody may want. */
  void widen(long session) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE training_session SET seats = 1000000 WHERE id = " + session);
    }
  }

  /**
   * Lets so many applications wait for the National Coordinator of a Member, as far as the world
   * has them; the others wait for those of another. Gives the address of that coordinator.
   */
  String waiting(int wanted) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String[] members = new String[2];
      try (var row =
          statement.executeQuery(
              "SELECT member_code FROM application WHERE asked = 'coordinator'"
                  + " GROUP BY member_code ORDER BY member_code LIMIT 2")) {
        for (int i = 0; row.next(); i++) {
          members[i] = row.getString(1);
        }
      }
      int surplus = waitingFor(statement, members[0]) - wanted;
      statement.executeUpdate(
          "UPDATE application SET member_code = '"
              + (surplus > 0 ? members[1] : members[0])
              + "' WHERE asked = 'coordinator' AND member_code "
              + (surplus > 0 ? "= '" : "<> '")
              + members[0]
              + "' ORDER BY id DESC LIMIT "
              + Math.abs(surplus));
      System.out.println(waitingFor(statement, members[0]) + " wait for the coordinator");
      try (var row =
          statement.executeQuery(
              "SELECT p.email FROM person p JOIN mandate m ON m.person_id = p.id"
                  + " WHERE m.office = 'coordinator' AND m.scope_code = '"
                  + members[0]
                  + "' AND m.ends_at IS NULL AND p.email LIKE '%@world.portolan.example' LIMIT 1")) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static int waitingFor(Statement statement, String member) throws SQLException {
    try (var row =
        statement.executeQuery(
            "SELECT COUNT(*) FROM application WHERE asked = 'coordinator' AND member_code = '"
                + member
                + "'")) {
      row.next();
      return row.getInt(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
