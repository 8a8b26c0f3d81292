package org.portolan.thesaurus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.OptionalInt;
import org.portolan.platform.persistence.JoinedDataSource;
import org.portolan.platform.persistence.Rows;

/** Writes concepts, in the transaction of the caller. */
@ApplicationScoped
class ConceptWriting {
  @Inject private JoinedDataSource database;

  /**
   * Keeps everybody else from changing the thesaurus until the transaction ends, and tells the
   * nodes of it: the rules of one concept look at others.
   */
  void lock() {
    update("UPDATE thesaurus_revision SET revision = revision + 1 WHERE id = 1");
  }

  /** How often a concept was edited here; empty where there is none. */
  OptionalInt version(String code) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT version FROM concept WHERE code = ?")) {
      statement.setString(1, code);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read a concept", e);
    }
  }

  /** Writes concepts with their terms and relations, each in place of what it was. */
  void write(Collection<ConceptEdit> edits) {
    // all of them first: they name one another
    forEach("INSERT IGNORE INTO concept (code) VALUES (?)", edits);
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE concept SET broader_code = ?, theme_code = ?, version = version + 1 WHERE"
                    + " code = ?")) {
      for (ConceptEdit edit : edits) {
        statement.setString(1, edit.broader().isEmpty() ? null : edit.broader());
        statement.setString(2, edit.theme().isEmpty() ? null : edit.theme());
        statement.setString(3, edit.code());
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write concepts", e);
    }
    forEach("DELETE FROM concept_term WHERE concept_code = ?", edits);
    forEach("DELETE FROM concept_relation WHERE concept_code = ?", edits);
    forEach("DELETE FROM concept_relation WHERE related_code = ?", edits);
    Rows terms =
        Rows.into("concept_term", "concept_code")
            .columns("concept_code", "language", "kind", "term");
    Rows relations =
        Rows.into("concept_relation", "concept_code").columns("concept_code", "related_code");
    for (ConceptEdit edit : edits) {
      edit.terms()
          .forEach(
              term -> terms.add(edit.code(), term.language(), term.kind().code(), term.text()));
      edit.related()
          .forEach(
              other -> {
                boolean first = edit.code().compareTo(other) < 0;
                relations.add(first ? edit.code() : other, first ? other : edit.code());
              });
    }
    terms.insert(database);
    relations.upsert(database);
  }

  private void forEach(String sql, Collection<ConceptEdit> edits) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (ConceptEdit edit : edits) {
        statement.setString(1, edit.code());
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write concepts", e);
    }
  }

  private void update(String sql) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write the thesaurus", e);
    }
  }
}
