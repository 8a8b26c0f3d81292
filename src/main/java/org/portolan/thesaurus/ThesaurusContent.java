package org.portolan.thesaurus;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.portolan.platform.persistence.Rows;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.storage.ContentLibrary;

/**
 * Lays down the concepts of the release that are new or that it has changed. A concept that was
 * edited here is left alone, with its terms and relations.
 */
@ApplicationScoped
class ThesaurusContent {
  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private ContentLibrary content;

  /** How a concept stands here. */
  private record Here(boolean edited, String laid) {}

  @Transactional
  void load(@Observes @Priority(250) SchemaReady ready) {
    lay(ReleasedConcepts.of(content).concepts());
  }

  void lay(Collection<Concept> released) {
    try (Connection connection = dataSource.getConnection()) {
      Map<String, Here> here = here(connection);
      Set<String> edited = new HashSet<>();
      here.forEach(
          (code, how) -> {
            if (how.edited()) {
              edited.add(code);
            }
          });
      Map<String, Concept> changed = new HashMap<>();
      for (Concept concept : released) {
        Here how = here.get(concept.code());
        boolean same = how != null && ReleasedConcepts.fingerprint(concept).equals(how.laid());
        if (!same && !edited.contains(concept.code())) {
          changed.put(concept.code(), concept);
        }
      }
      if (!changed.isEmpty()) {
        clear(connection, changed.keySet());
        write(changed, edited);
        tellNodes(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot lay down the thesaurus", e);
    }
  }

  private static Map<String, Here> here(Connection connection) throws SQLException {
    Map<String, Here> here = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT code, version, laid FROM concept");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        here.put(row.getString(1), new Here(row.getInt(2) > 0, row.getString(3)));
      }
    }
    return here;
  }

  private static void clear(Connection connection, Set<String> codes) throws SQLException {
    String untouched = " AND NOT EXISTS (SELECT 1 FROM concept c WHERE c.version > 0 AND c.code = ";
    clear(connection, "DELETE FROM concept_term WHERE concept_code = ?", codes);
    clear(
        connection,
        "DELETE FROM concept_relation WHERE concept_code = ?" + untouched + "related_code)",
        codes);
    clear(
        connection,
        "DELETE FROM concept_relation WHERE related_code = ?" + untouched + "concept_code)",
        codes);
  }

  private static void clear(Connection connection, String sql, Set<String> codes)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (String code : codes) {
        statement.setString(1, code);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void write(Map<String, Concept> changed, Set<String> edited) {
    Rows concepts =
        Rows.into("concept", "code").columns("code", "broader_code", "theme_code", "laid");
    Rows terms =
        Rows.into("concept_term", "concept_code")
            .columns("concept_code", "language", "kind", "term");
    Rows relations =
        Rows.into("concept_relation", "concept_code").columns("concept_code", "related_code");
    for (Concept concept : changed.values()) {
      String code = concept.code();
      concepts.add(code, concept.broader(), concept.theme(), ReleasedConcepts.fingerprint(concept));
      concept
          .terms()
          .forEach(term -> terms.add(code, term.language(), term.kind().code(), term.text()));
      concept.related().stream()
          .filter(other -> !edited.contains(other))
          .forEach(
              other ->
                  relations.add(
                      code.compareTo(other) < 0 ? code : other,
                      code.compareTo(other) < 0 ? other : code));
    }
    concepts.upsert(dataSource);
    terms.insert(dataSource);
    relations.upsert(dataSource);
  }

  private static void tellNodes(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE thesaurus_revision SET revision = revision + 1 WHERE id = 1")) {
      statement.executeUpdate();
    }
  }
}
