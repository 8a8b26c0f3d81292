package org.portolan.people;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers what is kept of a person: lists of records, by name. */
public final class PersonalDataWriter {
  private final Connection connection;
  private final Map<String, JsonArrayBuilder> lists = new LinkedHashMap<>();

  PersonalDataWriter(Connection connection) {
    this.connection = connection;
  }

  /**
   * Adds what a query finds; its columns are the fields.
   *
   * @param name of the list in the document
   */
  public void add(String name, String sql, Object... values) {
    JsonArrayBuilder list = lists.computeIfAbsent(name, any -> Json.createArrayBuilder());
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          list.add(record(row));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Adds one record of fields that no query can give, as what is sealed.
   *
   * @param name of the list in the document
   */
  public void add(String name, Map<String, String> fields) {
    JsonObjectBuilder record = Json.createObjectBuilder();
    fields.forEach(record::add);
    lists.computeIfAbsent(name, any -> Json.createArrayBuilder()).add(record);
  }

  private static JsonObjectBuilder record(ResultSet row) throws SQLException {
    JsonObjectBuilder record = Json.createObjectBuilder();
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String field = columns.getColumnLabel(i);
      Object value = row.getObject(i);
      if (value == null) {
        record.addNull(field);
      } else if (value instanceof Boolean flag) {
        record.add(field, flag);
      } else if (value instanceof Number number) {
        record.add(field, new BigDecimal(number.toString()));
      } else {
        record.add(field, value.toString());
      }
    }
    return record;
  }

  JsonObject document() {
    JsonObjectBuilder document = Json.createObjectBuilder();
    lists.forEach(document::add);
    return document.build();
  }
}
