package org.portolan.enrolment;

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

/**
 * Looks, on one node at a time, for which offices the day has begun, and has their letters written.
 */
@ApplicationScoped
class WaitingLettersTurn {
  private static final Logger LOG = Logger.getLogger(WaitingLettersTurn.class.getName());
  private static final String LOCK = "waiting-letters";
  private static final int EVERY_MINUTES = 15;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private WaitingLetters letters;

  private Future<?> turns;

  void start(@Observes @Priority(935) SchemaReady ready) {
    turns =
        scheduler.scheduleWithFixedDelay(
            this::look, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  void look() {
    try (NamedLock lock = NamedLock.take(database, LOCK, Duration.ZERO).orElse(null)) {
      if (lock != null) {
        letters.write();
      }
    } catch (SQLException | RuntimeException e) {
      // an exception would end the schedule; the next turn finds the same offices
      LOG.log(Level.WARNING, "Those who decide could not be told what waits", e);
    }
  }

  @PreDestroy
  void stop() {
    if (turns != null) {
      turns.cancel(true);
    }
  }
}
