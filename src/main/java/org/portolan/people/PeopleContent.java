package org.portolan.people;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import javax.sql.DataSource;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.Rows;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.storage.ContentLibrary;

/** The people of the demo world. */
@ApplicationScoped
class PeopleContent {
  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private ContentLibrary content;
  @Inject private Installation installation;

  @Transactional
  void load(@Observes @Priority(200) SchemaReady ready) {
    if (!installation.demo()) {
      return;
    }
    Rows persons =
        Rows.into("person", "code")
            .columns("code", "given_name", "family_name", "email", "member_code", "language")
            .columns("post", "version");
    content
        .rows("sample/people.csv")
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
    persons.upsert(dataSource);
  }
}
