package org.portolan.region;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.portolan.platform.persistence.SchemaReady;

/** Has this node read the directory anew when another one changed it. */
@ApplicationScoped
class DirectoryWatch {
  private static final Logger LOG = Logger.getLogger(DirectoryWatch.class.getName());
  private static final int EVERY_SECONDS = 2;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private Directory directory;

  private Future<?> watching;
  private long known = -1;

  void start(@Observes @Priority(920) SchemaReady ready) {
    watching =
        scheduler.scheduleWithFixedDelay(
            this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT revision FROM directory_revision WHERE id = 1");
        ResultSet row = statement.executeQuery()) {
      long revision = row.next() ? row.getLong(1) : 0;
      if (revision != known) {
        known = revision;
        directory.forget();
      }
    } catch (SQLException | RuntimeException e) {
      // the database is away; the next look tells
      LOG.log(Level.FINE, "cannot see whether the directory changed", e);
    }
  }

  @PreDestroy
  void stop() {
    if (watching != null) {
      watching.cancel(true);
    }
  }
}
