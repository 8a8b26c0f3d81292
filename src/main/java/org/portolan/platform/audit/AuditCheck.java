package org.portolan.platform.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recomputes the whole trail and compares it with what the database and the file with the head say.
 * Reads one state of the database, so that it can be done while people work.
 */
final class AuditCheck {
  private static final Pattern KEY_DESTROYED = Pattern.compile("\"before\":\"(\\d{1,18})\"");

  private final Connection connection;
  private final AuditKey key;
  private final HeadFile file;

  private final List<Problem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<Long> keysUsed = new HashSet<>();
  private final Set<Long> keysDestroyed = new HashSet<>();
  private Head fileHead;
  private Head end = Head.NONE;
  private boolean fileHeadSeen;
  private boolean chainHolds = true;
  private long sealed;
  private long waiting;
  private LocalDateTime waitingSince;

  /**
   * @param connection closed by the caller, used by nobody else
   */
  AuditCheck(Connection connection, AuditKey key, HeadFile file) {
    this.connection = connection;
    this.key = key;
    this.file = file;
  }

  /**
   * Something that does not hold.
   *
   * @param number of the entry, null where it is none of one entry
   */
  record Problem(Long number, String reason) {
    String text() {
      return number == null ? reason : "number " + number + ": " + reason;
    }
  }

  /**
   * What was found.
   *
   * @param problems the first of the chain, and what else does not hold; empty when all is well
   * @param notes what is worth knowing and no problem
   */
  record Report(
      long sealed,
      long waiting,
      LocalDateTime waitingSince,
      List<Problem> problems,
      List<String> notes) {

    boolean holds() {
      return problems.isEmpty();
    }
  }

  Report run() throws SQLException, IOException {
    // the file first: what it knows must be in the chain that is read after it
    Optional<HeadFile.Found> found = file.read();
    fileHead = found.flatMap(HeadFile.Found::head).orElse(null);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    try {
      Head head = head();
      walk();
      compare(head);
      compare(found);
      waiting();
      copies();
      keys();
    } finally {
      connection.rollback();
    }
    return new Report(sealed, waiting, waitingSince, List.copyOf(problems), List.copyOf(notes));
  }

  private void problem(Long number, String reason) {
    problems.add(new Problem(number, reason));
  }

  /** Null where the database has lost it. */
  private Head head() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT number, hash, key_check FROM audit_head WHERE id = 1")) {
      if (!row.next()) {
        problem(null, "the head is missing in the database");
        return null;
      }
      byte[] check = row.getBytes(3);
      if (check == null ? row.getLong(1) > 0 : !AuditKey.same(check, key.check())) {
        problem(null, "the trail was begun with another key, or the head was changed");
      }
      return new Head(row.getLong(1), row.getBytes(2));
    }
  }

  private void walk() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT seq, id, hash, "
                + AuditRow.COLUMNS
                + " FROM audit_entry WHERE seq IS NOT NULL ORDER BY seq, id",
            ResultSet.TYPE_FORWARD_ONLY,
            ResultSet.CONCUR_READ_ONLY)) {
      // the driver then hands rows on as they come, instead of all at once
      statement.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          sealed++;
          step(row);
        }
      }
    }
  }

  private void step(ResultSet row) throws SQLException {
    long number = row.getLong(1);
    AuditRow entry = AuditRow.read(row, 4);
    byte[] hash = row.getBytes(3);
    boolean genuine = entry.genuine(key);
    if (chainHolds) {
      Optional<String> wrong = wrong(number, row.getLong(2), hash, entry, genuine);
      wrong.ifPresent(reason -> problem(number, reason));
      chainHolds = wrong.isEmpty();
    }
    end = new Head(number, hash);
    if (fileHead != null && fileHead.same(end)) {
      fileHeadSeen = true;
    }
    if (genuine) {
      remember(entry);
    }
  }

  private Optional<String> wrong(
      long number, long id, byte[] hash, AuditRow entry, boolean genuine) {
    long expected = end.number() + 1;
    if (number != expected) {
      return Optional.of(
          number == end.number()
              ? "two entries have it"
              : "number " + expected + " should come here, and is missing");
    }
    if (!genuine) {
      return Optional.of("it is not as the application wrote it");
    }
    return AuditKey.same(hash, entry.link(key, end.hash(), number, id))
        ? Optional.empty()
        : Optional.of("it is not linked to the entry before");
  }

  /** Which keys of persons a genuine entry needs, or says to have been destroyed. */
  private void remember(AuditRow entry) {
    if (entry.action().equals(PersonKeys.DESTROYED)) {
      Matcher destroyed = KEY_DESTROYED.matcher(entry.changes());
      if (destroyed.find()) {
        keysDestroyed.add(Long.parseLong(destroyed.group(1)));
      }
    }
    EncryptedValue.read(entry.personal()).forEach(value -> keysUsed.add(value.keyId()));
  }

  private void compare(Head head) {
    if (head == null || head.same(end)) {
      return;
    }
    problem(
        null,
        head.number() == end.number()
            ? "the head in the database is not the last entry"
            : "the head in the database is number "
                + head.number()
                + ", the last entry is number "
                + end.number());
  }

  private void compare(Optional<HeadFile.Found> found) {
    if (found.isEmpty()) {
      if (sealed > 0) {
        notes.add("there is no file with the head here: " + file.path());
      }
    } else if (fileHead == null) {
      problem(null, "the file with the head was changed: " + file.path());
    } else if (fileHead.number() > end.number()) {
      problem(
          null,
          "the file with the head knows number "
              + fileHead.number()
              + ", the last entry is number "
              + end.number());
    } else if (!fileHeadSeen && fileHead.number() > 0) {
      problem(
          fileHead.number(),
          "it is not the one that the file with the head knows under this number");
    } else if (fileHead.number() < end.number()) {
      notes.add("the file with the head is behind by " + (end.number() - fileHead.number()));
    }
  }

  private void waiting() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT id, "
                    + AuditRow.COLUMNS
                    + " FROM audit_entry WHERE seq IS NULL ORDER BY id");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        AuditRow entry = AuditRow.read(row, 2);
        waiting++;
        if (waitingSince == null || entry.happenedAt().isBefore(waitingSince)) {
          waitingSince = entry.happenedAt();
        }
        if (entry.genuine(key)) {
          remember(entry);
        } else {
          problem(
              null, "the waiting entry " + row.getLong(1) + " is not as the application wrote it");
        }
      }
    }
  }

  /** An entry that is there twice is genuine both times. */
  private void copies() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT MIN(seq), MAX(id) FROM audit_entry GROUP BY nonce HAVING COUNT(*) > 1"
                    + " LIMIT 1")) {
      if (row.next()) {
        problem(null, "the entry " + row.getLong(2) + " is a copy of another");
      }
    }
  }

  /** A person's key goes by a deed that is in the trail, and by nothing else. */
  private void keys() throws SQLException {
    Set<Long> missing = new HashSet<>(keysUsed);
    missing.removeAll(keysDestroyed);
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT id, person_id, wrapped FROM audit_person_key")) {
      while (row.next()) {
        if (key.unwrap(row.getLong(2), row.getBytes(3)).isEmpty()) {
          problem(null, "the key of person " + row.getLong(2) + " was changed");
        }
        missing.remove(row.getLong(1));
      }
    }
    if (!missing.isEmpty()) {
      problem(null, "keys of persons are gone that nobody destroyed: " + missing.size());
    }
  }
}
