package org.portolan.container;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says of tables what is in them in so few letters that two moments can be compared. What the
 * database says by itself (CHECKSUM TABLE) is not the same twice for a table with a generated
 * column.
 */
public final class TableDigests {
  private TableDigests() {}

  /** Of all tables. */
  public static Map<String, String> all(Connection connection) throws SQLException {
    Map<String, String> columns = columns(connection);
    return digests(connection, columns);
  }

  /** Of these alone, which have to be there. */
  public static Map<String, String> of(Connection connection, String... tables)
      throws SQLException {
    Map<String, String> columns = columns(connection);
    Map<String, String> wanted = new TreeMap<>();
    Stream.of(tables).forEach(table -> wanted.put(table, columns.get(table)));
    if (wanted.containsValue(null)) {
      throw new IllegalArgumentException("not all are tables: " + wanted.keySet());
    }
    return digests(connection, wanted);
  }

  /** By table its columns, so that nothing and an empty text are different. */
  private static Map<String, String> columns(Connection connection) throws SQLException {
    try (PreparedStatement list =
            connection.prepareStatement(
                "SELECT c.table_name, CONCAT('QUOTE(`', c.column_name, '`)')"
                    + " FROM information_schema.columns c JOIN information_schema.tables t"
                    + " ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
                    + " WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
                    + " ORDER BY c.table_name, c.ordinal_position");
        ResultSet row = list.executeQuery()) {
      Map<String, String> columns = new TreeMap<>();
      while (row.next()) {
        columns.merge(row.getString(1), row.getString(2), (one, other) -> one + ", " + other);
      }
      return columns;
    }
  }

  private static Map<String, String> digests(Connection connection, Map<String, String> columns)
      throws SQLException {
    String each =
        columns.entrySet().stream()
            .map(
                table ->
                    "SELECT '%1$s', COUNT(*), SUM(CRC32(CONCAT_WS(',', %2$s))) FROM `%1$s`"
                        .formatted(table.getKey(), table.getValue()))
            .collect(Collectors.joining(" UNION ALL "));
    try (PreparedStatement select = connection.prepareStatement(each);
        ResultSet row = select.executeQuery()) {
      Map<String, String> digests = new TreeMap<>();
      while (row.next()) {
        digests.put(row.getString(1), row.getString(2) + " rows " + row.getString(3));
      }
      return digests;
    }
  }
}
