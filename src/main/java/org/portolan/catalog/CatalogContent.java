package org.portolan.catalog;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.portolan.people.People;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.Rows;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.storage.ContentLibrary;
import org.portolan.platform.storage.ContentLibrary.MarkdownFile;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/** Lays down packages and themes at each start, and in the demo world its courses. */
@ApplicationScoped
class CatalogContent {
  private static final List<String> NAMES =
      List.of("name_en", "name_fr", "name_es", "name_ar", "name_ru", "name_pt");

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private ContentLibrary content;
  @Inject private Installation installation;
  @Inject private Directory directory;
  @Inject private Themes themes;
  @Inject private CourseRepository courses;
  @Inject private People people;
  @Inject private Clock clock;

  @Transactional
  void load(@Observes @Priority(300) SchemaReady ready) {
    Rows packages =
        Rows.into("theme_package", "code").columns("code").columns(NAMES).columns("sort");
    content.rows("reference/packages.csv").forEach(row -> packages.addNamed(row::getField));
    packages.upsert(dataSource);

    Rows rows =
        Rows.into("theme", "code").columns("code", "package_code").columns(NAMES).columns("sort");
    content
        .rows("reference/themes.csv")
        .forEach(
            row ->
                rows.addNamed(
                    column -> row.getField(column.equals("package_code") ? "package" : column)));
    rows.upsert(dataSource);
    themes.forget();

    if (installation.demo()) {
      loadCourses();
    }
  }

  /** What somebody changed since is left as they made it. */
  private void loadCourses() {
    Set<String> changed = Set.copyOf(courses.changedCodes());
    List<NamedCsvRecord> rows =
        content.rows("sample/courses.csv").stream()
            .filter(row -> !changed.contains(row.getField("code")))
            .toList();
    Map<String, Long> authors = authors(rows);
    Instant now = clock.instant();
    // loading again publishes nothing again
    Map<String, Instant> published = courses.publishedMoments();
    Rows all =
        Rows.into("course", "code")
            .columns("code", "centre_code", "region_code", "member_code", "theme_code", "level")
            .columns("mode", "hours", "audience", "instrument", "sponsor_code", "catalogue")
            .columns("master_language", "edition", "state", "drafted_by", "submitted_by")
            .columns("published_at", "retired_at", "version", "updated_at");
    for (NamedCsvRecord row : rows) {
      CentreSummary centre = directory.findCentre(row.getField("centre")).orElseThrow();
      CourseState state = CourseState.of(row.getField("state")).orElseThrow();
      Long author = authors.get(row.getField("author"));
      all.add(
          row.getField("code"),
          centre.code(),
          centre.regionCode(),
          centre.memberCode(),
          row.getField("theme"),
          row.getField("level"),
          row.getField("mode"),
          row.getField("hours"),
          row.getField("audience"),
          row.getField("instrument"),
          row.getField("sponsor"),
          row.getField("catalogue"),
          row.getField("master"),
          row.getField("edition"),
          state.code(),
          author,
          state == CourseState.REVIEW ? author : null,
          state == CourseState.PUBLISHED || state == CourseState.RETIRED
              ? Timestamp.from(published.getOrDefault(row.getField("code"), now))
              : null,
          state == CourseState.RETIRED ? Timestamp.from(now) : null,
          0,
          Timestamp.from(now));
    }
    all.upsert(dataSource);
    Map<String, Long> ids = Rows.idsByCode(dataSource, "course");
    Map<String, Integer> editions = new HashMap<>();
    rows.forEach(
        row -> editions.put(row.getField("code"), Integer.valueOf(row.getField("edition"))));
    loadTexts(ids, editions);
    loadRelations(rows, ids);
  }

  private void loadTexts(Map<String, Long> ids, Map<String, Integer> editions) {
    Rows texts =
        Rows.into("course_text", "course_id")
            .columns("course_id", "language", "title", "summary", "body", "edition");
    for (MarkdownFile file : content.texts("sample/courses")) {
      Integer current = editions.get(file.get("code"));
      if (current != null) {
        texts.add(
            ids.get(file.get("code")),
            file.get("language"),
            file.get("title"),
            file.get("summary"),
            file.body(),
            file.head().containsKey("edition") ? Integer.valueOf(file.get("edition")) : current);
      }
    }
    texts.upsert(dataSource);
  }

  private void loadRelations(List<NamedCsvRecord> rows, Map<String, Long> ids) {
    Rows themesOf = Rows.into("course_theme", "course_id").columns("course_id", "theme_code");
    Rows gives =
        Rows.into("course_competency", "course_id")
            .columns("course_id", "competency_code", "level");
    Rows required =
        Rows.into("course_prerequisite", "course_id").columns("course_id", "required_id");
    for (NamedCsvRecord row : rows) {
      Long id = ids.get(row.getField("code"));
      words(row, "themes").forEach(theme -> themesOf.add(id, theme));
      words(row, "gives")
          .map(given -> GivenCompetency.of(given).orElseThrow())
          .forEach(given -> gives.add(id, given.code(), given.level()));
      words(row, "requires").forEach(code -> required.add(id, ids.get(code)));
      words(row, "successor").forEach(code -> courses.succeed(id, ids.get(code)));
    }
    themesOf.upsert(dataSource);
    gives.upsert(dataSource);
    required.upsert(dataSource);
  }

  private Map<String, Long> authors(List<NamedCsvRecord> rows) {
    return people
        .byCodes(rows.stream().flatMap(row -> words(row, "author")).collect(Collectors.toSet()))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, author -> author.getValue().id()));
  }

  private static Stream<String> words(NamedCsvRecord row, String column) {
    return Arrays.stream(row.getField(column).split(" ")).filter(word -> !word.isEmpty());
  }
}
