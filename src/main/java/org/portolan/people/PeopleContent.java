package org.portolan.people;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collections;
import javax.sql.DataSource;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.Rows;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.persistence.StoredSettings;
import org.portolan.platform.storage.ContentLibrary;

/**
 * The people of the demo world. Each is laid down once: what was changed since stays, and who was
 * erased does not come back.
 */
@ApplicationScoped
class PeopleContent {
  /** The highest code that was laid down; later releases give higher ones. */
  private static final String LOADED = "people.demo-loaded";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private ContentLibrary content;
  @Inject private Installation installation;
  @Inject private StoredSettings settings;

  @Transactional
  void load(@Observes @Priority(200) SchemaReady ready) {
    if (!installation.demo()) {
      return;
    }
    Rows persons =
        Rows.into("person", "code")
            .columns("code", "given_name", "family_name", "email", "member_code", "language")
            .columns("post", "version");
    String loaded = settings.find(LOADED).orElse("");
    content.rows("sample/people.csv").stream()
        .filter(row -> row.getField("code").compareTo(loaded) > 0)
        .forEach(
            row ->
                persons.addNamed(
                    column ->
                        switch (column) {
                          case "given_name" -> row.getField("given");
                          case "family_name" -> row.getField("family");
                          case "member_code" -> row.getField("member");
                          case "version" -> "1";
                          default -> row.getField(column);
                        }));
    if (persons.size() > 0) {
      persons.upsert(dataSource);
      settings.put(LOADED, Collections.max(persons.keys()));
    }
  }
}
