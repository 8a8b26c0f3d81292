package org.portolan.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Rows for one table, written in bulk: content and generated worlds come in thousands. A row whose
 * key is there already is changed to what is given, so that loading again changes nothing.
 *
 * <p>Empty text is stored as NULL.
 */
public final class Rows {
  private static final int BATCH = 1000;

  private final String table;
  private final String key;
  private final List<String> columns = new ArrayList<>();
  private final List<Object[]> rows = new ArrayList<>();

  private Rows(String table, String key) {
    this.table = table;
    this.key = key;
  }

  public static Rows into(String table, String key) {
    return new Rows(table, key);
  }

  public Rows columns(String... names) {
    return columns(Arrays.asList(names));
  }

  public Rows columns(List<String> names) {
    columns.addAll(names);
    return this;
  }

  public void add(Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(table + " wants " + columns);
    }
    rows.add(values);
  }

  /** A row whose values are asked for by the name of the column. */
  public void addNamed(UnaryOperator<String> valueOf) {
    add(columns.stream().map(valueOf).toArray());
  }

  public int size() {
    return rows.size();
  }

  public List<String> columnNames() {
    return List.copyOf(columns);
  }

  /** The keys of all rows, as texts. */
  public Set<String> keys() {
    int at = columns.indexOf(key);
    return rows.stream().map(row -> row[at].toString()).collect(Collectors.toSet());
  }

  /** The same rows but those with these keys. */
  public Rows without(Set<String> keys) {
    Rows left = new Rows(table, key).columns(columns);
    int at = columns.indexOf(key);
    rows.stream().filter(row -> !keys.contains(row[at].toString())).forEach(left.rows::add);
    return left;
  }

  /** Inserts rows and updates those whose key is there. */
  public void upsert(DataSource dataSource) {
    String changes =
        columns.stream()
            .filter(column -> !column.equals(key))
            .map(column -> column + " = VALUES(" + column + ")")
            .collect(Collectors.joining(", "));
    write(dataSource, " ON DUPLICATE KEY UPDATE " + changes);
  }

  /** Inserts rows; one that is there already is a failure. */
  public void insert(DataSource dataSource) {
    write(dataSource, "");
  }

  /** The numbers that a table's rows have got, by their codes; a code that is not there fails. */
  public static Map<String, Long> idsByCode(DataSource dataSource, String table) {
    Map<String, Long> ids =
        new HashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          public Long get(Object code) {
            Long id = super.get(code);
            if (id == null) {
              throw new IllegalArgumentException(table + " has no " + code);
            }
            return id;
          }
        };
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement("SELECT code, id FROM " + table);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        ids.put(rows.getString(1), rows.getLong(2));
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read " + table + ": " + e.getMessage(), e);
    }
  }

  private void write(DataSource dataSource, String onDuplicate) {
    String sql =
        "INSERT INTO "
            + table
            + " ("
            + String.join(", ", columns)
            + ") VALUES ("
            + String.join(", ", Collections.nCopies(columns.size(), "?"))
            + ")"
            + onDuplicate;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      int pending = 0;
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, "".equals(row[i]) ? null : row[i]);
        }
        statement.addBatch();
        if (++pending % BATCH == 0) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write " + table + ": " + e.getMessage(), e);
    }
  }
}
