package org.portolan.enrolment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.portolan.enrolment.SessionLedger.Applied;
import org.portolan.enrolment.SessionLedger.Book;
import org.portolan.enrolment.SessionLedger.Problem;
import org.portolan.enrolment.SessionLedger.Row;

/**
 * Tells all sessions again from their ledgers, and says where what is kept is not the same: an
 * altered, missing or added line, a book or an application that says something else.
 */
final class LedgerCheck {
  private final Connection database;

  LedgerCheck(Connection database) {
    this.database = database;
  }

  /** What a check found. */
  record Report(int sessions, long lines, List<Problem> problems) {
    boolean holds() {
      return problems.isEmpty();
    }
  }

  Report all() throws SQLException {
    List<Long> sessions = new ArrayList<>();
    try (PreparedStatement statement =
            database.prepareStatement(
                "SELECT DISTINCT session_id FROM application UNION SELECT session_id FROM seat_line"
                    + " UNION SELECT session_id FROM seat_book ORDER BY 1");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        sessions.add(rows.getLong(1));
      }
    }
    long lines = 0;
    List<Problem> problems = new ArrayList<>();
    for (long session : sessions) {
      Report one = of(session);
      lines += one.lines();
      problems.addAll(one.problems());
    }
    return new Report(sessions.size(), lines, problems);
  }

  Report of(long session) throws SQLException {
    List<Row> lines = lines(session);
    SessionLedger ledger = new SessionLedger(session, lines, book(session), applications(session));
    return new Report(1, lines.size(), ledger.problems());
  }

  private List<Row> lines(long session) throws SQLException {
    List<Row> lines = new ArrayList<>();
    try (PreparedStatement statement =
        database.prepareStatement(
            "SELECT number, event, application_id, happened_at, detail, mark FROM seat_line"
                + " WHERE session_id = ? ORDER BY number")) {
      statement.setLong(1, session);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          lines.add(
              new Row(
                  row.getLong(1),
                  row.getString(2),
                  row.getLong(3),
                  moment(row, 4),
                  text(row, 5),
                  row.getString(6)));
        }
      }
    }
    return lines;
  }

  /** Null where none is kept. */
  private Book book(long session) throws SQLException {
    try (PreparedStatement statement =
        database.prepareStatement(
            "SELECT rules, line_count, queued, taken, by_group, due_at, mark FROM seat_book"
                + " WHERE session_id = ?")) {
      statement.setLong(1, session);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? new Book(
                row.getString(1),
                row.getLong(2),
                row.getInt(3),
                row.getInt(4),
                text(row, 5),
                moment(row, 6),
                row.getString(7))
            : null;
      }
    }
  }

  private List<Applied> applications(long session) throws SQLException {
    List<Applied> applications = new ArrayList<>();
    try (PreparedStatement statement =
        database.prepareStatement(
            "SELECT id, state, group_codes, place, offered_until FROM application"
                + " WHERE session_id = ? ORDER BY id")) {
      statement.setLong(1, session);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          applications.add(
              new Applied(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getLong(4),
                  moment(row, 5)));
        }
      }
    }
    return applications;
  }

  private static Instant moment(ResultSet row, int column) throws SQLException {
    LocalDateTime moment = row.getObject(column, LocalDateTime.class);
    return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }
}
