package org.portolan.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * What a database says about the seats of some sessions at one moment, read without the
 * application.
 *
 * @param ledgers by session, in their order
 * @param books by session
 */
record SeatsAsKept(
    Map<Long, List<Line>> ledgers, List<Application> applications, Map<Long, Book> books) {

  /**
   * A line of a ledger.
   *
   * @param application 0 where it is about none
   */
  record Line(long number, String event, long application, Instant at, String detail) {}

  /**
   * @param groups to which the applicant belongs, by what is known of them and their Member
   */
  record Application(long id, long session, long person, Set<String> groups, String state) {}

  record Book(long lines, int queued, int taken) {}

  static SeatsAsKept read(DataSource database, List<Long> sessions) throws SQLException {
    Map<Long, List<Line>> ledgers = new TreeMap<>();
    Map<Long, Book> books = new TreeMap<>();
    List<Application> applications = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      // all of it as it was at one moment: offers end while it is read
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      for (long session : sessions) {
        ledgers.put(session, lines(connection, session));
        applications.addAll(applications(connection, session));
        book(connection, session, books);
      }
      connection.rollback();
    }
    return new SeatsAsKept(ledgers, applications, books);
  }

  private static List<Line> lines(Connection connection, long session) throws SQLException {
    List<Line> lines = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT number, event, application_id, happened_at, COALESCE(detail, '') FROM seat_line"
                + " WHERE session_id = ? ORDER BY number")) {
      statement.setLong(1, session);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          lines.add(
              new Line(
                  row.getLong(1),
                  row.getString(2),
                  row.getLong(3),
                  row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                  row.getString(5)));
        }
      }
    }
    return lines;
  }

  private static List<Application> applications(Connection connection, long session)
      throws SQLException {
    List<Application> applications = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT a.id, a.session_id, a.person_id, a.member_code, m.region_code,"
                + " m.subregion_code, IF(m.ldc_list_year IS NULL, '', 'yes'),"
                + " COALESCE(p.gender, ''), a.state FROM application a"
                + " JOIN member_state m ON m.code = a.member_code"
                + " LEFT JOIN profile p ON p.person_id = a.person_id"
                + " WHERE a.session_id = ? ORDER BY a.id")) {
      statement.setLong(1, session);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          applications.add(
              new Application(
                  row.getLong(1), row.getLong(2), row.getLong(3), groups(row), row.getString(9)));
        }
      }
    }
    return applications;
  }

  private static Set<String> groups(ResultSet row) throws SQLException {
    Set<String> groups = new TreeSet<>();
    int column = 4;
    for (String kind : List.of("member", "region", "subregion", "least-developed", "gender")) {
      String code = row.getString(column++);
      if (code != null && !code.isEmpty()) {
        groups.add(kind + ":" + code);
      }
    }
    return groups;
  }

  private static void book(Connection connection, long session, Map<Long, Book> books)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT line_count, queued, taken FROM seat_book WHERE session_id = ?")) {
      statement.setLong(1, session);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          books.put(session, new Book(row.getLong(1), row.getInt(2), row.getInt(3)));
        }
      }
    }
  }
}
