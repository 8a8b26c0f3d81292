package org.portolan.thesaurus;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/** Reads the whole thesaurus in three statements. */
@ApplicationScoped
class ThesaurusReading {
  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Vocabulary read() {
    Vocabulary.Builder all = new Vocabulary.Builder();
    try (Connection connection = database.getConnection()) {
      each(
          connection,
          "SELECT code, broader_code, theme_code FROM concept ORDER BY code",
          row -> all.concept(row.getString(1), text(row, 2), text(row, 3)));
      each(
          connection,
          "SELECT concept_code, language, kind, term FROM concept_term ORDER BY id",
          row ->
              all.term(
                  row.getString(1),
                  new Term(row.getString(2), TermKind.of(row.getString(3)), row.getString(4))));
      each(
          connection,
          "SELECT concept_code, related_code FROM concept_relation",
          row -> all.related(row.getString(1), row.getString(2)));
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the thesaurus", e);
    }
    return all.build();
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  private static void each(Connection connection, String sql, Row reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  static long revision(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT revision FROM thesaurus_revision WHERE id = 1");
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : -1;
    }
  }
}
