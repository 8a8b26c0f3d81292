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
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
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

  private void loadCourses() {
    Rows courses =
        Rows.into("course", "code")
            .columns("code", "centre_code", "region_code", "theme_code", "level", "mode")
            .columns("hours", "audience", "instrument", "state", "version", "updated_at");
    Timestamp now = Timestamp.from(clock.instant());
    for (NamedCsvRecord row : content.rows("sample/courses.csv")) {
      String centre = row.getField("centre");
      courses.add(
          row.getField("code"),
          centre,
          directory.findCentre(centre).map(CentreSummary::regionCode).orElseThrow(),
          row.getField("theme"),
          row.getField("level"),
          row.getField("mode"),
          row.getField("hours"),
          row.getField("audience"),
          row.getField("instrument"),
          "published",
          0,
          now);
    }
    courses.upsert(dataSource);

    Map<String, Long> ids = Rows.idsByCode(dataSource, "course");
    Rows texts =
        Rows.into("course_text", "course_id")
            .columns("course_id", "language", "title", "summary", "body");
    for (MarkdownFile file : content.texts("sample/courses")) {
      texts.add(
          ids.get(file.get("code")),
          file.get("language"),
          file.get("title"),
          file.get("summary"),
          file.body());
    }
    texts.upsert(dataSource);
  }
}
