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
import org.portolan.seat.Allocation;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.BrokenLedger;
import org.portolan.seat.Candidate;
import org.portolan.seat.Groups;
import org.portolan.seat.LineMark;
import org.portolan.seat.SeatEvent;
import org.portolan.seat.SeatLine;
import org.portolan.seat.Standing;
import org.portolan.seat.Tally;

/**
 * Tells all sessions again from their ledgers, and says where what is kept is not the same: an
 * altered, missing or added line, a book or an application that says something else.
 */
final class LedgerCheck {
  private final Connection database;

  LedgerCheck(Connection database) {
    this.database = database;
  }

  /**
   * Something that is not as it should be.
   *
   * @param line number of the line, 0 where it is about the session
   */
  record Problem(long session, long line, String what) {
    String text() {
      return "session " + session + (line == 0 ? "" : ", line " + line) + ": " + what;
    }
  }

  /** What a check found. */
  record Report(int sessions, long lines, List<Problem> problems) {
    boolean holds() {
      return problems.isEmpty();
    }
  }

  /** An application as its row says. */
  private record Kept(long number, Standing standing) implements Candidate {
    @Override
    public void stand(Standing next) {
      throw new UnsupportedOperationException("only looked at");
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
    List<Problem> problems = new ArrayList<>();
    List<SeatLine> lines = new ArrayList<>();
    String mark = lines(session, lines, problems);
    Allocation told = null;
    try {
      told = Allocation.of(lines);
    } catch (BrokenLedger broken) {
      problems.add(new Problem(session, broken.number(), broken.getMessage()));
    } catch (RuntimeException unreadable) {
      problems.add(new Problem(session, 0, "cannot be read: " + unreadable.getMessage()));
    }
    if (told != null) {
      compare(session, told, mark, problems);
    }
    return new Report(1, lines.size(), problems);
  }

  /** Reads the lines and checks their marks; the last mark. */
  private String lines(long session, List<SeatLine> lines, List<Problem> problems)
      throws SQLException {
    String before = "";
    try (PreparedStatement statement =
        database.prepareStatement(
            "SELECT number, event, application_id, happened_at, detail, mark FROM seat_line"
                + " WHERE session_id = ? ORDER BY number")) {
      statement.setLong(1, session);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long number = row.getLong(1);
          try {
            SeatLine line =
                new SeatLine(
                    number,
                    SeatEvent.of(row.getString(2)),
                    row.getLong(3),
                    moment(row, 4),
                    text(row, 5));
            before = LineMark.of(session, before, line);
            if (!before.equals(row.getString(6))) {
              problems.add(new Problem(session, number, "was altered, or one before it"));
            }
            lines.add(line);
          } catch (IllegalArgumentException e) {
            problems.add(new Problem(session, number, "cannot be read: " + e.getMessage()));
          }
        }
      }
    }
    return before;
  }

  private void compare(long session, Allocation told, String mark, List<Problem> problems)
      throws SQLException {
    Tally tally = null;
    try (PreparedStatement statement =
        database.prepareStatement(
            "SELECT rules, line_count, queued, taken, by_group, due_at, mark FROM seat_book"
                + " WHERE session_id = ?")) {
      statement.setLong(1, session);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          tally =
              Tally.kept(
                  row.getString(1),
                  row.getLong(2),
                  row.getInt(3),
                  row.getInt(4),
                  text(row, 5),
                  moment(row, 6));
          if (!mark.equals(row.getString(7))) {
            problems.add(new Problem(session, 0, "its last line is not the last that was written"));
          }
        }
      }
    }
    List<Kept> applications = applications(session);
    if (!told.tally().opened()) {
      if (tally != null || !applications.isEmpty()) {
        problems.add(new Problem(session, 0, "has no ledger"));
      }
      return;
    }
    String kept = Allocation.text(tally == null ? told.tally() : tally, applications);
    if (!kept.equals(told.text())) {
      problems.add(new Problem(session, 0, "what is kept differs from what its ledger tells"));
    }
  }

  private List<Kept> applications(long session) throws SQLException {
    List<Kept> applications = new ArrayList<>();
    try (PreparedStatement statement =
        database.prepareStatement(
            "SELECT id, state, group_codes, place, offered_until FROM application"
                + " WHERE session_id = ? ORDER BY id")) {
      statement.setLong(1, session);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          applications.add(
              new Kept(
                  row.getLong(1),
                  new Standing(
                      ApplicationState.of(row.getString(2)),
                      Groups.of(row.getString(3)),
                      row.getLong(4),
                      moment(row, 5))));
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
