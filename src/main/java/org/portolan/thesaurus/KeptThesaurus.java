package org.portolan.thesaurus;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.portolan.platform.persistence.Kept;
import org.portolan.platform.persistence.SchemaReady;

/**
 * The thesaurus as this node has it in memory: read when it is first asked for, and again within
 * two seconds after somebody changed it on any node.
 */
@ApplicationScoped
public class KeptThesaurus {
  private static final Logger LOG = Logger.getLogger(KeptThesaurus.class.getName());
  private static final int EVERY_SECONDS = 2;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private ThesaurusReading reading;

  private final Kept<Vocabulary> kept = new Kept<>(() -> reading.read());
  private Future<?> watching;
  private volatile long known = -1;

  public Vocabulary get() {
    return kept.get();
  }

  /** After the content was laid down. */
  void start(@Observes @Priority(925) SchemaReady ready) {
    kept.forget();
    watching =
        scheduler.scheduleWithFixedDelay(
            this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      long now = ThesaurusReading.revision(database);
      if (now != known) {
        known = now;
        kept.forget();
      }
    } catch (SQLException | RuntimeException e) {
      // the database is away; the next look tells
      LOG.log(Level.FINE, "cannot see whether the thesaurus changed", e);
    }
  }

  @PreDestroy
  void stop() {
    if (watching != null) {
      watching.cancel(true);
    }
  }
}
