package org.portolan.enrolment;

import java.time.Instant;
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
 * A session told again from the rows of its ledger, and compared with what else is kept of it.
 *
 * @param book null where none is kept
 */
record SessionLedger(long session, List<Row> rows, Book book, List<Applied> applications) {

  /** A line as its row says. */
  record Row(long number, String event, long application, Instant at, String detail, String mark) {
    SeatLine line() {
      return new SeatLine(number, SeatEvent.of(event), application, at, detail);
    }
  }

  /**
   * The book as its row says.
   *
   * @param mark of the line that was written last
   */
  record Book(
      String rules, long lines, int queued, int taken, String groups, Instant due, String mark) {
    Tally tally() {
      return Tally.kept(rules, lines, queued, taken, groups, due);
    }
  }

  /** An application as its row says. */
  record Applied(long number, String state, String groups, long place, Instant until)
      implements Candidate {
    @Override
    public Standing standing() {
      return new Standing(ApplicationState.of(state), Groups.of(groups), place, until);
    }

    @Override
    public void stand(Standing next) {
      throw new UnsupportedOperationException("only looked at");
    }
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

  /**
   * Number of the first of these lines that was altered, or stands after one that was; 0 where
   * none.
   *
   * @param rows all of a session from the first on
   */
  static long altered(long session, List<Row> rows) {
    String mark = "";
    for (Row row : rows) {
      try {
        mark = LineMark.of(session, mark, row.line());
      } catch (IllegalArgumentException unreadable) {
        return row.number();
      }
      if (!mark.equals(row.mark())) {
        return row.number();
      }
    }
    return 0;
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    List<SeatLine> lines = new ArrayList<>();
    String mark = "";
    for (Row row : rows) {
      try {
        SeatLine line = row.line();
        mark = LineMark.of(session, mark, line);
        if (!mark.equals(row.mark())) {
          problems.add(at(row.number(), "was altered, or one before it"));
        }
        lines.add(line);
      } catch (IllegalArgumentException e) {
        problems.add(at(row.number(), "cannot be read: " + e.getMessage()));
      }
    }
    try {
      compare(Allocation.of(lines), mark, problems);
    } catch (BrokenLedger broken) {
      problems.add(at(broken.number(), broken.getMessage()));
    } catch (RuntimeException unreadable) {
      problems.add(at(0, "cannot be read: " + unreadable.getMessage()));
    }
    return problems;
  }

  private void compare(Allocation told, String mark, List<Problem> problems) {
    if (book != null && !mark.equals(book.mark())) {
      problems.add(at(0, "its last line is not the last that was written"));
    }
    if (!told.tally().opened()) {
      if (book != null || !applications.isEmpty()) {
        problems.add(at(0, "has no ledger"));
      }
      return;
    }
    Tally kept = book == null ? told.tally() : book.tally();
    if (!Allocation.text(kept, applications).equals(told.text())) {
      problems.add(at(0, "what is kept differs from what its ledger tells"));
    }
  }

  private Problem at(long line, String what) {
    return new Problem(session, line, what);
  }
}
