package org.portolan.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema to this version before anything uses it; a failure fails the deployment. */
@ApplicationScoped
class SchemaMigration {
  private static final Duration LONGEST_LOAD = Duration.ofMinutes(5);

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private Event<SchemaReady> schemaReady;

  void migrate(@Observes @Initialized(ApplicationScoped.class) Object start) throws SQLException {
    Flyway.configure(Thread.currentThread().getContextClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .load()
        .migrate();
    // loaders find out what is missing and add it: two nodes that start together must not both
    try (NamedLock oneAtATime =
        NamedLock.take(dataSource, "content", LONGEST_LOAD)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Another node on this database is loading its content for more than "
                            + LONGEST_LOAD.toMinutes()
                            + " minutes; start this one when it has finished"))) {
      schemaReady.fire(new SchemaReady());
    }
  }
}
