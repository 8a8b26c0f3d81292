package org.portolan.thesaurus;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import javax.sql.DataSource;
import org.portolan.platform.persistence.Rows;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.storage.ContentLibrary;

/** Lays down concepts and their terms at each start, new or changed. */
@ApplicationScoped
class ThesaurusContent {
  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private ContentLibrary content;

  @Transactional
  void load(@Observes @Priority(250) SchemaReady ready) {
    Rows concepts = Rows.into("concept", "code").columns("code", "broader_code", "theme_code");
    content
        .rows("reference/concepts.csv")
        .forEach(
            row ->
                concepts.add(row.getField("code"), row.getField("broader"), row.getField("theme")));
    concepts.upsert(dataSource);

    Rows terms =
        Rows.into("concept_term", "concept_code")
            .columns("concept_code", "language", "kind", "term");
    content
        .rows("reference/terms.csv")
        .forEach(
            row ->
                terms.add(
                    row.getField("concept"),
                    row.getField("language"),
                    row.getField("kind"),
                    row.getField("term")));
    terms.upsert(dataSource);
  }
}
