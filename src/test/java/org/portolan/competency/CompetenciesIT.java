package org.portolan.competency;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.SchemaReady;

/** The framework over many starts, and what reading it costs the database. */
@ArquillianTest
class CompetenciesIT {
  private static final String EVERYTHING =
      "SELECT CONCAT_WS(' ',"
          + " (SELECT SUM(CRC32(CONCAT_WS('|', code, group_code, theme_code, name_en, name_ar,"
          + " description_en, description_ru, sort))) FROM competency),"
          + " (SELECT SUM(CRC32(CONCAT_WS('|', code, family, name_en, name_pt, sort)))"
          + " FROM job_profile),"
          + " (SELECT SUM(CRC32(CONCAT_WS('|', profile_code, competency_code, level)))"
          + " FROM profile_competency))";
  private static final String NEEDS =
      "SELECT GROUP_CONCAT(CONCAT(competency_code, level) ORDER BY competency_code SEPARATOR ' ')"
          + " FROM profile_competency WHERE profile_code = 'risk-analyst'";

  @Inject private Competencies competencies;
  @Inject private CompetencyContent content;
  @Inject private Scenario scenario;

  @Test
  void loadingAgainChangesNothing() {
    String before = scenario.text(EVERYTHING);
    int profiles = competencies.profiles().size();
    content.load(new SchemaReady());
    assertThat(scenario.text(EVERYTHING)).isEqualTo(before).isNotEmpty();
    assertThat(competencies.profiles()).hasSize(profiles).hasSizeGreaterThanOrEqualTo(26);
    assertThat(competencies.all()).hasSizeGreaterThanOrEqualTo(42);
  }

  @Test
  void whatTheReleaseDoesNotAskForIsTakenAwayAndWhatItAsksForPutBack() {
    String before = scenario.text(NEEDS);
    scenario.sql("DELETE FROM profile_competency WHERE profile_code = 'risk-analyst'");
    scenario.sql("INSERT INTO profile_competency VALUES ('risk-analyst', 'excise', 1)");
    scenario.sql("INSERT INTO profile_competency VALUES ('risk-analyst', 'targeting', 1)");
    content.load(new SchemaReady());
    assertThat(scenario.text(NEEDS)).isEqualTo(before).doesNotContain("excise");
  }

  @Test
  void readingAsksTheDatabaseOnce() throws Exception {
    competencies.forget();
    assertThat(Statements.of(this::everything)).hasSize(2);
    assertThat(Statements.of(this::everything)).isEmpty();
  }

  @Test
  void aProfileSaysTheHighestLevelFirst() {
    ProfileSummary profile = competencies.profile("risk-analyst").orElseThrow();
    assertThat(profile.name().in(Language.FR)).isEqualTo("Analyste des risques");
    assertThat(profile.needs())
        .extracting(NeededCompetency::level)
        .startsWith(CompetencyLevel.EXPERT)
        .endsWith(CompetencyLevel.TRAINED)
        .isSortedAccordingTo((one, other) -> other.compareTo(one));
    assertThat(competencies.profile("RISK-ANALYST")).isEmpty();
    assertThat(competencies.profile("nothing")).isEmpty();
  }

  private Object everything() {
    return List.of(
        competencies.all(), competencies.profiles(), competencies.profile("risk-analyst"));
  }
}
