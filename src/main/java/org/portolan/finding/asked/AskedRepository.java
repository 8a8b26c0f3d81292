package org.portolan.finding.asked;

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
import java.util.List;
import java.util.Optional;
import org.portolan.platform.persistence.JoinedDataSource;

/** What was asked, summed over days; only what may be read, and was asked often enough there. */
@ApplicationScoped
class AskedRepository {
  private static final int MOST = 50;
  private static final String COLUMNS =
      "SELECT w.id, w.words, MAX(t.language), SUM(t.asked), SUM(t.fruitless),"
          + " LEAST(SUM(t.opened), SUM(t.asked)), w.answer, w.version FROM asked_words w"
          + " JOIN asked_tally t ON t.words_id = w.id WHERE w.words IS NOT NULL"
          + " AND t.asked_on >= ? AND t.region_code IN (";
  private static final String GROUPED =
      " GROUP BY w.id, w.words, w.answer, w.version HAVING SUM(t.asked) >= "
          + AskedWriting.READABLE;

  @Inject private JoinedDataSource database;

  /**
   * @param regions of those who asked, empty text for visitors
   * @param language of the interface they had, or null for all
   * @param answered whether those are wanted of which somebody made something already
   */
  List<AskedLine> list(
      AskedView view,
      Collection<String> regions,
      String language,
      boolean answered,
      LocalDate since) {
    return read(
        marks(regions)
            + (language == null ? "" : " AND t.language = ?")
            + " AND w.answer IS "
            + (answered ? "NOT NULL" : "NULL")
            + GROUPED
            + " AND "
            + view.condition()
            + " ORDER BY "
            + view.order()
            + " DESC, w.words LIMIT "
            + MOST,
        regions,
        language,
        since);
  }

  Optional<AskedLine> find(long id, Collection<String> regions, LocalDate since) {
    return read(marks(regions) + " AND w.id = " + id + GROUPED, regions, null, since).stream()
        .findFirst();
  }

  private static String marks(Collection<String> regions) {
    return String.join(", ", Collections.nCopies(regions.size(), "?")) + ")";
  }

  private List<AskedLine> read(
      String rest, Collection<String> regions, String language, LocalDate since) {
    List<AskedLine> lines = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(COLUMNS + rest)) {
      int at = 1;
      statement.setObject(at++, since);
      for (String region : regions) {
        statement.setString(at++, region);
      }
      if (language != null) {
        statement.setString(at, language);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          lines.add(
              new AskedLine(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getLong(4),
                  row.getLong(5),
                  row.getLong(6),
                  row.getString(7),
                  row.getInt(8)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read what was asked", e);
    }
    return lines;
  }

  /** Whether it was still as it was shown. */
  boolean answer(long id, int version, String answer, LocalDate today) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE asked_words SET answer = ?, answered_on = ?, version = version + 1"
                    + " WHERE id = ? AND version = ?")) {
      statement.setString(1, answer);
      statement.setObject(2, today);
      statement.setLong(3, id);
      statement.setInt(4, version);
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot keep what was made of what was asked", e);
    }
  }
}
