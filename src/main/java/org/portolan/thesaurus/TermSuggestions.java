package org.portolan.thesaurus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.JoinedDataSource;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** Terms that editors would add, until one of them takes or declines them. */
@ApplicationScoped
public class TermSuggestions {
  private static final int MOST = 20;

  @Inject private JoinedDataSource database;

  @Inject private ConceptWriting concepts;
  @Inject private Thesaurus editing;
  @Inject private ThesaurusPermissions permissions;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Suggests a term; one that was suggested before counts on.
   *
   * @param concept that it names, or empty where there is none yet
   * @param times how often somebody missed it
   */
  @Transactional
  public void suggest(String term, String language, String concept, int times) {
    permissions.requireEditor();
    if (Language.of(language).isEmpty()) {
      throw new NotFound("language " + language);
    }
    boolean named = concept != null && !concept.isEmpty();
    if (named && concepts.version(concept).isEmpty()) {
      throw new NotFound("concept " + concept);
    }
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO term_suggestion (term, language, concept_code, times, state,"
                    + " suggested_on) VALUES (?, ?, ?, ?, 'open', ?) ON DUPLICATE KEY UPDATE"
                    + " concept_code = VALUES(concept_code), times = times + VALUES(times),"
                    + " state = 'open', version = version + 1")) {
      statement.setString(1, term);
      statement.setString(2, language);
      statement.setString(3, named ? concept : null);
      statement.setInt(4, Math.max(1, times));
      statement.setObject(5, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot keep a suggested term", e);
    }
  }

  /** Those that wait, what was missed most often first. */
  @Transactional
  public List<TermSuggestion> open() {
    permissions.requireEditor();
    List<TermSuggestion> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT id, term, language, concept_code, times, version FROM term_suggestion"
                    + " WHERE state = 'open' ORDER BY times DESC, term LIMIT "
                    + MOST);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(
            new TermSuggestion(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getInt(6)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read suggested terms", e);
    }
    return found;
  }

  /**
   * Makes it a term of a concept.
   *
   * @param version of the suggestion as it was shown
   */
  @Transactional(rollbackOn = InvalidConcept.class)
  public void accept(long id, int version, String concept) throws InvalidConcept {
    permissions.requireEditor();
    TermSuggestion taken =
        open().stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow(ChangedMeanwhile::new);
    become("accepted", id, version);
    editing.add(concept, taken.language(), taken.term());
  }

  @Transactional
  public void decline(long id, int version) {
    permissions.requireEditor();
    become("declined", id, version);
    audit.entry("term.declined", "term", id).write();
  }

  private void become(String state, long id, int version) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE term_suggestion SET state = ?, version = version + 1 WHERE id = ? AND"
                    + " version = ? AND state = 'open'")) {
      statement.setString(1, state);
      statement.setLong(2, id);
      statement.setInt(3, version);
      if (statement.executeUpdate() != 1) {
        throw new ChangedMeanwhile();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot answer a suggested term", e);
    }
  }
}
