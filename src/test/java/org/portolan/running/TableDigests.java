package org.portolan.running;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/** What every column of every table says, so that two moments can be compared. */
record TableDigests(Map<String, String> byColumn) {

  static TableDigests of(DataSource database) throws SQLException {
    Map<String, String> digests = new TreeMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables(connection)) {
        try (ResultSet row = statement.executeQuery("SELECT * FROM `" + table + "`")) {
          digests.putAll(columns(table, keys(connection, table), row));
        }
      }
    }
    return new TableDigests(digests);
  }

  private static Set<String> tables(Connection connection) throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (ResultSet row =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), null, "%", new String[] {"TABLE"})) {
      while (row.next()) {
        tables.add(row.getString("TABLE_NAME"));
      }
    }
    return tables;
  }

  private static List<String> keys(Connection connection, String table) throws SQLException {
    List<String> keys = new ArrayList<>();
    try (ResultSet row =
        connection.getMetaData().getPrimaryKeys(connection.getCatalog(), null, table)) {
      while (row.next()) {
        keys.add(row.getString("COLUMN_NAME"));
      }
    }
    return keys;
  }

  /** The sum over the rows of what each says, so that their order says nothing. */
  private static Map<String, String> columns(String table, List<String> keys, ResultSet row)
      throws SQLException {
    ResultSetMetaData about = row.getMetaData();
    long[] sums = new long[about.getColumnCount()];
    while (row.next()) {
      StringBuilder key = new StringBuilder();
      for (String column : keys) {
        key.append(row.getString(column)).append('\u001f');
      }
      for (int i = 0; i < sums.length; i++) {
        sums[i] += hash(key.toString() + row.getString(i + 1));
      }
    }
    Map<String, String> digests = new TreeMap<>();
    for (int i = 0; i < sums.length; i++) {
      digests.put(table + "." + about.getColumnName(i + 1), Long.toHexString(sums[i]));
    }
    return digests;
  }

  private static long hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      long sum = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        sum = sum << Byte.SIZE | hash[i] & 0xFF;
      }
      return sum;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Columns that do not say the same in both. */
  Set<String> differences(TableDigests other) {
    Set<String> different = new TreeSet<>(byColumn.keySet());
    different.removeIf(column -> byColumn.get(column).equals(other.byColumn.get(column)));
    return different;
  }
}
