package org.portolan.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A copy of an audit trail in the hands of somebody who may change everything in the database and
 * the file with the head, and has not the key.
 */
final class Trail {
  private static final List<String> TABLES =
      List.of("audit_entry", "audit_head", "audit_person_key");

  private final Connection connection;
  private final Path head;
  private final byte[] headContent;

  Trail(Connection connection, Path head) throws IOException, SQLException {
    this.connection = connection;
    this.head = head;
    this.headContent = Files.readAllBytes(head);
    // whoever changes rows does not mind the constraints
    run("ALTER TABLE audit_entry DROP INDEX uq_audit_entry_seq, DROP INDEX uq_audit_entry_nonce");
    run("ALTER TABLE audit_person_key DROP INDEX uq_audit_person_key");
    for (String table : TABLES) {
      run("CREATE TABLE " + table + "_kept AS SELECT * FROM " + table);
    }
  }

  /** Copies the rows of one database into the same tables of another. */
  static void copy(Connection from, Connection to) throws SQLException {
    for (String table : TABLES) {
      try (PreparedStatement delete = to.prepareStatement("DELETE FROM " + table);
          PreparedStatement select = from.prepareStatement("SELECT * FROM " + table);
          ResultSet rows = select.executeQuery()) {
        delete.executeUpdate();
        ResultSetMetaData columns = rows.getMetaData();
        String marks = String.join(", ", Collections.nCopies(columns.getColumnCount(), "?"));
        try (PreparedStatement insert =
            to.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
          while (rows.next()) {
            for (int i = 1; i <= columns.getColumnCount(); i++) {
              insert.setObject(i, rows.getObject(i));
            }
            insert.addBatch();
          }
          insert.executeBatch();
        }
      }
    }
  }

  void restore() throws SQLException, IOException {
    for (String table : TABLES) {
      run("DELETE FROM " + table);
      run("INSERT INTO " + table + " SELECT * FROM " + table + "_kept");
    }
    Files.write(head, headContent);
  }

  int run(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  List<Object> column(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<Object> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(row.getObject(1));
        }
      }
      return found;
    }
  }

  Object value(String sql, Object... values) throws SQLException {
    return column(sql, values).get(0);
  }

  long last() throws SQLException {
    return ((Number) value("SELECT MAX(seq) FROM audit_entry")).longValue();
  }

  /** Makes the head in the database the last entry, as it is there. */
  void headToLast() throws SQLException {
    run(
        "UPDATE audit_head SET number = (SELECT MAX(seq) FROM audit_entry), hash = (SELECT hash"
            + " FROM audit_entry WHERE seq IS NOT NULL ORDER BY seq DESC, id DESC LIMIT 1)");
  }

  Path head() {
    return head;
  }
}
