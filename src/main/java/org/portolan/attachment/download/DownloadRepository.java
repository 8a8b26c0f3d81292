package org.portolan.attachment.download;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.portolan.platform.persistence.JoinedDataSource;

/** What was taken, in the database. */
@ApplicationScoped
class DownloadRepository {
  private static final int MOST_LINES = 500;
  private static final int MOST_DAYS = 20_000;
  private static final String ITEMS =
      " FROM download_tally t JOIN practice p ON p.id = t.practice_id"
          + " LEFT JOIN practice_text x ON x.practice_id = p.id AND x.original = 1"
          + " LEFT JOIN attachment a ON a.id = t.attachment_id WHERE p.region_code IN (";
  private static final String FILE =
      "CASE WHEN t.attachment_id = 0 THEN NULL ELSE COALESCE(a.title, '') END";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource pool;

  @Inject private JoinedDataSource database;

  /** Reads a row. */
  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** One statement, sent with all rows at once. */
  void add(Map<Taking, Integer> counted) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO download_tally (practice_id, attachment_id, taken_on, language, taken)"
                    + " VALUES "
                    + String.join(", ", Collections.nCopies(counted.size(), "(?, ?, ?, ?, ?)"))
                    + " ON DUPLICATE KEY UPDATE taken = taken + VALUES(taken)")) {
      int at = 0;
      for (Map.Entry<Taking, Integer> each : counted.entrySet()) {
        Taking taking = each.getKey();
        statement.setLong(++at, taking.practice());
        statement.setLong(++at, taking.attachment());
        statement.setObject(++at, taking.day());
        statement.setString(++at, taking.language());
        statement.setInt(++at, each.getValue());
      }
      statement.executeUpdate();
    }
  }

  /** Of a practice and its files in all, what was counted before days were among it. */
  long taken(long practice) {
    return read(
            "SELECT (SELECT COALESCE(SUM(taken), 0) FROM download_tally WHERE practice_id = ?)"
                + " + (SELECT COALESCE(SUM(downloads), 0) FROM attachment WHERE practice_id = ?)",
            List.of(practice, practice),
            row -> row.getLong(1))
        .get(0);
  }

  /** Of its files, by their numbers. */
  Map<Long, Long> files(long practice) {
    Map<Long, Long> files = new HashMap<>();
    read(
            "SELECT attachment_id, SUM(taken) FROM download_tally WHERE practice_id = ?"
                + " GROUP BY attachment_id",
            List.of(practice),
            row -> Map.entry(row.getLong(1), row.getLong(2)))
        .forEach(each -> files.put(each.getKey(), each.getValue()));
    return files;
  }

  List<DownloadLine> lines(Collection<String> regions, LocalDate since, DownloadOrder order) {
    List<Object> values = new ArrayList<>(List.of(since));
    values.addAll(regions);
    return read(
        "SELECT p.code, x.title AS practice_title, x.language, "
            + FILE
            + ", t.language,"
            + " SUM(CASE WHEN t.taken_on >= ? THEN t.taken ELSE 0 END) AS recent,"
            + " SUM(t.taken) AS overall, MAX(t.taken_on) AS last_on, t.attachment_id"
            + ITEMS
            + marks(regions)
            + ") GROUP BY p.code, x.title, x.language, t.attachment_id, a.title, t.language"
            + " ORDER BY "
            + order.columns()
            + ", p.code, t.attachment_id, t.language LIMIT "
            + MOST_LINES,
        values,
        row ->
            new DownloadLine(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7),
                row.getObject(8, LocalDate.class)));
  }

  List<DownloadDay> days(Collection<String> regions, LocalDate since) {
    List<Object> values = new ArrayList<>(regions);
    values.add(since);
    return read(
        "SELECT t.taken_on, p.code, x.title, "
            + FILE
            + ", t.language, t.taken"
            + ITEMS
            + marks(regions)
            + ") AND t.taken_on >= ? ORDER BY t.taken_on DESC, p.code, t.attachment_id, t.language"
            + " LIMIT "
            + MOST_DAYS,
        values,
        row ->
            new DownloadDay(
                row.getObject(1, LocalDate.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6)));
  }

  private static String marks(Collection<String> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  private <T> List<T> read(String sql, List<?> values, Reading<T> reading) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      List<T> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(reading.read(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read what was taken", e);
    }
  }
}
