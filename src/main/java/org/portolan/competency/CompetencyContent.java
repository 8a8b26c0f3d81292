package org.portolan.competency;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.portolan.platform.persistence.Rows;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.storage.ContentLibrary;

/** Lays down competencies and job profiles at each start. */
@ApplicationScoped
class CompetencyContent {
  private static final List<String> NAMES =
      List.of("name_en", "name_fr", "name_es", "name_ar", "name_ru", "name_pt");
  private static final List<String> DESCRIPTIONS =
      List.of(
          "description_en",
          "description_fr",
          "description_es",
          "description_ar",
          "description_ru",
          "description_pt");

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private ContentLibrary content;
  @Inject private CompetencyRepository repository;
  @Inject private Competencies competencies;

  @Transactional
  void load(@Observes @Priority(280) SchemaReady ready) {
    load(
        "reference/competencies.csv",
        Rows.into("competency", "code")
            .columns("code", "group_code", "theme_code")
            .columns(NAMES)
            .columns(DESCRIPTIONS)
            .columns("sort"),
        Map.of("group_code", "group", "theme_code", "theme"));
    load(
        "reference/job-profiles.csv",
        Rows.into("job_profile", "code").columns("code", "family").columns(NAMES).columns("sort"),
        Map.of());
    load(
        "reference/profile-competencies.csv",
        Rows.into("profile_competency", "profile_code")
            .columns("profile_code", "competency_code", "level"),
        Map.of("profile_code", "profile", "competency_code", "competency"));
    takeAwayNeeds();
    competencies.forget();
  }

  /** Rows in the order of the file; headers that differ from the columns are given. */
  private void load(String file, Rows rows, Map<String, String> headers) {
    int sort = 0;
    for (NamedCsvRecord row : content.rows(file)) {
      sort += 10;
      String place = String.valueOf(sort);
      rows.addNamed(
          column ->
              column.equals("sort") ? place : row.getField(headers.getOrDefault(column, column)));
    }
    rows.upsert(dataSource);
  }

  /** What a release no longer asks of a job, the job does not need. */
  private void takeAwayNeeds() {
    Map<String, Set<String>> needed =
        content.rows("reference/profile-competencies.csv").stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getField("profile"),
                    Collectors.mapping(row -> row.getField("competency"), Collectors.toSet())));
    repository
        .profiles()
        .forEach(profile -> profile.needOnly(needed.getOrDefault(profile.code(), Set.of())));
  }
}
