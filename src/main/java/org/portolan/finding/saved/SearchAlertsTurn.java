package org.portolan.finding.saved;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.portolan.platform.persistence.NamedLock;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.search.IndexHealth;

/** Looks every half minute, on one node at a time, whether news of searches are due. */
@ApplicationScoped
class SearchAlertsTurn {
  private static final Logger LOG = Logger.getLogger(SearchAlertsTurn.class.getName());
  private static final String LOCK = "search-alerts";
  private static final int EVERY_SECONDS = 30;

  /** Other work of the node comes in between. */
  private static final int ROUNDS = 20;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private SearchAlerts alerts;
  @Inject private IndexHealth index;

  private Future<?> turns;

  void start(@Observes @Priority(937) SchemaReady ready) {
    turns =
        scheduler.scheduleWithFixedDelay(
            this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    if (!index.follows()) {
      // an index that lags would let them believe that there is nothing new
      return;
    }
    try (NamedLock lock = NamedLock.take(database, LOCK, Duration.ZERO).orElse(null)) {
      int told = SearchAlerts.AT_ONCE;
      for (int i = 0; lock != null && told == SearchAlerts.AT_ONCE && i < ROUNDS; i++) {
        told = alerts.tell();
      }
    } catch (SQLException | RuntimeException e) {
      // an exception would end the schedule; the next turn finds the same searches
      LOG.log(Level.WARNING, "News of saved searches could not be told", e);
    }
  }

  @PreDestroy
  void stop() {
    if (turns != null) {
      turns.cancel(true);
    }
  }
}
