package org.portolan.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Says in plain SQL which practices somebody may read, what a word finds among them and how many
 * have which value. It knows the tables and the rules as they are written for people, and shares
 * nothing with the application.
 */
final class ReadersOracle {
  /** Columns of a practice by the dimension of the search that shows them. */
  static final Map<String, String> COLUMNS =
      Map.of(
          "region", "p.region_code",
          "member", "p.member_code",
          "theme", "p.theme_code",
          "year", "p.practice_year");

  private static final String HELD =
      "(SELECT m.scope_code FROM mandate m LEFT JOIN mandate h ON h.id = m.deputy_for"
          + " WHERE m.person_id = %d AND m.office IN (%s) AND m.starts_at <= UTC_TIMESTAMP(6)"
          + " AND (m.ends_at IS NULL OR m.ends_at > UTC_TIMESTAMP(6)"
          + " OR m.reads_until > UTC_TIMESTAMP(6))"
          + " AND (m.deputy_for IS NULL OR h.ends_at IS NULL OR h.ends_at > UTC_TIMESTAMP(6)))";
  private static final String LEADERLESS =
      "(SELECT s.code FROM member_state s WHERE s.region_code IN %s AND NOT EXISTS (SELECT 1 FROM"
          + " mandate c WHERE c.office = 'coordinator' AND c.scope_code = s.code"
          + " AND c.deputy_for IS NULL AND c.starts_at <= UTC_TIMESTAMP(6)"
          + " AND (c.ends_at IS NULL OR c.ends_at > UTC_TIMESTAMP(6))))";

  private final DataSource database;

  ReadersOracle(DataSource database) {
    this.database = database;
  }

  /** The ids of the published practices that a person may read; 0 is a visitor. */
  Set<Long> readableBy(long person) throws SQLException {
    Set<Long> ids = new HashSet<>();
    counted("SELECT p.id, 1 FROM practice p WHERE " + readable(person))
        .keySet()
        .forEach(id -> ids.add(Long.valueOf(id)));
    return ids;
  }

  private static String readable(long person) {
    String own = "(SELECT member_code FROM person WHERE id = " + person + ")";
    String coordinated = held(person, "'coordinator'");
    String leaderless = LEADERLESS.formatted(held(person, "'fallback_approver'"));
    String members =
        "p.member_code IN "
            + own
            + " OR p.member_code IN "
            + coordinated
            + " OR p.member_code IN "
            + leaderless;
    return "p.state = 'published' AND (p.readers = 'all' OR "
        + everywhere(person)
        + " OR p.readers = 'region' AND "
        + inRegion(person, "p.region_code")
        + " OR p.readers = 'member' AND ("
        + members
        + " OR p.member_code IN (SELECT s.code FROM member_state s WHERE s.region_code IN "
        + held(person, "'rocb_director', 'rocb_officer', 'editor'")
        + ")))";
  }

  private static String everywhere(long person) {
    return "EXISTS (SELECT 1 FROM mandate WHERE '*' IN "
        + held(person, "'secretariat', 'admin'")
        + ")";
  }

  /** Whether a person belongs to the region that stands in a column. */
  private static String inRegion(long person, String column) {
    return "("
        + column
        + " IN "
        + held(
            person, "'rocb_director', 'rocb_officer', 'vice_chair', 'vice_chair_officer', 'editor'")
        + " OR "
        + column
        + " IN (SELECT b.region_code FROM body b WHERE b.code IN "
        + held(person, "'centre_director', 'centre_staff'")
        + ") OR "
        + column
        + " IN (SELECT s.region_code FROM member_state s WHERE s.code IN (SELECT member_code FROM"
        + " person WHERE id = "
        + person
        + ") OR s.code IN "
        + held(person, "'coordinator'")
        + " OR s.code IN "
        + LEADERLESS.formatted(held(person, "'fallback_approver'"))
        + "))";
  }

  /** The people who agreed to be found whom a person finds; 0 is a visitor, who finds nobody. */
  Set<Long> colleaguesOf(long person) throws SQLException {
    Set<Long> ids = new HashSet<>();
    if (person != 0) {
      counted(
              "SELECT q.id, 1 FROM person q JOIN profile f ON f.person_id = q.id JOIN member_state o"
                  + " ON o.code = q.member_code WHERE f.findable = 1 AND ("
                  + everywhere(person)
                  + " OR "
                  + inRegion(person, "o.region_code")
                  + ")")
          .keySet()
          .forEach(id -> ids.add(Long.valueOf(id)));
    }
    return ids;
  }

  private static String held(long person, String offices) {
    return HELD.formatted(person, offices);
  }

  /**
   * How many practices that a person may read have a word and these values, by their value of a
   * dimension, whose own filter does not count.
   */
  Map<String, Long> values(long person, String word, Map<String, String> filters, String dimension)
      throws SQLException {
    String column = COLUMNS.get(dimension);
    Map<String, String> others = new TreeMap<>(filters);
    others.remove(dimension);
    return counted(
        "SELECT "
            + column
            + ", COUNT(*) FROM practice p WHERE "
            + found(person, word, others)
            + " AND "
            + column
            + " IS NOT NULL GROUP BY "
            + column);
  }

  /** The codes of what a person finds. */
  Set<String> codes(long person, String word, Map<String, String> filters) throws SQLException {
    return counted("SELECT p.code, 1 FROM practice p WHERE " + found(person, word, filters))
        .keySet();
  }

  private static String found(long person, String word, Map<String, String> filters) {
    StringBuilder where = new StringBuilder(readable(person));
    where
        .append(" AND EXISTS (SELECT 1 FROM practice_text t WHERE t.practice_id = p.id")
        .append(" AND CONCAT(t.title, ' ', t.summary, ' ', t.body, ' ') LIKE '% ")
        .append(word)
        .append(" %')");
    filters.forEach(
        (dimension, value) ->
            where.append(" AND ").append(COLUMNS.get(dimension)).append(" = '" + value + "'"));
    return where.toString();
  }

  private Map<String, Long> counted(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      Map<String, Long> counts = new TreeMap<>();
      while (row.next()) {
        counts.put(row.getString(1), row.getLong(2));
      }
      return counts;
    }
  }
}
