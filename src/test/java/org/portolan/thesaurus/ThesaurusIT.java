package org.portolan.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.platform.storage.ContentLibrary;

/** The thesaurus in the database, in memory, and when a release lays it down again. */
@ArquillianTest
class ThesaurusIT {
  private static final String CONCEPT = "ad-valorem-duty";
  private static final Duration SOON = Duration.ofSeconds(5);

  @Inject private KeptThesaurus thesaurus;
  @Inject private ThesaurusContent content;
  @Inject private ContentLibrary library;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Test
  void whatTheReleaseHasIsInMemory() {
    assertThat(thesaurus.get().concepts()).hasSizeGreaterThan(200);
    Concept audit = thesaurus.get().find("post-clearance-audit").orElseThrow();
    assertThat(audit.preferred("fr")).isPresent();
    assertThat(audit.narrower()).contains("desk-audit");
    assertThat(audit.related()).contains("risk-management");
  }

  @Test
  void layingDownTheSameAgainChangesNothing() throws SQLException {
    long before = ThesaurusReading.revision(database);
    content.lay(ReleasedConcepts.of(library).concepts());
    assertThat(ThesaurusReading.revision(database)).isEqualTo(before);
  }

  @Test
  void whatWasEditedHereIsLeftAloneAndAnotherNodeNotices() throws Exception {
    Concept before = thesaurus.get().find(CONCEPT).orElseThrow();
    update(
        "INSERT INTO concept_term (concept_code, language, kind, term)"
            + " VALUES ('"
            + CONCEPT
            + "', 'en', 'alternative', 'duty by worth')");
    update(
        "UPDATE concept SET version = 1, laid = 'of another release' WHERE code = '"
            + CONCEPT
            + "'");
    update("UPDATE thesaurus_revision SET revision = revision + 1");
    try {
      Instant limit = Instant.now().plus(SOON);
      while (!terms().contains("duty by worth") && Instant.now().isBefore(limit)) {
        Thread.sleep(50);
      }
      assertThat(terms()).contains("duty by worth");

      content.lay(ReleasedConcepts.of(library).concepts());
      assertThat(terms()).contains("duty by worth");
    } finally {
      update("UPDATE concept SET version = 0 WHERE code = '" + CONCEPT + "'");
      content.lay(ReleasedConcepts.of(library).concepts());
    }
    Instant limit = Instant.now().plus(SOON);
    while (terms().contains("duty by worth") && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
    assertThat(thesaurus.get().find(CONCEPT).orElseThrow()).isEqualTo(before);
  }

  private List<String> terms() {
    return thesaurus.get().find(CONCEPT).orElseThrow().terms().stream().map(Term::text).toList();
  }

  private void update(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }
}
