package org.portolan.region;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What the content of a release laid down in a table, as a fingerprint in each row. A row that no
 * longer has it was edited here since, and is not to be overwritten. The database makes the
 * fingerprints, since it writes numbers in a way of its own.
 */
final class LaidRows {
  private final String table;
  private final String fingerprint;

  LaidRows(String table, List<String> columns) {
    this.table = table;
    this.fingerprint =
        columns.stream()
            .map(column -> "COALESCE(" + column + ", '\u0001')")
            .collect(Collectors.joining(", ", "SHA2(CONCAT_WS('\u0002', ", "), 256)"));
  }

  /** Codes of the rows that were edited or made here. */
  Set<String> edited(DataSource database) {
    Set<String> codes = new HashSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT code FROM "
                    + table
                    + " WHERE laid IS NOT NULL AND laid <> "
                    + fingerprint);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        codes.add(row.getString(1));
      }
      return codes;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps the fingerprints of rows that are now as the content has them. */
  void remember(DataSource database, Set<String> codes) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE " + table + " SET laid = " + fingerprint + " WHERE code = ?")) {
      for (String code : codes) {
        statement.setString(1, code);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
