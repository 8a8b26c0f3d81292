package org.portolan.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * The chain in the database. Seals what was committed: numbers it and links it to the entry before,
 * in one transaction behind the lock on {@code audit_head}, so that numbers become visible in order
 * and an entry that is committed late is sealed late instead of being overlooked.
 */
final class Chain {
  private static final int BATCH = 500;

  /** A few sizes, so that the database knows the statements already. */
  private static final int[] LINKED_AT_ONCE = {64, 16, 4, 1};

  private final DataSource database;
  private final AuditKey key;
  private final int batch;

  Chain(DataSource database, AuditKey key) {
    this(database, key, BATCH);
  }

  Chain(DataSource database, AuditKey key, int batch) {
    this.database = database;
    this.key = key;
    this.batch = batch;
  }

  /**
   * What one turn did.
   *
   * @param before the head that it found
   * @param head the head that it left
   * @param foreign waiting entries that the application did not write and that stay unsealed
   */
  record Turn(Head before, Head head, int foreign) {
    long sealed() {
      return head.number() - before.number();
    }
  }

  /** Where the chain ends, and since when the oldest entry waits that is not in it yet. */
  record State(Head head, LocalDateTime waitingSince) {
    Optional<LocalDateTime> waiting() {
      return Optional.ofNullable(waitingSince);
    }
  }

  /** Cheap and without a lock, as most times there is nothing to do. */
  State state() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT h.number, h.hash, (SELECT happened_at FROM audit_entry WHERE seq IS NULL"
                    + " ORDER BY id LIMIT 1) FROM audit_head h WHERE h.id = 1");
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw lost();
      }
      return new State(
          new Head(row.getLong(1), row.getBytes(2)), row.getObject(3, LocalDateTime.class));
    }
  }

  /** Seals everything that waits. */
  Turn seal() throws SQLException {
    try (Connection connection = database.getConnection()) {
      boolean auto = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        Head before = lockHead(connection);
        Head head = before;
        int foreign = 0;
        long after = 0;
        List<Waiting> waiting = waiting(connection, after);
        while (!waiting.isEmpty()) {
          after = waiting.get(waiting.size() - 1).id();
          List<Waiting> genuine = waiting.stream().filter(each -> each.row().genuine(key)).toList();
          foreign += waiting.size() - genuine.size();
          head = link(connection, head, genuine);
          waiting = waiting.size() < batch ? List.of() : waiting(connection, after);
        }
        if (head.number() > before.number()) {
          keep(connection, head);
        }
        connection.commit();
        return new Turn(before, head, foreign);
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(auto);
      }
    }
  }

  /** The link of a number, as the database has it. */
  Optional<Head> link(long number) throws SQLException {
    if (number == 0) {
      return Optional.of(Head.NONE);
    }
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT hash FROM audit_entry WHERE seq = ?")) {
      statement.setLong(1, number);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(new Head(number, row.getBytes(1))) : Optional.empty();
      }
    }
  }

  /**
   * The lock comes first: what is read after it includes everything that the node before us sealed.
   * The entries themselves are read without locking, so that writers under way neither wait nor are
   * waited for.
   */
  private static Head lockHead(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT number, hash FROM audit_head WHERE id = 1 FOR UPDATE");
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw lost();
      }
      return new Head(row.getLong(1), row.getBytes(2));
    }
  }

  private List<Waiting> waiting(Connection connection, long after) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id, "
                + AuditRow.COLUMNS
                + " FROM audit_entry WHERE seq IS NULL AND id > ? ORDER BY id LIMIT ?")) {
      statement.setLong(1, after);
      statement.setInt(2, batch);
      List<Waiting> waiting = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          waiting.add(new Waiting(row.getLong(1), AuditRow.read(row, 2)));
        }
      }
      return waiting;
    }
  }

  private Head link(Connection connection, Head from, List<Waiting> entries) throws SQLException {
    Head head = from;
    int at = 0;
    while (at < entries.size()) {
      int left = entries.size() - at;
      int size =
          IntStream.of(LINKED_AT_ONCE).filter(some -> some <= left).findFirst().orElseThrow();
      List<Waiting> some = entries.subList(at, at + size);
      at += size;
      try (PreparedStatement statement = connection.prepareStatement(linking(size))) {
        for (int i = 0; i < size; i++) {
          Waiting entry = some.get(i);
          long number = head.number() + 1;
          head = new Head(number, entry.row().link(key, head.hash(), number, entry.id()));
          for (int list = 0; list < 2; list++) {
            statement.setLong(2 * (list * size + i) + 1, entry.id());
          }
          statement.setLong(2 * i + 2, number);
          statement.setBytes(2 * (size + i) + 2, head.hash());
          statement.setLong(4 * size + i + 1, entry.id());
        }
        statement.executeUpdate();
      }
    }
    return head;
  }

  /**
   * One statement for so many links: each of its own would be a way to the database and back. Finds
   * them by number alone, as entries that others have not committed yet are not to be waited for.
   */
  private static String linking(int links) {
    return "UPDATE audit_entry FORCE INDEX (PRIMARY) SET seq = CASE id"
        + " WHEN ? THEN ?".repeat(links)
        + " END, hash = CASE id"
        + " WHEN ? THEN CAST(? AS BINARY(32))".repeat(links)
        + " END WHERE id IN ("
        + String.join(", ", Collections.nCopies(links, "?"))
        + ")";
  }

  private static void keep(Connection connection, Head head) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE audit_head SET number = ?, hash = ? WHERE id = 1")) {
      statement.setLong(1, head.number());
      statement.setBytes(2, head.hash());
      if (statement.executeUpdate() != 1) {
        throw lost();
      }
    }
  }

  private static SQLException lost() {
    return new SQLException("audit_head has lost its row");
  }

  private record Waiting(long id, AuditRow row) {}
}
