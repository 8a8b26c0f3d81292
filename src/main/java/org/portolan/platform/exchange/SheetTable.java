package org.portolan.platform.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.sql.DataSource;

/** The table behind a sheet, read and written for many records at a time. */
public final class SheetTable {
  private final DataSource database;
  private final String table;

  public SheetTable(DataSource database, String table) {
    this.database = database;
    this.table = table;
  }

  /** Makes something of a row. */
  @FunctionalInterface
  public interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /**
   * Reads rows.
   *
   * @param sql in which {@code (:in)} stands for all the values, if it does
   */
  public <T> List<T> read(String sql, Collection<?> values, Reading<T> reading) {
    if (sql.contains("(:in)") && values.isEmpty()) {
      return List.of();
    }
    String marks = "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql.replace("(:in)", marks))) {
      int at = 0;
      for (Object value : values) {
        statement.setObject(++at, value);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(reading.of(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Records by their keys. */
  public static Map<String, StoredRecord> byKey(List<StoredRecord> records, int keys) {
    Map<String, StoredRecord> found = new HashMap<>();
    records.forEach(record -> found.put(RecordKey.of(record.cells().subList(0, keys)), record));
    return found;
  }

  /** Sends one statement with the values of each. */
  public <T> void batch(String sql, Collection<T> all, Function<T, Object[]> values) {
    if (all.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (T each : all) {
        Object[] row = values.apply(each);
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Takes rows away, but for those that others refer to: these are looked for before, as a
   * connection is not to be trusted with the rest of a transaction after a refusal.
   *
   * @param column by which they are known
   * @return the keys of records that stay
   */
  public List<String> remove(String column, List<StoredRecord> records, int keys) {
    Set<String> needed = needed(column, records.stream().map(StoredRecord::id).toList());
    List<StoredRecord> free =
        records.stream().filter(record -> !needed.contains(record.id())).toList();
    batch(
        "DELETE FROM " + table + " WHERE " + column + " = ?",
        free,
        record -> new Object[] {record.id()});
    return records.stream()
        .filter(record -> needed.contains(record.id()))
        .map(record -> RecordKey.of(record.cells().subList(0, keys)))
        .toList();
  }

  private Set<String> needed(String column, List<String> ids) {
    Set<String> needed = new TreeSet<>();
    List<String[]> references =
        read(
            "SELECT table_name, column_name FROM information_schema.key_column_usage"
                + " WHERE referenced_table_schema = DATABASE() AND referenced_table_name = ?"
                + " AND referenced_column_name = ?",
            List.of(table, column),
            row -> new String[] {row.getString(1), row.getString(2)});
    for (String[] reference : references) {
      needed.addAll(
          read(
              "SELECT DISTINCT %2$s FROM %1$s WHERE %2$s IN (:in)"
                  .formatted(reference[0], reference[1]),
              ids,
              row -> row.getString(1)));
    }
    return needed;
  }
}
