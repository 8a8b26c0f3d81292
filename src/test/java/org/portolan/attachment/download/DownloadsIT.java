package org.portolan.attachment.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;

/** What is taken, counted and read. */
@ArquillianTest
class DownloadsIT {
  private static final String CODE = "DEMO-PR-041";

  @Inject private Downloads downloads;
  @Inject private DownloadTally tally;
  @Inject private KnowledgeService knowledge;
  @Inject private Scenario scenario;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  private long practice;
  private String region;

  @BeforeEach
  void begin() throws Exception {
    var view = knowledge.find(CODE, Language.EN).orElseThrow();
    practice = view.id();
    region = view.summary().regionCode();
    tally.write();
    empty();
  }

  @AfterEach
  void empty() throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM download_tally");
    }
  }

  private List<DownloadLine> lines() {
    scenario.asEditor(region);
    return downloads.desk(30, DownloadOrder.ALL).stream()
        .filter(line -> line.code().equals(CODE))
        .toList();
  }

  private boolean written() {
    tally.write();
    return true;
  }

  @Test
  void manyTakingsAreOneStatementAndOneRow() throws Exception {
    for (int i = 0; i < 500; i++) {
      downloads.paperTaken(practice, "fr");
    }
    tally.fileTaken(practice, 999_999_999, "ar");
    assertThat(Statements.of(this::written)).hasSize(1);
    assertThat(Statements.of(this::written)).isEmpty();
    downloads.paperTaken(practice, "fr");
    tally.write();

    assertThat(lines())
        .extracting(DownloadLine::file, DownloadLine::language, DownloadLine::all)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(null, "fr", 501L),
            org.assertj.core.groups.Tuple.tuple("", "ar", 1L));
    assertThat(downloads.taken(practice)).isEqualTo(502);
    assertThat(downloads.files(practice)).containsEntry(999_999_999L, 1L);
  }

  @Test
  void aCountThatNothingFitsKeepsNoOtherBack() {
    downloads.paperTaken(999_999_999, "en");
    downloads.paperTaken(practice, "en");
    tally.write();
    assertThat(downloads.taken(practice)).isEqualTo(1);
  }

  @Test
  void aPeriodCountsItsDaysAndTheDesksSeeTheirRegions() throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO download_tally VALUES ("
              + practice
              + ", 0, DATE_SUB(UTC_DATE(), INTERVAL 29 DAY), 'en', 3), ("
              + practice
              + ", 0, DATE_SUB(UTC_DATE(), INTERVAL 30 DAY), 'en', 5)");
    }
    assertThat(lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.recent()).isEqualTo(3);
              assertThat(line.all()).isEqualTo(8);
            });
    assertThat(downloads.byDay(30)).extracting(DownloadDay::taken).containsExactly(3L);
    assertThat(Statements.of(() -> downloads.desk(30, DownloadOrder.TITLE))).hasSize(1);

    scenario.asEditor(region.equals("ESA") ? "WCA" : "ESA");
    assertThat(downloads.desk(365, DownloadOrder.LAST)).isEmpty();
    assertThat(downloads.byDay(365)).isEmpty();
  }

  @Test
  void onlyEditorsSeeTheDesk() {
    scenario.asNobody();
    assertThatThrownBy(() -> downloads.desk(30, DownloadOrder.ALL)).isInstanceOf(NotSignedIn.class);
    scenario.asCoordinator("SL");
    assertThatThrownBy(() -> downloads.byDay(30)).isInstanceOf(NotAllowed.class);
  }
}
