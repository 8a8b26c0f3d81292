package org.portolan.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema to this version before anything uses it; a failure fails the deployment. */
@ApplicationScoped
class SchemaMigration {
  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private Event<SchemaReady> schemaReady;

  void migrate(@Observes @Initialized(ApplicationScoped.class) Object start) {
    Flyway.configure(Thread.currentThread().getContextClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .load()
        .migrate();
    schemaReady.fire(new SchemaReady());
  }
}
